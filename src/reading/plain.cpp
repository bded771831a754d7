// SPDX-License-Identifier: Apache-2.0
#include "reading/plain.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "base/utf8.hpp"
#include "reading/readers.hpp"

namespace relgraph {

namespace {

// Programs and people wrap at 60 to 80 characters, columns of print at 25 and more; shorter lines are verses,
// lists or headlines, longer ones are paragraphs of their own.
constexpr std::size_t k_shortest_wrapped = 40;
constexpr std::size_t k_shortest_printed = 20;
constexpr std::size_t k_longest_wrapped = 110;
constexpr std::size_t k_longest_printed = 200;
constexpr std::size_t k_longest_heading = 120;

struct Line {
  Span span;
  std::size_t length = 0;  ///< in characters
  std::uint32_t page = 0;
};

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

char32_t first_character(std::string_view text) {
  std::size_t i = 0;
  return text.empty() ? U' ' : next_code_point(text, i);
}

char32_t last_character(std::string_view text) {
  if (text.empty()) return U' ';
  std::size_t i = text.size() - 1;
  while (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80) --i;
  return next_code_point(text, i);
}

bool is_lower(char32_t c) { return is_letter(c) && !is_upper(c); }

bool ends_sentence(std::string_view line) {
  constexpr std::u32string_view k_ends = U".!?:;…\"”“»«'’)";
  return k_ends.find(last_character(line)) != std::u32string_view::npos;
}

bool is_list_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2")) return true;
  // "22. Januar" starts a sentence, "1. Erstens" an item: items count from small numbers.
  return line.size() > 2 && line[0] >= '0' && line[0] <= '9' && (line[1] == '.' || line[1] == ')') &&
         line[2] == ' ';
}

/// A line by itself without the mark of a sentence's end. A dash in front signs a post.
bool is_heading(const Line& line, std::string_view text) {
  if (line.length > k_longest_heading || ends_sentence(text) || text.ends_with(',')) return false;
  const char32_t start = first_character(text);
  return is_letter(start) || is_digit(start);
}

constexpr std::string_view k_soft_hyphen = "\xC2\xAD";

/// "Ost-" before "und West" is no word that a line break parted.
bool is_link_word(std::string_view word) {
  constexpr std::array<std::string_view, 9> k_links{"und", "oder", "bzw", "beziehungsweise", "sowie", "bis",
                                                    "and", "or",   "to"};
  return std::ranges::find(k_links, word) != k_links.end();
}

class PlainText {
 public:
  PlainText(TextBuilder& builder, const Decoded& decoded, const PlainOptions& options)
      : m_builder(builder), m_text(decoded.text), m_options(options), m_page(options.printed ? 1 : 0) {}

  void run() {
    auto skip = m_options.left_out.begin();
    for (std::size_t i = 0; i < m_text.size();) {
      const std::size_t end = std::min(m_text.find_first_of("\n\r\f", i), m_text.size());
      while (skip != m_options.left_out.end() && skip->end <= i) ++skip;
      const bool left_out = skip != m_options.left_out.end() && skip->contains({i, end}) && end > i;
      if (!left_out) take_line({i, end});
      if (end < m_text.size() && m_text[end] == '\f') end_page();
      i = end + (m_text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    flush();
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const { return line.span.of(m_text); }

  void take_line(Span span) {
    while (!span.empty() && (m_text[span.begin] == ' ' || m_text[span.begin] == '\t')) ++span.begin;
    while (!span.empty() && (m_text[span.end - 1] == ' ' || m_text[span.end - 1] == '\t')) --span.end;
    if (span.empty()) {
      m_gap = true;
      return;
    }
    const bool goes_on = m_turning ? is_lower(first_character(span.of(m_text))) : !m_gap;
    if (!goes_on) flush();
    m_turning = m_gap = false;
    m_lines.push_back({span, count_characters(span.of(m_text)), m_page});
  }

  /// A sentence may go on overleaf: whether it does, its first letter tells.
  void end_page() {
    m_turning = m_options.printed && !m_lines.empty() && !ends_sentence(text(m_lines.back()));
    if (!m_turning) flush();
    if (m_options.printed) ++m_page;
  }

  [[nodiscard]] bool may_be_wrapped() const {
    const std::size_t shortest = m_options.printed ? k_shortest_printed : k_shortest_wrapped;
    const std::size_t longest = m_options.printed ? k_longest_printed : k_longest_wrapped;
    for (std::size_t i = 0; i + 1 < m_lines.size(); ++i) {
      if (m_lines[i].length > longest) return false;
      // Print sets headings close above their text, and ends a paragraph with a short line.
      if (m_lines[i].length < shortest && !m_options.printed) return false;
    }
    return m_lines.size() > 1 && m_lines.back().length <= longest;
  }

  /// Whether the line ends its block although the lines are wrapped.
  [[nodiscard]] bool ends_block(std::size_t i, std::size_t widest) const {
    if (!m_options.printed || i + 1 >= m_lines.size()) return false;
    return m_lines[i].length * 5 < widest * 3 && !is_lower(first_character(text(m_lines[i + 1]))) &&
           !text(m_lines[i]).ends_with('-');
  }

  /// What of the line's end is a break inside a word: 0, or the length of its hyphen.
  [[nodiscard]] std::size_t hyphen_length(std::string_view line, std::string_view next) {
    if (line.ends_with(k_soft_hyphen)) return k_soft_hyphen.size();
    if (line.size() < 3 || line.back() != '-') return 0;
    const std::string_view front = line.substr(0, line.size() - 1);
    if (!is_lower(last_character(front)) || !is_lower(first_character(next))) return 0;
    const std::string_view tail = next.substr(0, next.find_first_of(" .,;:!?"));
    if (is_link_word(tail)) return 0;
    const std::size_t blank = front.find_last_of(" \t");
    const std::string_view head = blank == std::string_view::npos ? front : front.substr(blank + 1);
    return is_compound(std::string(head) + "-" + std::string(tail)) ? 0 : 1;
  }

  /// Whether the word stands elsewhere in the text with its hyphen: "long-term".
  [[nodiscard]] bool is_compound(const std::string& word) {
    constexpr std::size_t k_most = 100000;
    constexpr std::size_t k_longest = 64;
    if (!m_compounds_known) {
      m_compounds_known = true;
      for (std::size_t i = m_text.find('-'); i < m_text.size() && m_compounds.size() < k_most;) {
        const std::size_t start = i - std::min(i, k_longest);
        const std::size_t before = m_text.substr(start, i - start).find_last_of(" \t\r\n\f");
        const std::size_t begin = before == std::string_view::npos ? start : start + before + 1;
        const std::size_t end = std::min(m_text.find_first_of(" \t\r\n\f.,;:!?", i), m_text.size());
        if (end > i + 1 && end - i < k_longest) m_compounds.insert(m_text.substr(begin, end - begin));
        i = m_text.find('-', end);
      }
    }
    return m_compounds.contains(word);
  }

  void flush() {
    if (m_lines.empty()) return;
    const bool wrapped = may_be_wrapped();
    const std::size_t widest = std::ranges::max(m_lines, {}, &Line::length).length;
    bool starts = true;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const Line& line = m_lines[i];
      const bool item = is_list_item(text(line));
      const bool alone = m_lines.size() == 1 || (starts && ends_block(i, widest));
      if (starts || item || !wrapped) {
        m_builder.begin_block(item                                    ? BlockKind::list_item
                              : alone && is_heading(line, text(line)) ? BlockKind::heading
                                                                      : BlockKind::paragraph);
      }
      starts = ends_block(i, widest);
      add_line(i, i + 1 < m_lines.size() && wrapped && !starts);
    }
    m_lines.clear();
  }

  void add_line(std::size_t i, bool goes_on) {
    Span span = m_lines[i].span;
    const std::size_t hyphen = goes_on ? hyphen_length(text(m_lines[i]), text(m_lines[i + 1])) : 0;
    const bool compound = goes_on && hyphen == 0 && keeps_hyphen(text(m_lines[i]), text(m_lines[i + 1]));
    span.end -= hyphen;
    m_builder.set_page(m_lines[i].page);
    m_builder.add(span);
    if (goes_on && hyphen == 0 && !compound) m_builder.add(U' ', {span.end, span.end + 1});
  }

  /// "Nordrhein-" before "Westfalen", "long-" before "term": one word with its hyphen.
  [[nodiscard]] static bool keeps_hyphen(std::string_view line, std::string_view next) {
    if (line.size() < 3 || line.back() != '-' || !is_letter(first_character(next))) return false;
    if (!is_letter(last_character(line.substr(0, line.size() - 1)))) return false;
    return !is_link_word(next.substr(0, next.find_first_of(" .,;:!?")));
  }

  TextBuilder& m_builder;
  std::string_view m_text;
  const PlainOptions& m_options;
  std::uint32_t m_page;
  std::vector<Line> m_lines;
  bool m_gap = false;      ///< an empty line came after the last one
  bool m_turning = false;  ///< the last line may go on on the next page
  bool m_compounds_known = false;
  std::unordered_set<std::string_view> m_compounds;
};

}  // namespace

void add_plain_text(TextBuilder& builder, const Decoded& decoded, const PlainOptions& options) {
  PlainText(builder, decoded, options).run();
}

Document parse_plain(const Decoded& decoded) {
  Document document;
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, {});
  builder.finish(document);
  // Plain text has no mark for a title: its first headline is one, and stays in the text.
  if (document.blocks.size() > 1 && document.blocks[0].kind == BlockKind::heading) {
    document.title = document.blocks[0].span.of(document.text);
  }
  return document;
}

}  // namespace relgraph
