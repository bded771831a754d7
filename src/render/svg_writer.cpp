// SPDX-License-Identifier: Apache-2.0
#include "render/svg_writer.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "base/utf8.hpp"

namespace relgraph::render {

namespace {

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_forbidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

void append_plain(std::string& out, char32_t c, bool keep_lines) {
  switch (c) {
    case U'\n': out += keep_lines ? '\n' : ' '; return;
    case U'\t':
    case U'\r':
    case 0x2028:
    case 0x2029: out += ' '; return;
    default: break;
  }
  if (is_direction_mark(c)) return;
  append_utf8(out, is_forbidden(c) ? k_replacement : c);
}

void append_character(std::string& out, char32_t c, bool keep_lines) {
  switch (c) {
    case U'&': out += "&amp;"; return;
    case U'<': out += "&lt;"; return;
    case U'>': out += "&gt;"; return;
    case U'"': out += "&quot;"; return;
    case U'\'': out += "&#39;"; return;
    default: append_plain(out, c, keep_lines);
  }
}

void append_text(std::string& out, std::string_view text, bool keep_lines) {
  for (std::size_t at = 0; at < text.size();) append_character(out, next_code_point(text, at), keep_lines);
}

/// Tenths of a px; coordinates that no picture has become 0.
std::int64_t tenths(double value) {
  constexpr double k_largest = 1e9;
  return std::isfinite(value) && std::abs(value) < k_largest ? std::llround(value * 10) : 0;
}

void append_tenths(std::string& out, std::int64_t value) {
  if (value < 0) out += '-';
  const std::int64_t size = value < 0 ? -value : value;
  if (size >= 10 || size == 0) out += std::to_string(size / 10);
  if (size % 10 == 0) return;
  out += '.';
  out += static_cast<char>('0' + size % 10);
}

/// Points relative to where the last `group` of them ended.
void append_points(std::string& out, std::span<const Point> points, char command, std::size_t group) {
  std::array<std::int64_t, 2> from{};
  std::array<std::int64_t, 2> last{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i < 2) out += i == 0 ? 'M' : command;
    last = {tenths(points[i].x), tenths(points[i].y)};
    for (std::size_t axis = 0; axis < 2; ++axis) {
      const std::int64_t step = last[axis] - from[axis];
      if ((axis > 0 || i > 1) && step >= 0) out += ' ';
      append_tenths(out, step);
    }
    if (i % group == 0) from = last;
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) { append_text(out, text, false); }
void append_escaped_lines(std::string& out, std::string_view text) { append_text(out, text, true); }

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string plain_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_plain(out, next_code_point(text, at), false);
  return out;
}

void append_number(std::string& out, double value) { append_tenths(out, tenths(value)); }

void append_attribute(std::string& out, std::string_view name, double value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_number(out, value);
  out += '"';
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

void append_path(std::string& out, const Spline& spline) { append_points(out, spline, 'c', 3); }

void append_lines_path(std::string& out, std::span<const Point> points) {
  append_points(out, points, 'l', 1);
}

}  // namespace relgraph::render
