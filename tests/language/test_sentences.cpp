// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;
using Strings = std::vector<std::string>;

TEST_CASE("sentences: abbreviations, initials and ordinals end none", "[language]") {
  CHECK(sentences_of(analysed("Das sagte Dr. Merkel. Am 22. Januar kam z. B. J. Roe dazu. Gut.", "de")) ==
        Strings{"Das sagte Dr. Merkel.", "Am 22. Januar kam z. B. J. Roe dazu.", "Gut."});
  CHECK(sentences_of(analysed("The U.S. Senate met Mr. Smith. Apple Inc. rose. It fell.", "en")) ==
        Strings{"The U.S. Senate met Mr. Smith.", "Apple Inc. rose.", "It fell."});
  CHECK(sentences_of(analysed("She works for Apple Inc. The firm grew.", "en")) ==
        Strings{"She works for Apple Inc.", "The firm grew."});
}

TEST_CASE("sentences: quotation marks behind the full stop belong to the sentence", "[language]") {
  CHECK(sentences_of(analysed("Er sagte: „Wir gehen.“ Dann ging er. „Warum?“, fragte sie.", "de")) ==
        Strings{"Er sagte: „Wir gehen.“", "Dann ging er.", "„Warum?“, fragte sie."});
  CHECK(sentences_of(analysed("He said, \"Go.\" (They went.) Fine.", "en")) ==
        Strings{"He said, \"Go.\"", "(They went.)", "Fine."});
}

TEST_CASE("sentences: never across blocks, line breaks within one are blanks", "[language]") {
  const auto a = analysed("Musk gegen Altman\n\nDer Streit der beiden\ngeht weiter. Es\nwird ernst.", "de");
  CHECK(sentences_of(a) ==
        Strings{"Musk gegen Altman", "Der Streit der beiden\ngeht weiter.", "Es\nwird ernst."});
  check_offsets(a);
}

TEST_CASE("sentences: headings are marked", "[language]") {
  Document document = document_of("Streit um Stargate\n\nEs geht um Geld.");
  document.blocks[0].kind = BlockKind::heading;
  Diagnostics diagnostics;
  const Analysis analysis = analyse(document, diagnostics, "de");
  REQUIRE(analysis.sentences.size() == 2);
  CHECK(analysis.sentences[0].heading);
  CHECK_FALSE(analysis.sentences[1].heading);
}

TEST_CASE("sentences: a document without blocks is one block", "[language]") {
  Document document = document_of("One. Two.");
  document.blocks.clear();
  Diagnostics diagnostics;
  CHECK(analyse(document, diagnostics, "en").sentences.size() == 2);
}
