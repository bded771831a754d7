// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "read.hpp"
#include "reading/encoding.hpp"

using namespace relgraph;
using namespace std::string_literals;

TEST_CASE("encoding: one sentence in every encoding", "[reading]") {
  const std::string sentence = "Käse für 5 € – „gut“.";
  const auto [name, bytes] = GENERATE(table<std::string, std::string>({
      {"UTF-8", "Käse für 5 € – „gut“."},
      {"UTF-8 with a mark", "\xEF\xBB\xBFKäse für 5 € – „gut“."},
      {"Windows-1252", "K\xE4se f\xFCr 5 \x80 \x96 \x84gut\x93."},
  }));
  INFO(name);
  CHECK(read_one(bytes, "a.txt").text == sentence);
}

TEST_CASE("encoding: UTF-16 by its mark, with surrogates", "[reading]") {
  const std::string little = "\xFF\xFE"s + "K\0\xE4\0s\0e\0 \0\x3D\xD8\x00\xDE"s;
  const std::string big = "\xFE\xFF"s + "\0K\0\xE4\0s\0e\0 \xD8\x3D\xDE\x00"s;
  CHECK(read_one(little, "a.txt").text == "Käse 😀");
  CHECK(read_one(big, "a.txt").text == "Käse 😀");
}

TEST_CASE("encoding: places refer to the bytes on disk", "[reading]") {
  const Document latin = read_one("K\xE4se und Brot", "a.txt");
  CHECK(latin.text == "Käse und Brot");
  CHECK(latin.source_offset(0) == 0);
  CHECK(latin.source_offset(1) == 1);
  CHECK(latin.source_offset(3) == 2);   // "s" comes after a letter of two bytes in the text
  CHECK(latin.source_offset(10) == 9);  // "B"
  const Document wide = read_one("\xFF\xFE"s + "K\0\xE4\0s\0e\0"s, "a.txt");
  CHECK(wide.source_offset(0) == 2);
  CHECK(wide.source_offset(3) == 6);
  CHECK_FALSE(wide.source_offset(99).has_value());
}

TEST_CASE("encoding: damage", "[reading]") {
  Diagnostics diagnostics;
  CHECK(read_one("Der Verk\xC3", "cut.txt", diagnostics).text == "Der Verk\uFFFD");
  REQUIRE(diagnostics.entries.size() == 1);
  CHECK(diagnostics.entries[0].severity == Severity::warning);
  CHECK(diagnostics.entries[0].where.byte == 8);
  // Half a pair of surrogates, then half a character.
  const std::string odd = "\xFF\xFE"s + "A\0 \0\x3D\xD8 \0B\0C"s;
  CHECK(read_one(odd, "odd.txt", diagnostics).text == "A \uFFFD B\uFFFD");
  REQUIRE(diagnostics.entries.size() == 2);
  CHECK(diagnostics.entries[1].message.find("2 ill-formed") != std::string::npos);
  CHECK_THROWS_AS(read_one("abc\0def"s, "a.txt"), Error);
  CHECK_THROWS_AS(read_one(std::string(50, '\x01'), "a.txt"), Error);
  CHECK_THROWS_AS(read_one("", "a.txt"), Error);
  CHECK_THROWS_AS(read_one(" \n\t ", "a.txt"), Error);
  CHECK_THROWS_AS(read_one("123 --- 456", "a.txt"), Error);
}

TEST_CASE("encoding: what a page says of itself", "[reading]") {
  const auto page = [](const std::string& head, const std::string& text) {
    return "<html><head>" + head + "</head><body><p>" + text + "</p></body></html>";
  };
  CHECK(declared_encoding(page("<meta charset=\"ISO-8859-15\">", "")) == "iso-8859-15");
  CHECK(declared_encoding(page("<meta http-equiv='Content-Type' content='text/html; charset=cp1252'>", "")) ==
        "cp1252");
  CHECK(declared_encoding("<?xml version='1.0' encoding='UTF-8'?><html></html>") == "utf-8");
  CHECK(declared_encoding(page("", "")).empty());
  // The euro sign is 0xA4 in ISO 8859-15 and a currency sign in Windows-1252.
  const std::string price = "Das kostet f\xFCnf \xA4, sagte er gestern.";
  CHECK(read_one(page("<meta charset=iso-8859-15>", price), "a.html").text.find("fünf €") !=
        std::string::npos);
  CHECK(read_one(page("<meta charset=iso-8859-1>", price), "a.html").text.find("fünf ¤") !=
        std::string::npos);
  // Sound UTF-8 is UTF-8 whatever the page says; an unknown name is told.
  CHECK(read_one(page("<meta charset=iso-8859-1>", "Käse und Brot."), "a.html").text == "Käse und Brot.");
  Diagnostics diagnostics;
  CHECK(read_one(page("<meta charset=koi8-r>", price), "a.html", diagnostics).text.find("fünf") !=
        std::string::npos);
  REQUIRE(diagnostics.entries.size() == 1);
  CHECK(diagnostics.entries[0].message.find("koi8-r") != std::string::npos);
}
