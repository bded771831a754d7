// SPDX-License-Identifier: Apache-2.0
#include "reading/plain.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "reading/readers.hpp"

namespace relgraph {

namespace {

// Programs and people wrap at 60 to 80 characters; shorter lines are verses, lists or headlines, longer
// ones are paragraphs of their own.
constexpr std::size_t k_shortest_wrapped = 40;
constexpr std::size_t k_longest_wrapped = 110;
constexpr std::size_t k_longest_heading = 120;

struct Line {
  Span span;
  std::size_t length = 0;  ///< in characters
};

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_list_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2")) return true;
  std::size_t i = 0;
  while (i < line.size() && i < 3 && line[i] >= '0' && line[i] <= '9') ++i;
  return i > 0 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ' &&
         // "22. Januar" starts a sentence, "1. Erstens" an item: items count from small numbers.
         i < 2;
}

/// A line by itself without the mark of a sentence's end. A dash in front signs a post.
bool is_heading(std::string_view line, std::size_t length) {
  if (length > k_longest_heading || line.empty()) return false;
  std::size_t last = line.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(line[last]) & 0xC0U) == 0x80) --last;
  std::size_t i = last;
  const char32_t end = next_code_point(line, i);
  constexpr std::u32string_view k_no_heading = U".!?:;,…\"”“»«'’)";
  if (k_no_heading.find(end) != std::u32string_view::npos) return false;
  std::size_t j = 0;
  const char32_t start = next_code_point(line, j);
  constexpr std::u32string_view k_no_start = U"-–—„“\"»«";
  return k_no_start.find(start) == std::u32string_view::npos && (is_letter(start) || is_digit(start));
}

bool may_be_wrapped(const std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].length < k_shortest_wrapped || lines[i].length > k_longest_wrapped) return false;
  }
  return lines.size() > 1 && lines.back().length <= k_longest_wrapped;
}

/// "Wirt-" before "schaft": a break of the printer's. "Ost-" before "und West" is none.
bool breaks_a_word(std::string_view line, std::string_view next) {
  if (line.size() < 3 || line.back() != '-' || next.empty()) return false;
  const auto before = static_cast<unsigned char>(line[line.size() - 2]);
  const auto after = static_cast<unsigned char>(next.front());
  if (before < 'a' || (before > 'z' && before < 0x80)) return false;
  if (after < 'a' || (after > 'z' && after < 0x80)) return false;
  constexpr std::array<std::string_view, 5> k_links{"und", "oder", "bzw", "and", "or"};
  const std::string_view word = next.substr(0, next.find_first_of(" .,"));
  return std::ranges::find(k_links, word) == k_links.end();
}

class PlainText {
 public:
  PlainText(TextBuilder& builder, const Decoded& decoded, std::uint32_t page)
      : m_builder(builder), m_text(decoded.text), m_page(page) {
    m_builder.set_page(page);
  }

  void run() {
    for (std::size_t i = 0; i < m_text.size();) {
      const std::size_t end = std::min(m_text.find_first_of("\n\r\f", i), m_text.size());
      take_line({i, end});
      if (end < m_text.size() && m_text[end] == '\f') {
        flush();
        if (m_page != 0) m_builder.set_page(++m_page);
      }
      i = end + (m_text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    flush();
  }

 private:
  void take_line(Span span) {
    while (!span.empty() && (m_text[span.begin] == ' ' || m_text[span.begin] == '\t')) ++span.begin;
    while (!span.empty() && (m_text[span.end - 1] == ' ' || m_text[span.end - 1] == '\t')) --span.end;
    if (span.empty()) {
      flush();
    } else {
      m_lines.push_back({span, count_characters(span.of(m_text))});
    }
  }

  void flush() {
    if (m_lines.empty()) return;
    const bool wrapped = may_be_wrapped(m_lines);
    const bool alone = m_lines.size() == 1;
    bool open = false;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      Span span = m_lines[i].span;
      const std::string_view line = span.of(m_text);
      const bool item = is_list_item(line);
      if (!open || item || !wrapped) {
        m_builder.begin_block(item                                           ? BlockKind::list_item
                              : alone && is_heading(line, m_lines[i].length) ? BlockKind::heading
                                                                             : BlockKind::paragraph);
      }
      open = true;
      const bool more = wrapped && i + 1 < m_lines.size();
      const bool broken = more && breaks_a_word(line, m_lines[i + 1].span.of(m_text));
      if (broken) --span.end;
      m_builder.add(span);
      if (more && !broken) m_builder.add(U' ', {span.end, span.end + 1});
    }
    m_lines.clear();
  }

  TextBuilder& m_builder;
  std::string_view m_text;
  std::uint32_t m_page;
  std::vector<Line> m_lines;
};

}  // namespace

void add_plain_text(TextBuilder& builder, const Decoded& decoded, std::uint32_t page) {
  PlainText(builder, decoded, page).run();
}

Document parse_plain(const Decoded& decoded) {
  Document document;
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, 0);
  builder.finish(document);
  return document;
}

}  // namespace relgraph
