// SPDX-License-Identifier: Apache-2.0
#include "page/policy.hpp"

#include <cstdint>

#include "base/sha256.hpp"

namespace relgraph::page {

namespace {

unsigned digit(char hex) { return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10); }

/// Base64 of bytes given as hexadecimal digits. Source: RFC 4648, section 4.
std::string base64(std::string_view hex) {
  constexpr std::string_view k_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  // three bytes are six hexadecimal digits and four of base64
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    const std::string_view group = hex.substr(at, 6);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4U | (i < group.size() ? digit(group[i]) : 0U);
    const std::size_t used = group.size() / 2 + 1;
    for (std::size_t i = 0; i < 4; ++i) {
      out += i < used ? k_alphabet[bits >> (18U - 6U * static_cast<unsigned>(i)) & 63U] : '=';
    }
  }
  return out;
}

}  // namespace

std::string hash_source(std::string_view content) { return "'sha256-" + base64(sha256(content)) + "'"; }

std::string content_policy(std::string_view script, std::initializer_list<std::string_view> styles) {
  std::string out = "default-src 'none'; script-src " + hash_source(script) + "; style-src";
  for (const std::string_view style : styles) out += " " + hash_source(style);
  return out + "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
}

}  // namespace relgraph::page
