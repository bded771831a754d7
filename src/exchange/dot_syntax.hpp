// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The words of the DOT language. A reader of our own instead of libcgraph's: that one takes memory far out of
// proportion to a hostile file (2 GB for 34 kB of `{a b …} -> {c d …}`, 30 s and 3 GB for 300 kB of default
// attributes), keeps its errors in one place for the whole program, and cannot be told to stop.

namespace relgraph::exchange::dot {

struct Token {
  enum class Kind : std::uint8_t { word, quoted, html, mark, arrow, end };
  Kind kind = Kind::end;
  std::string text{};  ///< quoted: without the quotes, `\"` as `"`, other escapes as they stand
  std::size_t line = 1;

  [[nodiscard]] bool is_mark(char mark) const { return kind == Kind::mark && text[0] == mark; }
  /// Keywords are words in any case, never quoted.
  [[nodiscard]] bool is_keyword(std::string_view keyword) const;
  [[nodiscard]] bool is_id() const { return kind != Kind::mark && kind != Kind::arrow && kind != Kind::end; }
};

class Scanner {
 public:
  /// Input: valid UTF-8 without a byte order mark; `file` names it in messages.
  Scanner(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}
  /// Errors: `Error{input}` with the line.
  [[nodiscard]] Token next();
  [[noreturn]] void fail(std::size_t line, const std::string& message) const;

 private:
  void skip_blanks();
  void skip_comment();
  void read_quoted(Token& token);
  void read_html(Token& token);
  void read_word(Token& token);
  void read_number(Token& token);
  [[nodiscard]] char at(std::size_t offset) const {
    return m_place + offset < m_text.size() ? m_text[m_place + offset] : '\0';
  }
  void count_lines(std::size_t begin);

  std::string_view m_text;
  const std::string& m_file;
  std::size_t m_place = 0;
  std::size_t m_line = 1;
  bool m_line_begins = true;
};

/// What a text shows: escapes and character references read, `\N` as `name`.
[[nodiscard]] std::string shown_text(std::string_view text, std::string_view name);

/// The text of an HTML label without its tags.
[[nodiscard]] std::string shown_html(std::string_view html);

/// Reads back what the writer makes of a node's id.
[[nodiscard]] std::string decode_percent(std::string_view text);

}  // namespace relgraph::exchange::dot
