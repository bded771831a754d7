// SPDX-License-Identifier: Apache-2.0
#include "language/tokenise.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "language/icu_breaks.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

/// ICU counts in 32 bits and keeps a cache, so long blocks go through it in parts cut at white space.
constexpr std::size_t k_part_bytes = std::size_t{1} << 20;
constexpr std::size_t k_longest_word = 64;

struct Cutter {
  std::string_view text;
  const Lexicon& words;
  std::vector<Span> pieces;  ///< of ICU, white space left out
  std::vector<Span> tokens;
  std::size_t next = 0;  ///< index of the next piece

  [[nodiscard]] std::string_view piece(std::size_t i) const {
    return i < pieces.size() ? pieces[i].of(text) : std::string_view();
  }
  /// Whether piece `i` follows the one before it without white space.
  [[nodiscard]] bool joined(std::size_t i) const {
    return i > 0 && i < pieces.size() && pieces[i - 1].end == pieces[i].begin;
  }
};

bool starts_with_word(std::string_view piece) {
  if (piece.empty()) return false;
  std::size_t at = 0;
  const char32_t c = next_code_point(piece, at);
  return is_letter(c) || is_digit(c);
}

bool starts_upper(std::string_view piece) {
  std::size_t at = 0;
  return !piece.empty() && is_upper(next_code_point(piece, at));
}

bool is_number(std::string_view piece) {
  return !piece.empty() && piece.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_hyphen(std::string_view piece) { return piece == "-" || piece == "\u2010" || piece == "\u2011"; }

/// Index past the address that starts at piece `i`, or `i`.
std::size_t address_end(const Cutter& c, std::size_t i) {
  const std::string_view rest = c.text.substr(c.pieces[i].begin, 8);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.") &&
      !rest.starts_with("mailto:"))
    return i;
  std::size_t end = i + 1;
  constexpr std::array<std::string_view, 9> k_stop = {"<", ">", "\"", "“", "”", "„", "»", "«", ")"};
  while (c.joined(end) && std::ranges::find(k_stop, c.piece(end)) == k_stop.end()) ++end;
  // A mark of the sentence behind an address does not belong to it.
  while (end > i + 1 && std::string_view(".,;:!?").find(c.piece(end - 1)) != std::string_view::npos) --end;
  return end;
}

/// Whether the full stop at piece `i` belongs to the word before it.
bool is_abbreviation(const Cutter& c, Span word) {
  const std::string_view bare = word.of(c.text);
  if (bare.size() > k_longest_word) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(bare, at);
  if (at == bare.size() && is_letter(first)) return true;
  // U.S. and z.B.: letters with full stops between them.
  bool dotted = false;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    if (bare[i] == '.') {
      if (i == 0 || i > 4) break;
      dotted = true;
    }
  }
  if (dotted && bare.size() <= 7 && bare.find_first_of("0123456789") == std::string_view::npos) return true;
  return c.words.abbreviations.contains(c.text.substr(word.begin, word.size() + 1));
}

bool is_roman(std::string_view piece) {
  return !piece.empty() && piece.size() <= 5 && piece.find_first_not_of("IVX") == std::string_view::npos;
}

/// German writes ordinals with a full stop: `22. Januar`, `Elisabeth II. von`. It ends no sentence where
/// a small letter, a month or a common noun follows.
bool is_ordinal(const Cutter& c, Span word, std::size_t stop) {
  const std::string_view bare = word.of(c.text);
  const bool number = is_number(bare) && bare.size() <= 3;
  if (!c.words.german || (!number && !is_roman(bare)) || stop + 1 >= c.pieces.size() || c.joined(stop + 1))
    return false;
  const std::string_view following = c.piece(stop + 1);
  if (!starts_with_word(following) || following.size() > k_longest_word) return false;
  if (!starts_upper(following)) return true;
  const std::string_view cue = c.words.cues.field(following, 1);
  if (cue == "month") return true;
  if (!number || bare.size() > 2) return false;
  return c.words.nouns.contains(following) || c.words.cues.contains(following);
}

/// Words that English writes in one with a clitic, and how many bytes the clitic has.
std::size_t clitic_size(std::string_view word) {
  struct Clitic {
    std::string_view ending;
    std::size_t size;  ///< in bytes; of the part that is cut off
  };
  static constexpr std::array<Clitic, 17> k_clitics = {{{"n't", 3},
                                                        {"n’t", 5},
                                                        {"'s", 2},
                                                        {"’s", 4},
                                                        {"'m", 2},
                                                        {"’m", 4},
                                                        {"'re", 3},
                                                        {"’re", 5},
                                                        {"'ve", 3},
                                                        {"’ve", 5},
                                                        {"'ll", 3},
                                                        {"’ll", 5},
                                                        {"'d", 2},
                                                        {"’d", 4},
                                                        {"s'", 1},
                                                        {"s’", 3},
                                                        {"`s", 2}}};
  static constexpr std::array<Clitic, 21> k_written_in_one = {
      {{"cannot", 3},  {"gonna", 2},   {"wanna", 2},    {"gotta", 2},  {"outta", 2}, {"dont", 2},
       {"didnt", 2},   {"doesnt", 2},  {"cant", 2},     {"wont", 2},   {"isnt", 2},  {"wasnt", 2},
       {"couldnt", 2}, {"wouldnt", 2}, {"shouldnt", 2}, {"havent", 2}, {"hasnt", 2}, {"thats", 1},
       {"ive", 2},     {"im", 1},      {"alot", 3}}};
  const std::string lower = to_lower(word);
  for (const auto& [ending, size] : k_clitics)
    if (lower.size() > ending.size() && lower.ends_with(ending)) return size;
  const auto* const found = std::ranges::find(k_written_in_one, lower, &Clitic::ending);
  return found == k_written_in_one.end() ? 0 : found->size;
}

/// Cuts the clitic off a word: `Musk's` is `Musk` and `'s`, `don't` is `do` and `n't`. German only writes
/// names so.
bool cut_clitic(Cutter& c, Span word) {
  const std::string_view bare = word.of(c.text);
  if (bare.size() > k_longest_word || (c.words.german && !starts_upper(bare))) return false;
  const std::size_t size = clitic_size(bare);
  const bool possessive = bare.ends_with("'s") || bare.ends_with("’s");
  if (size == 0 || (c.words.german && !possessive)) return false;
  c.tokens.push_back({word.begin, word.end - size});
  c.tokens.push_back({word.end - size, word.end});
  return true;
}

bool is_month(std::string_view piece) {
  static constexpr std::array<std::string_view, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return std::ranges::find(k_months, piece) != k_months.end();
}

/// Whether a hyphen inside an English word is part of it: `non-profit`, `713-853-3989`. The treebanks cut at
/// all others, the German ones at every hyphen.
bool is_hyphenated(const Cutter& c, std::size_t i) {
  static constexpr std::array<std::string_view, 22> k_prefixes = {
      "non", "e",    "mid", "re",    "anti",    "co",   "pre",   "pro",   "cross", "post", "over",
      "ex",  "semi", "sub", "multi", "counter", "mini", "inter", "super", "ultra", "de",   "trans"};
  if (c.words.german) return false;
  const std::string_view before = c.piece(i - 1), behind = c.piece(i + 1);
  // 01-Feb-02
  if (is_number(before) && is_month(behind)) return true;
  if (is_month(before) && is_number(behind)) return i >= 3 && c.joined(i - 1) && is_number(c.piece(i - 3));
  if (is_number(before) && is_number(behind))
    return before.size() >= 3 && behind.size() >= 3 && behind.size() != 2 &&
           !(before.size() == 4 && behind.size() == 4);
  return before.size() <= 7 && std::ranges::find(k_prefixes, to_lower(before)) != k_prefixes.end();
}

/// Index past the word that starts at piece `i`: `AT&T`, `Leser*innen`, addresses of mail.
std::size_t word_end(const Cutter& c, std::size_t i) {
  std::size_t end = i + 1;
  while (c.joined(end)) {
    const std::string_view mark = c.piece(end);
    const std::string_view following = c.joined(end + 1) ? c.piece(end + 1) : std::string_view();
    if (!starts_with_word(following)) break;
    const bool numbers = is_number(c.piece(end - 1)) && is_number(following);
    const bool bound = mark == "&" || mark == "@" || (is_hyphen(mark) && is_hyphenated(c, end)) ||
                       (numbers && (mark == ":" || (mark == "/" && !c.words.german))) ||
                       ((mark == "*" || mark == ":") && (following == "innen" || following == "in"));
    if (!bound) break;
    end += 2;
  }
  return end;
}

void take_word(Cutter& c) {
  const std::size_t begin = c.next;
  c.next = word_end(c, begin);
  Span word{c.pieces[begin].begin, c.pieces[c.next - 1].end};
  if (c.joined(c.next) && c.piece(c.next) == ".") {
    const bool ellipsis = c.joined(c.next + 1) && c.piece(c.next + 1) == ".";
    if (!ellipsis && (is_abbreviation(c, word) || is_ordinal(c, word, c.next))) {
      word.end = c.pieces[c.next++].end;
    }
  }
  if (!cut_clitic(c, word)) c.tokens.push_back(word);
}

/// Number of pieces of the face that starts at piece `i`: `:-)`; 0 for none.
std::size_t emoticon(const Cutter& c, std::size_t i) {
  static constexpr std::array<std::string_view, 8> k_faces = {":-)", ":)", ";-)", ";)",
                                                              ":-(", ":(", ":-D", ":D"};
  const std::string_view rest = c.text.substr(c.pieces[i].begin);
  for (const std::string_view face : k_faces) {
    if (!rest.starts_with(face) || c.joined(i)) continue;
    std::size_t end = i;
    while (end < c.pieces.size() && c.pieces[end].end <= c.pieces[i].begin + face.size()) ++end;
    return end - i;
  }
  return 0;
}

/// Whether the mark `next` goes on with `mark` in one token: `...`, `?!`, `-==-`. German treebanks part `!!`
/// and write `''` for quotation marks.
bool goes_on(const Cutter& c, std::string_view mark, std::string_view next) {
  if (mark.size() != 1 || next.size() != 1) return false;
  constexpr std::string_view k_german = ".-=*_`'", k_english = ".-=*_!?`'<>$~#";
  if (mark == next) return (c.words.german ? k_german : k_english).find(mark) != std::string_view::npos;
  if (c.words.german) return false;
  const auto both = [&](std::string_view marks) {
    return marks.find(mark) != std::string_view::npos && marks.find(next) != std::string_view::npos;
  };
  return both(".!?") || both("-=_*~");
}

void take_mark(Cutter& c) {
  const std::size_t begin = c.next++;
  const std::string_view mark = c.piece(begin);
  if (const std::size_t face = emoticon(c, begin); face > 1) {
    c.next = begin + face;
    c.tokens.push_back({c.pieces[begin].begin, c.pieces[c.next - 1].end});
    return;
  }
  const bool fresh = !c.joined(begin) || !starts_with_word(c.piece(begin - 1));
  const std::string_view following = c.joined(c.next) ? c.piece(c.next) : std::string_view();
  // the class of '68
  const bool year =
      !c.words.german && (mark == "'" || mark == "’") && following.size() == 2 && is_number(following);
  if (((mark == "@" || mark == "#") && fresh && starts_with_word(following)) || (year && fresh)) {
    ++c.next;
  } else {
    while (c.joined(c.next) && goes_on(c, c.piece(c.next - 1), c.piece(c.next))) ++c.next;
  }
  c.tokens.push_back({c.pieces[begin].begin, c.pieces[c.next - 1].end});
}

/// End of the part of `rest` that goes through ICU at once.
std::size_t part_end(std::string_view text, Span rest) {
  if (rest.size() <= k_part_bytes) return rest.end;
  const std::size_t limit = rest.begin + k_part_bytes;
  const std::size_t blank = text.find_last_of(" \n", limit);
  if (blank != std::string_view::npos && blank > rest.begin) return blank + 1;
  // A megabyte without a blank is no text; any character boundary will do.
  std::size_t cut = limit;
  while (cut > rest.begin && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return cut;
}

}  // namespace

std::vector<Span> tokenise(std::string_view text, Span part, const Lexicon& words) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !iterator)
    throw Error(ErrorCode::internal, "the Unicode library has no rules for words");
  Cutter cutter{text, words, {}, {}};
  for (Span rest = part; !rest.empty();) {
    const Span now{rest.begin, part_end(text, rest)};
    rest.begin = now.end;
    cutter.pieces.clear();
    cutter.next = 0;
    for_each_break(*iterator, text, now, [&](Span piece) {
      // An accent without a letter clings to the blank before it.
      for (std::size_t at = piece.begin; at < piece.end && is_space(next_code_point(text, at));)
        piece.begin = at;
      if (!piece.empty()) cutter.pieces.push_back(piece);
    });
    while (cutter.next < cutter.pieces.size()) {
      const std::size_t address = address_end(cutter, cutter.next);
      if (address > cutter.next) {
        cutter.tokens.push_back({cutter.pieces[cutter.next].begin, cutter.pieces[address - 1].end});
        cutter.next = address;
      } else if (starts_with_word(cutter.piece(cutter.next))) {
        take_word(cutter);
      } else {
        take_mark(cutter);
      }
    }
  }
  return std::move(cutter.tokens);
}

}  // namespace relgraph
