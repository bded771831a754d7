// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace relgraph;

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
