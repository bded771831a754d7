// SPDX-License-Identifier: Apache-2.0
#include "exchange/xml_text.hpp"

#include <cstddef>

#include "base/utf8.hpp"

namespace relgraph::exchange {

namespace {

/// Whether the byte stands for itself wherever it is.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '&' && c != '<' && c != '>' && c != '"';
}

bool append_one(std::string& out, char32_t c, bool in_attribute) {
  switch (c) {
    case U'&': out += "&amp;"; return true;
    case U'<': out += "&lt;"; return true;
    case U'>': out += "&gt;"; return true;
    case U'"': out += in_attribute ? "&quot;" : "\""; return true;
    case U'\r': out += "&#13;"; return true;
    case U'\n': out += in_attribute ? "&#10;" : "\n"; return true;
    case U'\t': out += in_attribute ? "&#9;" : "\t"; return true;
    default: break;
  }
  const bool known = c >= 0x20 && c != 0xFFFE && c != 0xFFFF;
  append_utf8(out, known ? c : k_replacement);
  return known;
}

bool append(std::string& out, std::string_view text, bool in_attribute) {
  bool whole = true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text.substr(i, end - i));
    i = end;
    if (i < text.size() && !append_one(out, next_code_point(text, i), in_attribute)) whole = false;
  }
  return whole;
}

}  // namespace

bool append_xml_content(std::string& out, std::string_view text) { return append(out, text, false); }

bool append_xml_attribute(std::string& out, std::string_view text) { return append(out, text, true); }

}  // namespace relgraph::exchange
