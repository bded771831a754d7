// SPDX-License-Identifier: Apache-2.0
#include "base/percent.hpp"

namespace relgraph {

namespace {

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

void append_percent(std::string& out, char byte) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out += '%';
  out += k_digits[value >> 4U];
  out += k_digits[value & 15U];
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_letter_or_digit(c) || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

}  // namespace relgraph
