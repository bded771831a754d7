// SPDX-License-Identifier: Apache-2.0
#include "base/markup.hpp"

#include "base/utf8.hpp"

namespace relgraph {

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_forbidden_in_xml(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

namespace {

void append_displayable(std::string& out, char32_t c, bool keep_lines) {
  switch (c) {
    case U'\n': out += keep_lines ? '\n' : ' '; return;
    case U'\t':
    case U'\r':
    case 0x2028:
    case 0x2029: out += ' '; return;
    default: break;
  }
  if (is_direction_mark(c)) return;
  append_utf8(out, is_forbidden_in_xml(c) ? k_replacement : c);
}

void append_character(std::string& out, char32_t c, bool keep_lines) {
  switch (c) {
    case U'&': out += "&amp;"; return;
    case U'<': out += "&lt;"; return;
    case U'>': out += "&gt;"; return;
    case U'"': out += "&quot;"; return;
    case U'\'': out += "&#39;"; return;
    default: append_displayable(out, c, keep_lines);
  }
}

void append_text(std::string& out, std::string_view text, bool keep_lines) {
  for (std::size_t at = 0; at < text.size();) append_character(out, next_code_point(text, at), keep_lines);
}

}  // namespace

std::string displayable(std::string_view text, bool keep_lines) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_displayable(out, next_code_point(text, at), keep_lines);
  return out;
}

void append_escaped(std::string& out, std::string_view text) { append_text(out, text, false); }
void append_escaped_lines(std::string& out, std::string_view text) { append_text(out, text, true); }

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace relgraph
