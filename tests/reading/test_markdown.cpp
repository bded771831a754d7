// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace relgraph;

TEST_CASE("markdown: front matter and prose", "[reading]") {
  const Document document = read_one(
      "---\ntitle: \"Corvane buys\"\ndate: 2025-03-11\nlang: en-GB\n---\n\n# Corvane buys\n\n"
      "**Corvane** [bought](http://x.example) *Brightmere*&nbsp;&amp; co.\nSecond line. ![a "
      "picture](b.png)\n\n"
      "```\ncode\n```\n\n> \"Never,\" she said.\n\n* one\n* two `b`\n\n<div>html</div>\n",
      "a.md");
  CHECK(document.title == "Corvane buys");
  CHECK(document.date == "2025-03-11");
  CHECK(document.language == "en");
  CHECK(document.text ==
        "Corvane bought Brightmere & co. Second line.\n\n\"Never,\" she said.\n\none\n\ntwo b");
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[1].kind == BlockKind::quote);
  CHECK(document.blocks[2].kind == BlockKind::list_item);
}

TEST_CASE("markdown: places refer to the file", "[reading]") {
  const std::string source = "# T\n\nA **bold** word.\n";
  const Document document = read_one(source, "a.md");
  CHECK(document.title == "T");
  REQUIRE(document.text == "A bold word.");
  CHECK(source.substr(document.source_offset(2).value(), 4) == "bold");
  CHECK(source.substr(document.source_offset(7).value(), 5) == "word.");
}
