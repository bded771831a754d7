// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("analyse: another language is an empty analysis and a warning", "[language]") {
  const Analysed a =
      analysed("Le président de la République a annoncé que les négociations sont terminées.", "");
  CHECK(a.analysis.language.empty());
  CHECK(a.analysis.tokens.empty());
  REQUIRE(a.diagnostics.entries.size() == 1);
  CHECK(a.diagnostics.entries[0].severity == Severity::warning);
  CHECK_THAT(a.diagnostics.entries[0].message,
             Catch::Contains("looks like neither German nor English; use --language to force"));
}

TEST_CASE("analyse: what the call says wins over the text, the text over what the source says",
          "[language]") {
  const std::string german = "Die Regierung hat das Gesetz am Montag nicht beschlossen.";
  CHECK(analysed(german, "en").analysis.language == "en");
  Document document = document_of(german);
  document.language = "en-US";
  Diagnostics diagnostics;
  CHECK(analyse(document, diagnostics).language == "de");
  Document brief = document_of("Tesla: 5000");
  brief.language = "de-AT";
  CHECK(analyse(brief, diagnostics).language == "de");
  CHECK(diagnostics.entries.empty());
}

TEST_CASE("analyse: no text, no warning", "[language]") {
  const Analysed a = analysed("", "");
  CHECK(a.analysis.tokens.empty());
  CHECK(a.diagnostics.entries.empty());
}

TEST_CASE("annotate: fills in names over given words", "[language]") {
  GoldInput gold = from_conllu(
      "# language = en\n1\tTim\t_\t_\t_\t_\t_\t_\t_\t_\n2\tCook\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "3\tspoke\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "gold");
  annotate(gold.document, gold.analysis);
  REQUIRE(gold.analysis.names.size() == 1);
  CHECK(gold.analysis.names[0].span.of(gold.document.text) == "Tim Cook");
}

TEST_CASE("analyse: the same text gives the same bytes", "[language]") {
  const std::string text = "Angela Merkel (CDU) traf Emmanuel Macron in Paris. „Das war gut so“, sagte sie.";
  const Analysed a = analysed(text, "");
  const Analysed b = analysed(text, "");
  CHECK(to_json(a.document, a.analysis) == to_json(b.document, b.analysis));
}
