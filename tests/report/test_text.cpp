// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "report/markdown_text.hpp"
#include "report/picture.hpp"
#include "report/text.hpp"

using namespace relgraph;
using namespace relgraph::report;

TEST_CASE("clean text: one line, no control characters, no marks of direction, valid UTF-8") {
  CHECK(clean("  a \t\n b ") == "a b");
  CHECK(clean(std::string("a\0b\x1b[31m", 8)) == "a\uFFFDb\uFFFD[31m");
  CHECK(clean("\u202Eevil\u2066") == "evil");
  CHECK(clean("a\xff\xfe") == "a\uFFFD\uFFFD");
  CHECK(clean("x\u2028y") == "x y");
  CHECK(clean("😀 ü") == "😀 ü");
  CHECK(clean("").empty());
}

TEST_CASE("clean text: cut between characters") {
  std::string umlauts;
  for (int i = 0; i < 5000; ++i) umlauts += "ü";
  const std::string cut = clean(umlauts, 10);
  CHECK(cut == "üüüüüüüüü…");
}

TEST_CASE("passages: triggers are set apart") {
  const std::string text = "Musk greift OpenAI an.";
  CHECK(passage_text(text, {{5, 11}, {19, 21}}) == Text{{"Musk ", Style::plain},
                                                        {"greift", Style::trigger},
                                                        {" OpenAI ", Style::plain},
                                                        {"an", Style::trigger},
                                                        {".", Style::plain}});
  SECTION("overlapping ones are joined, those outside are left out") {
    CHECK(passage_text(text, {{0, 4}, {2, 11}, {20, 99}, {7, 7}}) ==
          Text{{"Musk greift", Style::trigger}, {" OpenAI an.", Style::plain}});
  }
  SECTION("blanks at the edges are not emphasised") {
    CHECK(passage_text("a b c", {{1, 4}}) ==
          Text{{"a ", Style::plain}, {"b", Style::trigger}, {" c", Style::plain}});
  }
}

TEST_CASE("passages: a long one is cut around its trigger") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "before ";
  const std::size_t at = text.size();
  text += "HERE";
  for (int i = 0; i < 400; ++i) text += " after";
  const Text cut = passage_text(text, {{at, at + 4}});
  REQUIRE(cut.size() == 3);
  CHECK(cut[0].text.starts_with("… before "));
  CHECK(cut[1] == Run{"HERE", Style::trigger});
  CHECK(cut[2].text.ends_with(" after …"));
  CHECK(plain(cut).size() < k_longest_passage + 20);
  const std::string one_word(20000, 'x');
  CHECK(plain(passage_text(one_word, {})).size() < k_longest_passage + 20);
}

TEST_CASE("markdown: emphasis only where it is emphasis") {
  CHECK(markdown({{"Musk", Style::strong}, {": x", Style::plain}}) == "**Musk**: x");
  CHECK(markdown({{"„so“", Style::trigger}}) == "**„so“**");
  CHECK(markdown({{"x"}, {"„so“", Style::trigger}, {" y"}}) == "x„so“ y");
  CHECK(markdown({{"x "}, {"so.", Style::trigger}, {"y"}}) == "x so.y");
  CHECK(markdown({{"x "}, {"so.", Style::trigger}, {" y"}}) == "x **so.** y");
  CHECK(markdown({{"a", Style::strong}, {"b", Style::trigger}}) == "**ab**");
  CHECK(markdown({{"1. no list"}}) == "1\\. no list");
  CHECK(markdown({{"14.2%"}}) == "14.2%");
  CHECK(markdown({{"- no list"}}) == "\\- no list");
  CHECK(markdown({{"a|b"}}) == "a\\|b");
}

TEST_CASE("file names as addresses") {
  CHECK(url_of_file("report.svg") == "report.svg");
  CHECK(url_of_file("javascript:alert(1).svg") == "javascript%3Aalert%281%29.svg");
  CHECK(url_of_file("ü \">.svg") == "%C3%BC%20%22%3E.svg");
}
