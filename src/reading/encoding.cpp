// SPDX-License-Identifier: Apache-2.0
#include "reading/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

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

/// Half a character at the end and halves of surrogate pairs become U+FFFD; `damaged` counts them.
Decoded decode_utf16(std::string_view bytes, bool big_endian, std::size_t& damaged) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  Decoded out;
  out.text.reserve(bytes.size() / 2);
  std::size_t i = 2;
  while (i + 1 < bytes.size()) {
    const std::size_t begin = i;
    char32_t c = unit(i);
    i += 2;
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = c < 0xDC00 && i + 1 < bytes.size() ? unit(i) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      } else {
        c = k_replacement;
        ++damaged;
      }
    }
    put(out, c, {begin, i});
  }
  if (i < bytes.size()) {
    put(out, k_replacement, {i, i + 1});
    ++damaged;
  }
  return out;
}

/// The eight places where ISO 8859-15 differs from Latin-1.
char32_t latin_9(unsigned char byte) {
  switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x160;
    case 0xA8: return 0x161;
    case 0xB4: return 0x17D;
    case 0xB8: return 0x17E;
    case 0xBC: return 0x152;
    case 0xBD: return 0x153;
    case 0xBE: return 0x178;
    default: return byte;
  }
}

Decoded decode_windows_1252(std::string_view bytes, bool is_latin_9) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const char32_t c = byte >= 0x80 && byte < 0xA0 ? k_windows_1252.at(byte - 0x80U)
                       : is_latin_9                ? latin_9(byte)
                                                   : byte;
    put(out, c == 0 ? k_replacement : c, {i, i + 1});
  }
  return out;
}

Decoded repair(std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size());
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

void warn_damaged(Diagnostics& diagnostics, const char* encoding, std::size_t errors, Location where) {
  diagnostics.warn("damaged " + std::string(encoding) + ": " + std::to_string(errors) +
                       (errors == 1 ? " ill-formed character" : " ill-formed characters") +
                       " replaced by U+FFFD",
                   std::move(where));
}

Decoded decode_marked_utf16(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  std::size_t damaged = 0;
  Decoded out = decode_utf16(bytes, bytes.starts_with("\xFE\xFF"), damaged);
  check_is_text(out.text, file);
  if (damaged > 0) {
    // Other files may start with these two bytes by chance.
    if (damaged > 4 + bytes.size() / 200) fail_no_text(file, 0);
    warn_damaged(diagnostics, "UTF-16", damaged, {.file = file});
  }
  return out;
}

bool is_known_single_byte(std::string_view name) {
  constexpr std::array<std::string_view, 8> k_names{"windows-1252", "cp1252",  "iso-8859-1", "iso8859-1",
                                                    "latin1",       "latin-1", "us-ascii",   "ascii"};
  return std::ranges::find(k_names, name) != k_names.end();
}

}  // namespace

Decoded decode_text(std::string_view bytes, const std::string& file, Diagnostics& diagnostics,
                    std::string_view declared) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return decode_marked_utf16(bytes, file, diagnostics);
  }
  check_is_text(bytes, file);
  const Utf8Look look = look_at(bytes);
  if (look.errors == 0) return {std::string(bytes), {}};
  const bool is_utf8 = declared == "utf-8" || declared == "utf8" || bytes.starts_with("\xEF\xBB\xBF");
  if (is_utf8 || look.only_cut_at_end || look.characters > 4 * look.errors) {
    warn_damaged(diagnostics, "UTF-8", look.errors, {.file = file, .byte = look.first_error});
    return repair(bytes);
  }
  const bool is_latin_9 = declared == "iso-8859-15" || declared == "iso8859-15" || declared == "latin-9";
  if (!declared.empty() && !is_latin_9 && !is_known_single_byte(declared)) {
    diagnostics.warn(
        "names the encoding '" + std::string(declared) + "', which is not known here; read as Windows-1252",
        {.file = file, .byte = look.first_error});
  }
  return decode_windows_1252(bytes, is_latin_9);
}

std::string declared_encoding(std::string_view html) {
  constexpr std::size_t k_head = 4096;
  const std::string head = to_lower(html.substr(0, k_head));
  std::size_t at = head.find("charset");
  if (at != std::string::npos) {
    at += 7;
  } else if (head.starts_with("<?xml") && (at = head.find("encoding")) < head.find("?>")) {
    at += 8;
  } else {
    return {};
  }
  at = head.find_first_not_of(" \t\r\n=\"'", at);
  if (at == std::string::npos) return {};
  const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", at);
  return head.substr(at, std::min(end, head.size()) - at);
}

}  // namespace relgraph
