// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace relgraph;
using namespace std::string_literals;

TEST_CASE("utf8: code points there and back") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    std::size_t offset = 0;
    REQUIRE(next_code_point(text, offset) == c);
    REQUIRE(offset == text.size());
    REQUIRE(is_valid_utf8(text));
  }
}

TEST_CASE("utf8: what is no character becomes U+FFFD") {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("utf8: ill-formed bytes, one mark for each maximal subpart") {
  const auto [bytes, repaired] = GENERATE(table<std::string, std::string>({
      {"abc", "abc"},
      {"\x80", "\uFFFD"},
      {"\xC3", "\uFFFD"},
      {"\xC3(", "\uFFFD("},
      {"\xE2\x82", "\uFFFD"},
      {"\xE2\x82x", "\uFFFDx"},
      {"\xF0\x9F\x98", "\uFFFD"},
      {"\xC0\x80", "\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xFF\xFE", "\uFFFD\uFFFD"},
      // Table 3-8 of the Unicode standard.
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd"},
  }));
  CHECK(repair_utf8(bytes) == repaired);
  CHECK(is_valid_utf8(bytes) == (bytes == repaired));
  CHECK(is_valid_utf8(repaired));
}

TEST_CASE("utf8: a real U+FFFD is valid") { CHECK(is_valid_utf8("a\uFFFDb")); }

TEST_CASE("utf8: lower case") {
  CHECK(to_lower("ÄRGER Ştraße 123") == "ärger ştraße 123");
  CHECK(to_lower("") == "");
}

TEST_CASE("utf8: folding makes names comparable") {
  CHECK(fold("  Jörg \t MÜLLER\n") == "jorg muller");
  CHECK(fold("Jo\u0308rg") == fold("Jörg"));
  CHECK(fold("STRASSE") == fold("Straße"));
  CHECK(fold("\uFF21\uFF22") == "ab");
  CHECK(fold("a\u00A0b") == "a b");
  CHECK(fold("") == "");
  CHECK(fold(" \n ") == "");
  CHECK(fold("\u00AD") == "");
}

TEST_CASE("utf8: width on a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("äöü") == 3);
  CHECK(display_width("a\u0308") == 1);
  CHECK(display_width("\u5317\u4eac") == 4);
  CHECK(display_width("\u200B") == 0);
}

TEST_CASE("utf8: printable text has no control characters") {
  CHECK(printable("a\x1b[31m\n\x7F\u0085ä") == "a\uFFFD[31m\uFFFD\uFFFD\uFFFDä");
  CHECK(printable("a\0b"s) == "a\uFFFDb");
}

TEST_CASE("utf8: classes of characters") {
  CHECK(is_upper(U'Ä'));
  CHECK_FALSE(is_upper(U'ä'));
  CHECK(is_letter(U'ß'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_digit(U'7'));
  CHECK(is_space(U'\u00A0'));
  CHECK(is_space(U'\n'));
  CHECK_FALSE(is_space(U'x'));
}

TEST_CASE("utf8: edit distance") {
  const auto [a, b, distance] = GENERATE(table<std::string, std::string, std::size_t>({
      {"", "", 0},
      {"abc", "abc", 0},
      {"abc", "", 3},
      {"abc", "abd", 1},
      {"abc", "acb", 1},
      {"abc", "xabc", 1},
      {"kitten", "sitting", 3},
      {"ca", "abc", 3},
      {"Müller", "Muller", 1},
  }));
  CHECK(edit_distance(a, b, 10) == distance);
  CHECK(edit_distance(b, a, 10) == distance);
}

TEST_CASE("utf8: edit distance gives up above the limit") {
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
  CHECK(edit_distance("abc", "abd", 0) == 1);
  CHECK(edit_distance("abc", "abc", 0) == 0);
}
