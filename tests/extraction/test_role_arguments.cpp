// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "clauses.hpp"

using namespace relgraph::test;

TEST_CASE("offices: every order of holder, office and organisation", "[extraction]") {
  const auto [language, text, edge] = GENERATE(table<std::string, std::string, std::string>({
      {"de", "Microsoft-CEO Satya Nadella kam nach Berlin.", "Satya Nadella leads Microsoft"},
      {"de", "Satya Nadella, CEO von Microsoft, kam nicht.", "Satya Nadella leads Microsoft"},
      {"de", "Der Chef von Microsoft, Satya Nadella, kam nicht.", "Satya Nadella leads Microsoft"},
      {"de", "Die Vorsitzende der SPD, Andrea Nahles, trat auf.", "Andrea Nahles leads SPD"},
      {"de", "Andrea Nahles ist seit 2018 Vorsitzende der SPD.", "Andrea Nahles leads SPD"},
      {"de", "Der türkische Präsident Recep Tayyip Erdoğan sprach. Die Türkei schwieg.",
       "Recep Tayyip Erdoğan leads Türkei"},
      {"de", "Peter Altmaier, Sprecher der CDU, schwieg.", "Peter Altmaier works_for CDU"},
      {"en", "Microsoft CEO Satya Nadella spoke.", "Satya Nadella leads Microsoft"},
      {"en", "Microsoft's chief executive, Satya Nadella, spoke.", "Satya Nadella leads Microsoft"},
      {"en", "Satya Nadella, the chief executive of Microsoft, spoke.", "Satya Nadella leads Microsoft"},
      {"en", "Senator Bernie Sanders of Vermont won.", "Bernie Sanders works_for Vermont"},
      {"en", "Turkish President Recep Tayyip Erdoğan left Turkey.", "Recep Tayyip Erdoğan leads Turkey"},
      {"en", "Jared Kushner, an adviser to Donald Trump, resigned.", "Jared Kushner advises Donald Trump"},
      {"en", "Michelle Obama, the wife of Barack Obama, spoke.", "Barack Obama family_of Michelle Obama"},
  }));
  CAPTURE(text, edges_of(text, language));
  CHECK(has_edge(text, language, edge));
}

TEST_CASE("offices: a former one is former", "[extraction]") {
  CHECK(has_edge("Der frühere Microsoft-Chef Steve Ballmer sprach.", "de",
                 "Steve Ballmer leads Microsoft (former)"));
  CHECK(
      has_edge("Former Microsoft CEO Steve Ballmer spoke.", "en", "Steve Ballmer leads Microsoft (former)"));
}

TEST_CASE("offices: without an organisation there is none", "[extraction]") {
  CHECK(edges_of("Präsident Donald Trump traf den Sprecher.", "de").empty());
}
