// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace relgraph::report {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// `-`, `+`, `=` start lists and underline headings, `1.` and `1)` start lists; `#`, `>` and the like are
/// escaped everywhere.
std::size_t start_escape(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (text[0] == '-' || text[0] == '+' || text[0] == '=' || text[0] == ':') return 0;
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_digit) - text.begin());
  const bool list = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') &&
                    (digits + 1 == text.size() || text[digits + 1] == ' ');
  return list ? digits : std::string_view::npos;
}

/// What GitHub's Markdown takes for an address: `http://`, `www.`, `a@b`.
bool makes_link(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '@') return true;
  if (c == ':') return at + 1 < text.size() && text[at + 1] == '/';
  if (c != '.' || at < 3) return false;
  return std::ranges::equal(text.substr(at - 3, 3), std::string_view("www"), {}, [](char l) {
    return l >= 'A' && l <= 'Z' ? static_cast<char>(l - 'A' + 'a') : l;
  });
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_ascii_blank_or_mark(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && !is_word_character(byte);
}

/// Whether `**` around the text opens and closes emphasis between what stands before and behind it: next to a
/// letter or digit it does wherever it stands, next to a mark only with a blank or mark on the other
/// side. Source: CommonMark 0.30, section 6.2.
bool can_be_emphasised(std::string_view text, std::string_view before, std::string_view behind) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  std::size_t at = 0;
  char32_t last = next_code_point(text, at);
  const char32_t first = last;
  while (at < text.size()) last = next_code_point(text, at);
  const bool opens = is_word_character(first) || before.empty() || is_ascii_blank_or_mark(before.back());
  const bool closes = is_word_character(last) || behind.empty() || is_ascii_blank_or_mark(behind.front());
  return opens && closes;
}

}  // namespace

void append_markdown(std::string& out, std::string_view text, bool at_start) {
  constexpr std::string_view k_special = "\\`*_{}[]<>#|~&!$^";
  const std::size_t start = at_start ? start_escape(text) : std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == start || k_special.find(text[i]) != std::string_view::npos || makes_link(text, i)) out += '\\';
    out += text[i];
  }
}

std::string markdown(const Text& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Run& run = text[i];
    const std::string_view behind =
        i + 1 < text.size() ? std::string_view(text[i + 1].text) : std::string_view();
    const bool wanted = run.style == Style::strong || run.style == Style::trigger;
    const std::string_view mark = wanted && can_be_emphasised(run.text, out, behind) ? "**" : "";
    const bool at_start = out.empty() && mark.empty();
    // two emphasised runs in a row would run into each other
    if (!mark.empty() && out.ends_with("**")) {
      out.resize(out.size() - mark.size());
    } else {
      out += mark;
    }
    append_markdown(out, run.text, at_start);
    out += mark;
  }
  return out;
}

}  // namespace relgraph::report
