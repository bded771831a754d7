// SPDX-License-Identifier: Apache-2.0
#include "reading/encoding.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

/// Bytes 0x80 to 0x9F of Windows-1252; 0 where none is assigned.
constexpr std::array<char32_t, 32> k_windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

[[noreturn]] void fail_no_text(const std::string& file, std::size_t byte) {
  throw Error(ErrorCode::input, "is not text", {.file = file, .byte = byte});
}

void put(Decoded& out, char32_t character, Span source) {
  const std::size_t begin = out.text.size();
  append_utf8(out.text, character);
  append_origin(out.origins, {{begin, out.text.size()}, source, 0});
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  Decoded out;
  for (std::size_t i = 2; i + 1 < bytes.size();) {
    const std::size_t begin = i;
    char32_t c = unit(i);
    i += 2;
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < bytes.size()) {
      const char32_t low = unit(i);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    put(out, c, {begin, i});
  }
  return out;
}

Decoded decode_windows_1252(std::string_view bytes) {
  Decoded out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const char32_t c = byte >= 0x80 && byte < 0xA0 ? k_windows_1252.at(byte - 0x80U) : byte;
    put(out, c == 0 ? k_replacement : c, {i, i + 1});
  }
  return out;
}

Decoded repair(std::string_view bytes) {
  Decoded out;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(bytes, i);
    put(out, c, {begin, i});
  }
  return out;
}

/// How the bytes look as UTF-8.
struct Utf8Look {
  std::size_t characters = 0;  ///< well-formed ones of more than one byte
  std::size_t errors = 0;
  std::optional<std::size_t> first_error;
  bool only_cut_at_end = false;  ///< the one error is a character that the end of the file cuts off
};

Utf8Look look_at(std::string_view bytes) {
  Utf8Look look;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    if (next_code_point(bytes, i) != k_replacement || bytes.substr(begin, 3) == "\xEF\xBF\xBD") {
      ++look.characters;
      continue;
    }
    ++look.errors;
    if (!look.first_error) look.first_error = begin;
    look.only_cut_at_end =
        look.errors == 1 && i == bytes.size() && static_cast<unsigned char>(bytes[begin]) >= 0xC2;
  }
  return look;
}

/// Control characters that no text has. A few may slip in; many are the mark of another kind of file.
void check_is_text(std::string_view bytes, const std::string& file) {
  constexpr std::size_t k_tolerated = 200;  // one in so many bytes
  std::size_t strange = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0) fail_no_text(file, i);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') {
      if (++strange > 4 + i / k_tolerated) fail_no_text(file, i);
    }
  }
}

}  // namespace

Decoded decode_text(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, false);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, true);
  check_is_text(bytes, file);
  const Utf8Look look = look_at(bytes);
  if (look.errors == 0) return {std::string(bytes), {}};
  if (look.only_cut_at_end || look.characters > 4 * look.errors) {
    diagnostics.warn("damaged UTF-8: " + std::to_string(look.errors) + " ill-formed character(s) left out",
                     {.file = file, .byte = look.first_error});
    return repair(bytes);
  }
  return decode_windows_1252(bytes);
}

}  // namespace relgraph
