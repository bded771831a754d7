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
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) return i;
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

/// Cuts the English possessive off a word: `Musk's` is `Musk` and `'s`.
bool cut_possessive(Cutter& c, Span word) {
  const std::string_view bare = word.of(c.text);
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"}) {
    if (bare.size() > ending.size() && bare.ends_with(ending) && (!c.words.german || starts_upper(bare))) {
      const std::size_t cut = word.end - ending.size();
      c.tokens.push_back({word.begin, cut});
      c.tokens.push_back({cut, word.end});
      return true;
    }
  }
  return false;
}

/// Index past the word that starts at piece `i`: compounds with hyphens, `AT&T`, `Leser*innen`, addresses
/// of mail.
std::size_t word_end(const Cutter& c, std::size_t i) {
  std::size_t end = i + 1;
  while (c.joined(end)) {
    const std::string_view mark = c.piece(end);
    const std::string_view following = c.joined(end + 1) ? c.piece(end + 1) : std::string_view();
    const bool bound = starts_with_word(following) &&
                       (is_hyphen(mark) || mark == "&" || mark == "@" ||
                        ((mark == "*" || mark == ":") && (following == "innen" || following == "in")));
    if (bound) {
      end += 2;
    } else if (is_hyphen(mark) && !starts_with_word(following)) {
      return end + 1;  // `Innen- und Außenpolitik`
    } else {
      break;
    }
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
  if (!cut_possessive(c, word)) c.tokens.push_back(word);
}

void take_mark(Cutter& c) {
  const std::size_t begin = c.next++;
  const std::string_view mark = c.piece(begin);
  const bool fresh = !c.joined(begin) || !starts_with_word(c.piece(begin - 1));
  if ((mark == "@" || mark == "#") && fresh && c.joined(c.next) && starts_with_word(c.piece(c.next))) {
    ++c.next;
  } else if (mark.size() == 1 && std::string_view(".-=*_!?").find(mark) != std::string_view::npos) {
    while (c.joined(c.next) && c.piece(c.next) == mark) ++c.next;
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
