// SPDX-License-Identifier: Apache-2.0
#include "exchange/dot_syntax.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "relgraph/error.hpp"

namespace relgraph::exchange::dot {

namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool Token::is_keyword(std::string_view keyword) const {
  return kind == Kind::word && text.size() == keyword.size() && to_lower(text) == keyword;
}

void Scanner::fail(std::size_t line, const std::string& message) const {
  throw Error(ErrorCode::input, message, {.file = m_file, .line = line});
}

void Scanner::count_lines(std::size_t begin) {
  m_line += static_cast<std::size_t>(std::ranges::count(m_text.substr(begin, m_place - begin), '\n'));
}

void Scanner::skip_comment() {
  const std::size_t begin = m_place;
  const bool is_block = at(1) == '*';
  const std::size_t end = is_block ? m_text.find("*/", m_place + 2) : m_text.find('\n', m_place);
  if (is_block && end == std::string_view::npos) fail(m_line, "the comment does not end");
  m_place = std::min(m_text.size(), is_block ? end + 2 : end);
  count_lines(begin);
}

void Scanner::skip_blanks() {
  while (m_place < m_text.size()) {
    const char c = at(0);
    if (c == '\n') {
      ++m_line;
      ++m_place;
      m_line_begins = true;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
      ++m_place;
    } else if ((c == '#' && m_line_begins) || (c == '/' && (at(1) == '/' || at(1) == '*'))) {
      skip_comment();
    } else {
      return;
    }
  }
}

void Scanner::read_quoted(Token& token) {
  token.kind = Token::Kind::quoted;
  const std::size_t begin = m_place++;
  for (;; ++m_place) {
    const std::size_t end = m_text.find_first_of("\"\\", m_place);
    if (end == std::string_view::npos) fail(token.line, "the quoted text does not end");
    token.text.append(m_text, m_place, end - m_place);
    m_place = end;
    if (at(0) == '"') break;
    const char escaped = at(1);
    if (escaped == '"') {
      token.text += '"';
    } else if (escaped == '\r' && at(2) == '\n') {
      ++m_place;
    } else if (escaped != '\n') {
      token.text += '\\';
      if (escaped != '\\') continue;
      token.text += '\\';
    }
    ++m_place;
  }
  ++m_place;
  count_lines(begin);
}

void Scanner::read_html(Token& token) {
  token.kind = Token::Kind::html;
  const std::size_t begin = m_place++;
  for (std::size_t depth = 1; depth > 0; ++m_place) {
    m_place = m_text.find_first_of("<>", m_place);
    if (m_place == std::string_view::npos) fail(token.line, "the HTML text does not end");
    depth = at(0) == '<' ? depth + 1 : depth - 1;
  }
  token.text = m_text.substr(begin + 1, m_place - begin - 2);
  count_lines(begin);
}

void Scanner::read_word(Token& token) {
  token.kind = Token::Kind::word;
  const std::size_t begin = m_place;
  while (m_place < m_text.size() && (is_word_byte(at(0)) || is_digit_byte(at(0)))) ++m_place;
  token.text = m_text.substr(begin, m_place - begin);
}

void Scanner::read_number(Token& token) {
  token.kind = Token::Kind::word;
  const std::size_t begin = m_place;
  if (at(0) == '-') ++m_place;
  while (is_digit_byte(at(0))) ++m_place;
  if (at(0) == '.') ++m_place;
  while (is_digit_byte(at(0))) ++m_place;
  token.text = m_text.substr(begin, m_place - begin);
}

Token Scanner::next() {
  skip_blanks();
  m_line_begins = false;
  Token token{.line = m_line};
  if (m_place == m_text.size()) return token;
  const char c = at(0);
  const std::size_t sign = c == '-' ? 1 : 0;
  if (c == '"') {
    read_quoted(token);
  } else if (c == '<') {
    read_html(token);
  } else if (is_word_byte(c)) {
    read_word(token);
  } else if (c == '-' && (at(1) == '>' || at(1) == '-')) {
    token.kind = Token::Kind::arrow;
    token.text = m_text.substr(m_place, 2);
    m_place += 2;
  } else if (is_digit_byte(at(sign)) || (at(sign) == '.' && is_digit_byte(at(sign + 1)))) {
    read_number(token);
  } else if (std::string_view("{}[]=;,:+").find(c) != std::string_view::npos) {
    token.kind = Token::Kind::mark;
    token.text = c;
    ++m_place;
  } else {
    const bool shows = c > ' ' && c < '\x7F';
    fail(m_line, shows ? std::string("'") + c + "' does not belong here" : "a control character");
  }
  return token;
}

namespace {

/// `&amp;` and the like at the place; moves behind it. What is no reference is text.
std::optional<char32_t> character_reference(std::string_view text, std::size_t& place) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 6> k_names{
      {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}, {"nbsp", U'\u00A0'}}};
  constexpr std::size_t k_longest = 10;
  const std::size_t end = text.substr(0, place + k_longest).find(';', place);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(place + 1, end - place - 1);
  std::optional<char32_t> out;
  if (name.starts_with('#')) {
    const bool is_hex = name.starts_with("#x") || name.starts_with("#X");
    name.remove_prefix(is_hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [last, error] =
        std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    const bool is_code_point = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (error == std::errc() && last == name.data() + name.size() && is_code_point) out = code;
  } else {
    for (const auto& [known, code] : k_names) {
      if (known == name) out = code;
    }
  }
  if (out) place = end + 1;
  return out;
}

}  // namespace

std::string shown_text(std::string_view text, std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '&') {
      if (const auto code = character_reference(text, i)) {
        append_utf8(out, *code);
        continue;
      }
    }
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i++];
      continue;
    }
    const char escaped = text[i + 1];
    i += 2;
    switch (escaped) {
      case 'N': out += name; break;
      case 'n':
      case 'l':
      case 'r': out += '\n'; break;
      default: out += escaped;
    }
  }
  return out;
}

std::string shown_html(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      i = std::min(html.find('>', i), html.size() - 1) + 1;
      if (!out.empty() && !out.ends_with(' ')) out += ' ';
    } else if (const auto code = html[i] == '&' ? character_reference(html, i) : std::nullopt) {
      append_utf8(out, *code);
    } else if (html[i] == '\n' || html[i] == '\r' || html[i] == '\t' || html[i] == ' ') {
      if (!out.empty() && !out.ends_with(' ')) out += ' ';
      ++i;
    } else {
      out += html[i++];
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const char* begin = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(begin, begin + 2, code, 16).ptr == begin + 2) {
      out += static_cast<char>(code);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return repair_utf8(out);
}

}  // namespace relgraph::exchange::dot
