// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "cli/long_documents.hpp"

using namespace relgraph;
using namespace relgraph::cli;

namespace {

Document document_of(std::string text, std::vector<Block> blocks = {}) {
  Document document;
  document.id = "long";
  document.text = std::move(text);
  document.blocks = std::move(blocks);
  return document;
}

/// The parts lie one behind the other and are the text.
void check_whole(const Document& document, std::size_t most) {
  std::size_t at = 0;
  for (const Span part : parts_of(document, most)) {
    CHECK(part.begin == at);
    CHECK(part.size() <= most);
    REQUIRE_FALSE(part.empty());
    const Document own = part_of(document, part);
    CHECK((static_cast<unsigned char>(own.text.front()) & 0xC0U) != 0x80U);
    for (const Block& block : own.blocks) CHECK(block.span.end <= own.text.size());
    at = part.end;
  }
  CHECK(at == document.text.size());
}

}  // namespace

TEST_CASE("long documents: parts are the text, whatever it is", "[cli]") {
  const std::string unit = GENERATE(std::string("a"), std::string("ä"), std::string("Ein Satz. "),
                                    std::string("🚀 "), std::string("\n\n"), std::string("wort\n"));
  std::string text;
  while (text.size() < 5000) text += unit;
  check_whole(document_of(text), GENERATE(16, 100, 999, 4999, 6000));
  CHECK(parts_of(document_of("")).empty());
}

TEST_CASE("long documents: cut between paragraphs, else behind a full stop", "[cli]") {
  const std::string first(70, 'x'), second(60, 'y');
  const Document document = document_of(first + "\n\n" + second,
                                        {{{0, 70}, BlockKind::paragraph}, {{72, 132}, BlockKind::paragraph}});
  const auto parts = parts_of(document, 100);
  REQUIRE(parts.size() == 2);
  CHECK(part_of(document, parts[0]).text == first);
  const Document rest = part_of(document, parts[1]);
  REQUIRE(rest.blocks.size() == 1);
  CHECK(rest.blocks[0].span.of(rest.text) == second);
  const Document plain = document_of("Das ist ein Satz. Das ist noch einer.");
  CHECK(parts_of(plain, 25)[0].of(plain.text) == "Das ist ein Satz. ");
}
