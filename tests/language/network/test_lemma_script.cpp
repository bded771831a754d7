// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "language/network/lemma_script.hpp"
#include "relgraph/error.hpp"

using relgraph::network::LemmaScript;

TEST_CASE("edit scripts make lemmas", "[network]") {
  struct Row {
    const char *script, *word, *lemma;
  };
  const auto row = GENERATE(values<Row>({
      {"=sein", "ist", "sein"},
      {"l||0|0|", "Die", "die"},
      {"c||1|-2|", "Häuser", "Haus"},
      {"l|ge|0|0|", "angekommen", "ankommen"},
      {"l|zu|0|0|", "anzukommen", "ankommen"},
      {"l|zu|0|0|", "zukommen", "zukommen"},  // no "zu" behind the first letter
      {"k||0|-1|", "USAs", "USA"},
      {"u||0|0|", "nato", "NATO"},
      {"c||0|0|", "ÖSTERREICH", "Österreich"},
      {"l||1|-2|", "größer", "groß"},
      {"l||0|-9|", "kurz", "kurz"},  // too short to cut
      {"l||0|-2|", "es", "es"},      // nothing would be left
      {"l||0|-3|eißen", "gerissen", "geriseißen"},
  }));
  CAPTURE(row.script, row.word);
  CHECK(LemmaScript::parse(row.script).apply(row.word) == row.lemma);
}

TEST_CASE("what is no edit script is an error", "[network]") {
  const char* text = GENERATE("", "l", "l||0", "x||0|0|", "l||0|3|", "l||0|a|", "ll||0|0|");
  CAPTURE(text);
  CHECK_THROWS_AS(LemmaScript::parse(text), relgraph::Error);
}
