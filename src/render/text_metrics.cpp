// SPDX-License-Identifier: Apache-2.0
#include "render/text_metrics.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/utf8.hpp"

namespace relgraph::render {

namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
  std::size_t position;
};

struct GlyphWidth {
  std::uint16_t regular;
  std::uint16_t bold;
};

#include "render/arial_widths.inc"

constexpr double k_letter_em = 0.6;  ///< of scripts that the table does not have
constexpr double k_emoji_em = 1.3;
constexpr std::size_t k_max_read = 400;  ///< characters: more than ever fit on a label
constexpr std::string_view k_ellipsis = "…";

double em_width(char32_t code_point, bool bold) {
  for (const CodeRange& range : k_code_ranges) {
    if (code_point < range.first || code_point > range.last) continue;
    const GlyphWidth& width = k_glyph_widths[range.position + (code_point - range.first)];
    return (bold ? width.bold : width.regular) / 1000.0;
  }
  std::string one;
  append_utf8(one, code_point);
  switch (display_width(one)) {
    case 0: return 0;
    case 2: return code_point >= 0x1F000 ? k_emoji_em : 1.0;
    default: return k_letter_em;
  }
}

bool is_vowel(char32_t c) {
  constexpr std::u32string_view k_vowels = U"aeiouyäöüáàâéèêíóôúAEIOUYÄÖÜ";
  return k_vowels.find(c) != std::u32string_view::npos;
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size() && out.size() < k_max_read;) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      blank = !out.empty();
      continue;
    }
    if (std::exchange(blank, false)) out.push_back(U' ');
    out.push_back(c);
  }
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

double width_of(std::u32string_view text, Font font) {
  double sum = 0;
  for (const char32_t c : text) sum += em_width(c, font.bold);
  return sum * font.em();
}

/// A stretch that stays together, and what stands between it and the next one.
struct Piece {
  std::u32string text;
  bool blank_after = false;
};

/// Whether a long word may be parted before `at`: between a consonant and the consonant or vowel that
/// starts the next syllable, as German and English do it in most words, four letters from either end.
bool is_joint(std::u32string_view word, std::size_t at) {
  constexpr std::size_t k_margin = 4;
  if (at < k_margin || at + k_margin > word.size()) return false;
  const auto letter = [&](std::size_t i) { return is_letter(word[i]); };
  if (!letter(at - 1) || !letter(at) || !letter(at + 1)) return false;
  if (is_vowel(word[at]) || !is_vowel(word[at + 1])) return false;
  // ch, ck, sch, ph, th and st belong together
  return std::u32string_view(U"hkt").find(word[at]) == std::u32string_view::npos ||
         std::u32string_view(U"cspt").find(word[at - 1]) == std::u32string_view::npos;
}

/// Last place where `word` may be parted so that the first part with a hyphen is not too wide.
std::size_t joint_before(std::u32string_view word, Font font, double max_width) {
  std::size_t best = 0;
  std::size_t forced = 1;
  double width = width_of(U"-", font);
  for (std::size_t i = 0; i < word.size(); ++i) {
    width += em_width(word[i], font.bold) * font.em();
    if (width > max_width) break;
    forced = i + 1;
    if (is_joint(word, i + 1)) best = i + 1;
  }
  return best > 0 ? best : std::min(forced, word.size());
}

void add_word(std::vector<Piece>& pieces, std::u32string_view word, Font font, double max_width) {
  while (width_of(word, font) > max_width && word.size() > 1) {
    const std::size_t cut = joint_before(word, font, max_width);
    if (cut >= word.size()) break;
    std::u32string head(word.substr(0, cut));
    if (is_letter(head.back())) head.push_back(U'-');
    pieces.push_back({std::move(head), false});
    word.remove_prefix(cut);
  }
  pieces.push_back({std::u32string(word), false});
}

std::vector<Piece> split_pieces(std::u32string_view text, Font font, double max_width) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool blank = i < text.size() && text[i] == U' ';
    const bool hyphen = i >= begin + 4 && i < text.size() && (text[i - 1] == U'-' || text[i - 1] == U'/') &&
                        is_letter(text[i]);
    if (i < text.size() && !blank && !hyphen) continue;
    if (i > begin) add_word(pieces, text.substr(begin, i - begin), font, max_width);
    if (blank && !pieces.empty()) pieces.back().blank_after = true;
    begin = blank ? i + 1 : i;
  }
  return pieces;
}

/// Fills lines one after the other (first fit).
std::vector<std::u32string> fill(const std::vector<Piece>& pieces, Font font, double max_width) {
  std::vector<std::u32string> lines;
  bool blank = false;
  double width = 0;
  for (const Piece& piece : pieces) {
    const double needed = width_of(piece.text, font) + (blank ? width_of(U" ", font) : 0);
    if (lines.empty() || width + needed > max_width) {
      lines.emplace_back();
      width = width_of(piece.text, font);
    } else {
      if (blank) lines.back().push_back(U' ');
      width += needed;
    }
    lines.back() += piece.text;
    blank = piece.blank_after;
  }
  return lines;
}

/// The narrowest filling that takes no more lines than the widest one does: evenly filled lines.
std::vector<std::u32string> fill_evenly(const std::vector<Piece>& pieces, Font font, double max_width) {
  std::vector<std::u32string> lines = fill(pieces, font, max_width);
  double low = 0;
  for (const Piece& piece : pieces) low = std::max(low, width_of(piece.text, font));
  for (double high = max_width; high - low > 2;) {
    const double middle = (low + high) / 2;
    std::vector<std::u32string> tried = fill(pieces, font, middle);
    if (tried.size() > lines.size()) {
      low = middle;
    } else {
      high = middle;
      lines = std::move(tried);
    }
  }
  return lines;
}

void cut_with_ellipsis(std::u32string& line, Font font, double max_width) {
  const double room = max_width - text_width(k_ellipsis, font);
  while (!line.empty() && (width_of(line, font) > room || line.back() == U' ' || line.back() == U'-')) {
    line.pop_back();
  }
  line.push_back(U'…');
}

}  // namespace

double text_width(std::string_view text, Font font) {
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += em_width(next_code_point(text, at), font.bold);
  return sum * font.em();
}

Wrapped wrap(std::string_view text, Font font, double max_width, std::size_t max_lines) {
  Wrapped out;
  const std::u32string characters = decode(text);
  const std::vector<Piece> pieces = split_pieces(characters, font, max_width);
  std::vector<std::u32string> lines = fill_evenly(pieces, font, max_width);
  if (lines.size() > max_lines) {
    lines = fill(pieces, font, max_width);
    lines.resize(max_lines);
    cut_with_ellipsis(lines.back(), font, max_width);
    out.whole = false;
  }
  for (const std::u32string& line : lines) {
    out.width = std::max(out.width, width_of(line, font));
    out.lines.push_back(encode(line));
  }
  return out;
}

std::string shorten(std::string_view text, std::size_t max_characters) {
  std::size_t count = 0;
  std::size_t word_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) word_end = before;
    if (++count <= max_characters) continue;
    const std::size_t cut = word_end * 2 > before ? word_end : before;
    return std::string(text.substr(0, cut)) + std::string(k_ellipsis);
  }
  return std::string(text);
}

}  // namespace relgraph::render
