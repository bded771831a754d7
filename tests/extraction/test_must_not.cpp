// SPDX-License-Identifier: Apache-2.0
// What other extractors are known to get wrong: pairs of sentences in which little is different, one of
// which must not give the edge. An edge that is negated or only planned is no claim.
#include <algorithm>
#include <catch2/catch.hpp>

#include "graphs.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

/// Whether the text is read as claiming it: by labels, in any status but negated.
bool claims(const std::string& text, std::string_view language, const std::string& edge) {
  return has_edge(text, language, edge) || has_edge(text, language, edge + " (reported)") ||
         has_edge(text, language, edge + " (former)");
}

/// Whether any edge joins the two.
bool joins(const std::string& text, std::string_view language, const std::string& a, const std::string& b) {
  const auto edges = edges_of(text, language);
  return std::ranges::any_of(edges, [&](const std::string& edge) {
    return edge.find(a) != std::string::npos && edge.find(b) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("must not: a denial is no fact", "[extraction]") {
  CHECK(claims("Toni Kroos spielt für Real Madrid.", "de", "Toni Kroos works_for Real Madrid"));
  CHECK_FALSE(claims("Lionel Messi hat nie für China gespielt.", "de", "Lionel Messi works_for China"));
  CHECK_FALSE(claims("Siemens hat Alstom nicht übernommen.", "de", "Siemens acquires Alstom"));
  CHECK_FALSE(claims("Microsoft never acquired Yahoo.", "en", "Microsoft acquires Yahoo"));
  CHECK_FALSE(
      claims("Jane Porter has never worked for Greenpeace.", "en", "Jane Porter works_for Greenpeace"));
}

TEST_CASE("must not: to stand in one sentence is no relation", "[extraction]") {
  CHECK_FALSE(joins("John Miller las am Abend ein Buch über Apple.", "de", "John Miller", "Apple"));
  CHECK_FALSE(joins("Yesterday John Miller read a book about Apple.", "en", "John Miller", "Apple"));
  CHECK_FALSE(joins("Shares of Boeing fell on Monday, while Nestlé reported higher sales.", "en", "Boeing",
                    "Nestlé"));
}

TEST_CASE("must not: two names that do the same are no pair (known to fail)", "[extraction][!mayfail]") {
  CHECK_FALSE(joins("Sowohl Siemens als auch Greenpeace veröffentlichten am Montag ihre Jahresberichte.",
                    "de", "Siemens", "Greenpeace"));
}

TEST_CASE("must not: source and target change places", "[extraction]") {
  CHECK_FALSE(claims("GitHub wurde 2018 von Microsoft übernommen.", "de", "GitHub acquires Microsoft"));
  CHECK_FALSE(claims("GitHub was acquired by Microsoft in 2018.", "en", "GitHub acquires Microsoft"));
  CHECK_FALSE(claims("Angela Merkel wurde von Horst Seehofer scharf kritisiert.", "de",
                     "Angela Merkel criticizes Horst Seehofer"));
  CHECK_FALSE(claims("Die Stadt Riga wurde Opfer eines Angriffs der Gruppe Nordwind.", "de",
                     "Riga attacks Nordwind"));
  CHECK_FALSE(claims("Greenpeace was sued by Shell.", "en", "Greenpeace sues Shell"));
}

TEST_CASE("must not: a question or a condition is no fact", "[extraction]") {
  CHECK_FALSE(claims("Wird Siemens den Konkurrenten Alstom übernehmen?", "de", "Siemens acquires Alstom"));
  CHECK_FALSE(claims("Falls Siemens Alstom übernähme, müssten die Kartellbehörden zustimmen.", "de",
                     "Siemens acquires Alstom"));
  CHECK_FALSE(claims("Will Boeing sue Airbus?", "en", "Boeing sues Airbus"));
  CHECK_FALSE(
      claims("If Boeing acquired Embraer, regulators would object.", "en", "Boeing acquires Embraer"));
}

TEST_CASE("must not: a place or a day is not whom an act aims at", "[extraction]") {
  CHECK_FALSE(joins("Angela Merkel kritisierte am Dienstag in Hamburg die SPD.", "de", "SPD", "Hamburg"));
  CHECK_FALSE(claims("Angela Merkel kritisierte am Dienstag in Hamburg die SPD.", "de",
                     "Angela Merkel criticizes Hamburg"));
  CHECK_FALSE(claims("In Paris, Joe Biden praised NATO.", "en", "Joe Biden praises Paris"));
}

TEST_CASE("must not: a separable prefix turns a verb round", "[extraction]") {
  CHECK_FALSE(claims("Olaf Scholz lehnte den Vorschlag von Friedrich Merz ab.", "de",
                     "Olaf Scholz supports Friedrich Merz"));
  CHECK_FALSE(claims("Robert Habeck trat gegen Annalena Baerbock an.", "de",
                     "Robert Habeck leaves Annalena Baerbock"));
}

TEST_CASE("must not: names that the text does not have", "[extraction]") {
  CHECK(nodes_of("Der Konzern entlässt 300 Mitarbeiter.", "de").empty());
  CHECK(nodes_of("The company said it would hire more people.", "en").empty());
  for (const std::string& node : nodes_of("Tesla-Chef Elon Musk kritisierte Sam Altman.", "de"))
    CHECK((node.ends_with(":Tesla") || node.ends_with(":Elon Musk") || node.ends_with(":Sam Altman")));
}
