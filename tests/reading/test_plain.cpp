// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "read.hpp"
#include "reading/plain.hpp"
#include "reading/running_heads.hpp"

using namespace relgraph;

namespace {

/// Text as `pdftotext` prints it, with running heads left out.
Document printed(const std::string& text) {
  const Decoded decoded{text, {}};
  Document document;
  TextBuilder builder(decoded);
  add_plain_text(builder, decoded, {.printed = true, .left_out = find_running_heads(text)});
  builder.finish(document);
  return document;
}

}  // namespace

TEST_CASE("plain: paragraphs, headlines and lists are blocks", "[reading]") {
  const Document document = read_one(
      "Die Fehde verschärft sich\n\nErster Absatz.\nZweiter.\n\n- ein Punkt\n- noch einer\n\n-Elon Musk "
      "(@elonmusk) 22. Januar 2025\n",
      "a.txt");
  REQUIRE(document.blocks.size() == 6);
  CHECK(document.blocks[0].kind == BlockKind::heading);
  CHECK(document.blocks[1].kind == BlockKind::paragraph);
  CHECK(document.blocks[1].span.of(document.text) == "Erster Absatz.");
  CHECK(document.blocks[3].kind == BlockKind::list_item);
  CHECK(document.blocks[5].kind == BlockKind::paragraph);
  CHECK(document.blocks[5].span.of(document.text) == "-Elon Musk (@elonmusk) 22. Januar 2025");
  CHECK(document.id == "a");
}

TEST_CASE("plain: wrapped lines become paragraphs again", "[reading]") {
  const Document document = read_one(
      "Der Vorstand der Gesellschaft hat am Montag die Wirt-\n"
      "schaftsprüfer entlassen, teilte das Unternehmen mit. Ost-\r\n"
      "und Westdeutschland sind davon gleich betroffen.\n",
      "a.txt");
  CHECK(document.text ==
        "Der Vorstand der Gesellschaft hat am Montag die Wirtschaftsprüfer entlassen, teilte das Unternehmen "
        "mit. "
        "Ost- und Westdeutschland sind davon gleich betroffen.");
  CHECK(document.blocks.size() == 1);
}

TEST_CASE("plain: typography that is not seen falls out", "[reading]") {
  CHECK(read_one("Auf\xC2\xADsichts\xE2\x80\x8Brat \xC2\xA0 der\tAG", "a.txt").text == "Aufsichtsrat der AG");
}

TEST_CASE("plain: the first headline is the title and stays in the text", "[reading]") {
  const Document document = read_one("Corvane kauft Brightmere\n\nDer Kauf ist perfekt.\n", "a.txt");
  CHECK(document.title == "Corvane kauft Brightmere");
  CHECK(document.text == "Corvane kauft Brightmere\n\nDer Kauf ist perfekt.");
  CHECK(read_one("Der Kauf ist perfekt.\n\nMehr nicht.\n", "a.txt").title.empty());
}

TEST_CASE("plain: a hyphen at the line's end is kept where the word has one", "[reading]") {
  const Document document = read_one(
      "The company spoke of its long-term plans on Monday, and a long-\n"
      "term contract with the state of Nordrhein-\n"
      "Westfalen was announced by the chairwoman of the super-\n"
      "visory board in the same breath.\n",
      "a.txt");
  CHECK(document.text ==
        "The company spoke of its long-term plans on Monday, and a long-term contract with the state of "
        "Nordrhein-Westfalen was announced by the chairwoman of the supervisory board in the same breath.");
}

TEST_CASE("plain: in print a sentence goes on overleaf, past running heads", "[reading]") {
  const Document document = printed(
      "Annual Report 2024\n\nThe board of Corvane sold its\nlast mine to the bank\n\n1\n\f"
      "Annual Report 2024\n\nand closed the office. Nobody\nwas told of it in time.\n\n2\n\f"
      "Annual Report 2024\n\nBrightmere bought nothing.\n\n3\n");
  CHECK(document.text ==
        "The board of Corvane sold its last mine to the bank and closed the office. Nobody was told of it in "
        "time.\n\nBrightmere bought nothing.");
  REQUIRE_FALSE(document.origins.empty());
  CHECK(document.origins.front().page == 1);
  CHECK(document.origins.back().page == 3);
}

TEST_CASE("plain: what only looks like a running head is text", "[reading]") {
  CHECK(find_running_heads("Corvane\n\fCorvane\n").empty());  // two pages may repeat a line by chance
  CHECK(find_running_heads("Corvane bought 3 mines.\nIt paid.\n").empty());
  const std::string pages = "A\n7\n\fB\nPage 8 of 9\n\fC\n- 9 -\n";
  const auto found = find_running_heads(pages);
  REQUIRE(found.size() == 3);
  CHECK(found[0].of(pages) == "7");
  CHECK(found[1].of(pages) == "Page 8 of 9");
  CHECK(found[2].of(pages) == "- 9 -");
}
