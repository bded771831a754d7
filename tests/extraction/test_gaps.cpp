// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "../language/documents.hpp"
#include "graphs.hpp"
#include "relgraph/gaps.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

/// Gaps as "predicate kind frame: source, target". The grammar alone, unless asked for: what the trained
/// reader makes of an odd verb is no matter of this test.
std::vector<std::string> gaps_of(const std::string& text, std::string_view language,
                                 Extractor extractor = Extractor::grammar) {
  const Analysed a = analysed(text, language, extraction_layers());
  std::vector<std::string> out;
  for (const Gap& gap : find_gaps(a.document, a.analysis, extractor)) {
    CHECK(gap.language == language);
    CHECK(gap.sentence.contains(gap.trigger));
    CHECK(gap.sentence.contains(gap.source_mention));
    CHECK(gap.sentence.contains(gap.target_mention));
    out.push_back(gap.predicate + " " + gap.kind + " " + gap.frame() + ": " + gap.source + ", " + gap.target);
  }
  return out;
}

using Gaps = std::vector<std::string>;

}  // namespace

TEST_CASE("gaps: an unknown verb shows with the frame of the plain active sentence", "[gaps]") {
  CHECK(gaps_of("Petra Lang duzte Karl Hoffmann auf dem Parteitag.", "de") ==
        Gaps{"duzen verb subj>obj: Petra Lang, Karl Hoffmann"});
  CHECK(gaps_of("Karl Hoffmann wurde von Petra Lang geduzt.", "de") ==
        Gaps{"duzen verb subj>obj: Petra Lang, Karl Hoffmann"});
  CHECK(gaps_of("Jonas Richter spielte auf Sabine Krüger an.", "de") ==
        Gaps{"anspielen verb subj>auf: Jonas Richter, Sabine Krüger"});
  CHECK(gaps_of("Petra Lang und Karl Hoffmann duzen sich.", "de") ==
        Gaps{"sich duzen verb subj>subj: Petra Lang, Karl Hoffmann"});
  const Gaps english = gaps_of("Alan Brook was outwitted by Susan Miller last year.", "en");
  REQUIRE(english.size() == 1);
  CHECK(english[0].starts_with("outwit"));
  CHECK(english[0].ends_with(" verb subj>obj: Susan Miller, Alan Brook"));
}

TEST_CASE("gaps: nouns of acts and roles are predicates, the light verb is none", "[gaps]") {
  CHECK(gaps_of("Petra Lang erteilte Jonas Richter eine Lektion.", "de") ==
        Gaps{"Lektion noun agent>obj: Petra Lang, Jonas Richter"});
  CHECK(gaps_of("Susan Miller gave Alan Brook a wink.", "en") ==
        Gaps{"wink noun agent>obj: Susan Miller, Alan Brook"});
  CHECK(gaps_of("Susan Miller, a schoolmate of Alan Brook, laughed.", "en") ==
        Gaps{"schoolmate role holder>of: Susan Miller, Alan Brook"});
}

TEST_CASE("gaps: the trigger is the word, the mentions are the actors", "[gaps]") {
  const std::string text = "Es regnet. Petra Lang duzte Karl Hoffmann auf dem Parteitag.";
  const Analysed a = analysed(text, "de", extraction_layers());
  const std::vector<Gap> gaps = find_gaps(a.document, a.analysis, Extractor::grammar);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].trigger.of(text) == "duzte");
  CHECK(gaps[0].source_mention.of(text) == "Petra Lang");
  CHECK(gaps[0].target_mention.of(text) == "Karl Hoffmann");
  CHECK(gaps[0].sentence.of(text) == text.substr(11));
}

TEST_CASE("gaps: none where the relation is found, by pattern or reader", "[gaps]") {
  for (const Extractor extractor : {Extractor::grammar, Extractor::both, Extractor::model}) {
    CHECK(gaps_of("Microsoft verklagt Google.", "de", extractor).empty());
    CHECK(gaps_of("Susan Miller criticized Greenpeace sharply.", "en", extractor).empty());
  }
}

TEST_CASE("gaps: none for auxiliaries and modal verbs", "[gaps]") {
  CHECK(gaps_of("Petra Lang ist bei Karl Hoffmann. Petra Lang hat Karl Hoffmann.", "de").empty());
  CHECK(gaps_of("Petra Lang wird es bei Karl Hoffmann können.", "de").empty());
  CHECK(gaps_of("Susan Miller is with Alan Brook. Susan Miller has Alan Brook.", "en").empty());
}

TEST_CASE("gaps: what the grammar knows and rules out is none, nor is a question or condition", "[gaps]") {
  CHECK(gaps_of("Verklagt Microsoft Google?", "de").empty());
  CHECK(gaps_of("Wenn Microsoft Google verklagt, regnet es.", "de").empty());
  // Nobody marries a company: the signature forbids what the words say.
  const std::string wedding = "Petra Lang heiratete Volkswagen.";
  const Analysed a = analysed(wedding, "de", extraction_layers());
  const Graph graph = extract(a.document, a.analysis, Extractor::grammar);
  REQUIRE(graph.nodes.size() == 2);
  REQUIRE(graph.edges.empty());
  CHECK(gaps_of(wedding, "de").empty());
  // An entry would find nothing there either.
  CHECK(gaps_of("Duzt Petra Lang Karl Hoffmann?", "de").empty());
  CHECK(gaps_of("If Susan Miller outwits Alan Brook, it will rain.", "en").empty());
}

TEST_CASE("gaps: a list is one occurrence, a place of the event no actor", "[gaps]") {
  CHECK(gaps_of("Petra Lang und Jonas Richter duzten Karl Hoffmann in Berlin.", "de") ==
        Gaps{"duzen verb subj>obj: Petra Lang, Karl Hoffmann"});
}

TEST_CASE("gaps: no words, no names, other languages, hostile text", "[gaps]") {
  CHECK(gaps_of("", "de").empty());
  CHECK(gaps_of("Es duzte und duzte.", "de").empty());
  Analysed a = analysed("Petra Lang duzte Karl Hoffmann.", "de", extraction_layers());
  a.analysis.language = "fr";
  CHECK(find_gaps(a.document, a.analysis, Extractor::grammar).empty());
  std::string list = "Petra Lang";
  for (int i = 0; i < 300; ++i) list += ", Petra Lang und Karl Hoffmann duzen";
  CHECK_NOTHROW(gaps_of(list, "de"));
  CHECK_NOTHROW(gaps_of(std::string(2000, '(') + "\x01 duzte „'s Karl Hoffmann", "de"));
}
