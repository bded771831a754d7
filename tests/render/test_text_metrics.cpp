// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <numeric>

#include "base/utf8.hpp"
#include "render/text_metrics.hpp"

using namespace relgraph::render;

TEST_CASE("text width: the widths of Arial, which its makers publish in units of 1/2048 em") {
  // a 1139, i 455, W 1933; bold: a 1139, i 569, W 1933
  CHECK(text_width("a", {2048, false}) == Approx(1139).margin(2));
  CHECK(text_width("i", {2048, false}) == Approx(455).margin(2));
  CHECK(text_width("W", {2048, true}) == Approx(1933).margin(2));
  CHECK(text_width("i", {2048, true}) == Approx(569).margin(2));
  CHECK(text_width("ai", {10, false}) ==
        Approx(text_width("a", {10, false}) + text_width("i", {10, false})).margin(1e-9));
}

TEST_CASE("text width: letters with accents are as wide as without, marks add nothing") {
  CHECK(text_width("Ä", {12, false}) == Approx(text_width("A", {12, false})));
  CHECK(text_width("ğ", {12, false}) == Approx(text_width("g", {12, false})));
  CHECK(text_width("e\u0301", {12, false}) == Approx(text_width("e", {12, false})));
  CHECK(text_width("", {12, false}) == 0);
}

TEST_CASE("text width: full-width characters and emoji are wide, other scripts like letters") {
  CHECK(text_width("東", {10, false}) == Approx(10));
  CHECK(text_width("😀", {10, false}) > 10);
  CHECK(text_width("ش", {10, false}) == Approx(6));
}

TEST_CASE("wrap: at blanks, evenly") {
  const Wrapped text = wrap("aaaa aaaa aaaa aaaa", {10, false}, text_width("aaaa aaaa aaaa", {10, false}), 3);
  CHECK(text.lines == std::vector<std::string>{"aaaa aaaa", "aaaa aaaa"});
  CHECK(text.whole);
  CHECK(text.width == Approx(text_width("aaaa aaaa", {10, false})));
}

TEST_CASE("wrap: after hyphens and slashes, not before a number's minus") {
  CHECK(wrap("Stargate-Initiative", {10, false}, 60, 3).lines ==
        std::vector<std::string>{"Stargate-", "Initiative"});
  CHECK(wrap("Grüne/Bündnis", {10, false}, 45, 3).lines == std::vector<std::string>{"Grüne/", "Bündnis"});
  CHECK(wrap("Lage -5", {10, false}, 100, 3).lines == std::vector<std::string>{"Lage -5"});
}

TEST_CASE("wrap: a word that is too wide is parted with a hyphen between syllables") {
  const Wrapped text = wrap("Wirtschaftsministerium", {12, true}, 100, 3);
  REQUIRE(text.lines.size() == 2);
  CHECK(text.lines[0].ends_with("-"));
  CHECK(text.lines[0].size() > 4);
  CHECK(text.lines[1].size() >= 4);
  CHECK(text.lines[0].substr(0, text.lines[0].size() - 1) + text.lines[1] == "Wirtschaftsministerium");
}

TEST_CASE("wrap: too much text ends in an ellipsis and stays within the width") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "wort ";
  const Wrapped wrapped = wrap(text, {12, true}, 118, 3);
  REQUIRE(wrapped.lines.size() == 3);
  CHECK_FALSE(wrapped.whole);
  CHECK(wrapped.lines.back().ends_with("…"));
  CHECK(wrapped.width <= 118.01);
}

TEST_CASE("wrap: odd input") {
  CHECK(wrap("", {12, false}, 100, 3).lines.empty());
  CHECK(wrap("   \n\t ", {12, false}, 100, 3).lines.empty());
  CHECK(wrap("a  \n b", {12, false}, 100, 3).lines == std::vector<std::string>{"a b"});
  // nothing fits: one character a line rather than an endless loop
  CHECK(wrap("abc", {12, false}, 1, 2).lines.size() == 2);
  CHECK(wrap("\xff\xfe", {12, false}, 100, 3).lines.size() == 1);
}

TEST_CASE("wrap: every line of long compounds and mixed scripts fits") {
  for (const char* text :
       {"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "東京都庁東京都庁東京都庁東京都庁",
        "https://example.org/a/very/long/path/that/does/not/end"}) {
    for (const double width : {60.0, 90.0, 165.0}) {
      const Wrapped wrapped = wrap(text, {12, true}, width, 3);
      CHECK(wrapped.lines.size() <= 3);
      for (const std::string& line : wrapped.lines) CHECK(text_width(line, {12, true}) <= width + 0.01);
    }
  }
}

TEST_CASE("shorten: at the end of a word, never inside a character") {
  CHECK(shorten("kurz", 10) == "kurz");
  CHECK(shorten("ein langer Satz", 12) == "ein langer…");
  CHECK(shorten("ääääääääää", 4) == "ääää…");
  CHECK(relgraph::is_valid_utf8(shorten("😀😀😀😀😀", 3)));
}
