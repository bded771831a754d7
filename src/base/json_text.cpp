// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

void append_line(std::string& out, std::size_t level) {
  out += '\n';
  out.append(2 * level, ' ');
}

/// Appends the string that starts at `json[i]` as it stands; the index after it.
std::size_t copy_string(std::string& out, std::string_view json, std::size_t i) {
  const std::size_t begin = i++;
  while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2U : 1U;
  i = std::min(i + 1, json.size());
  out.append(json.substr(begin, i - begin));
  return i;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view k_hex = "0123456789abcdef";
  const std::string repaired = is_valid_utf8(text) ? std::string() : repair_utf8(text);
  if (!repaired.empty()) text = repaired;
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (byte < 0x20) {
          out += "\\u00";
          out += k_hex[byte >> 4U];
          out += k_hex[byte & 15U];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void append_json_number(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer{};
  auto* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

void append_json_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  // Python writes a plain decimal for exponents from -4 to 15 and scientific form outside.
  const double magnitude = std::abs(value);
  const bool fixed = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  std::array<char, 64> buffer{};
  auto* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                  fixed ? std::chars_format::fixed : std::chars_format::scientific)
                        .ptr;
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  out.append(digits);
  if (fixed && digits.find('.') == std::string_view::npos) out += ".0";
}

void append_indented_json(std::string& out, std::string_view json, std::size_t level) {
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (c == '"') {
      i = copy_string(out, json, i);
      continue;
    }
    ++i;
    switch (c) {
      case ' ':
      case '\n':
      case '\r':
      case '\t': break;
      case '{':
      case '[': {
        out += c;
        while (i < json.size() && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t'))
          ++i;
        if (i < json.size() && (json[i] == '}' || json[i] == ']')) {
          out += json[i++];
        } else {
          append_line(out, ++level);
        }
        break;
      }
      case '}':
      case ']':
        append_line(out, --level);
        out += c;
        break;
      case ',':
        out += c;
        append_line(out, level);
        break;
      case ':': out += ": "; break;
      default: out += c;
    }
  }
}

}  // namespace relgraph
