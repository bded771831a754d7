// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../language/documents.hpp"
#include "graphs.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("extract: evidence and triggers are the words of the document", "[extraction]") {
  const std::string text =
      "Viel Neues.\n\nMicrosoft verklagt Google. 🚀 Satya Nadella, CEO von Microsoft, schwieg.";
  const Graph graph = graph_of(text, "de");
  REQUIRE_FALSE(graph.edges.empty());
  for (const Edge& edge : graph.edges) {
    CHECK(edge.source < graph.nodes.size());
    CHECK(edge.target < graph.nodes.size());
    for (const Evidence& evidence : edge.evidence) {
      CHECK(evidence.text == evidence.span.of(text));
      REQUIRE(evidence.trigger);
      CHECK(evidence.span.contains(*evidence.trigger));
      CHECK((evidence.by == "model" || evidence.by.starts_with("grammar:")));
    }
  }
  for (const Node& node : graph.nodes) {
    for (const Mention& mention : node.mentions) CHECK(mention.document == "test");
  }
}

TEST_CASE("extract: names without a relation are nodes too, nothing gives an empty graph", "[extraction]") {
  CHECK(graph_of("Gestern war Angela Merkel da.", "de").nodes.size() == 1);
  const Graph empty = graph_of("", "de");
  CHECK(empty.nodes.empty());
  CHECK(empty.edges.empty());
  CHECK(empty.documents.size() == 1);
  CHECK(graph_of("?!… -- ()", "de").nodes.empty());
}

TEST_CASE("extract: symmetric relations have one edge whatever the order", "[extraction]") {
  const Graph graph =
      graph_of("Microsoft kooperiert mit Google. Google kooperiert auch mit Microsoft.", "de");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].evidence.size() == 2);
}

TEST_CASE("extract: the same text gives the same bytes", "[extraction]") {
  const std::string text =
      "Microsoft verklagt Google. Angela Merkel (CDU) kritisierte Olaf Scholz, Robert Habeck und die SPD in "
      "Berlin.";
  CHECK(serialise_graph(graph_of(text, "de")) == serialise_graph(graph_of(text, "de")));
}

TEST_CASE("extract: hostile text ends well", "[extraction]") {
  const std::string text =
      GENERATE(std::string(2'000, '('), std::string("Chef von Microsoft, "), std::string("A"),
               std::string("\"\"\"'''„„““"), std::string("@a (@b) — c (@d) 1. 1. 1"),
               std::string("Microsoft Microsoft Microsoft verklagt verklagt Microsoft."));
  std::string many;
  while (many.size() < 3'000) many += text;
  const Graph graph = graph_of(many, "de");
  for (const Edge& edge : graph.edges) CHECK(edge.source != edge.target);
}

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("extract: the people of a real article are found under their full names", "[extraction]") {
  const std::string path = RELGRAPH_SOURCE_DIR "/../shared/gold/dev/de-dev-00.json";
  const std::string json = read(path);
  if (json.empty()) {
    WARN(path << " is not there: skipped");
    return;
  }
  const auto gold = nlohmann::json::parse(json);
  const Graph graph = graph_of(gold["text"].get<std::string>(), "de");
  std::size_t people = 0;
  std::size_t found = 0;
  for (const auto& entity : gold["entities"]) {
    if (entity["type"] != "person") continue;
    ++people;
    for (const Node& node : graph.nodes) {
      if (node.type == "person" && node.label == entity["names"][0].get<std::string>()) ++found;
    }
  }
  CHECK(people > 0);
  CHECK(found == people);
}

TEST_CASE("extract: what was weighed explains the graph, and the graph is the same", "[extraction]") {
  const std::string text =
      "Microsoft verklagt Google. Angela Merkel (CDU) kritisierte Olaf Scholz, Robert Habeck und die SPD in "
      "Berlin. Wenn Microsoft Google kauft, klagt die SPD.";
  Diagnostics diagnostics;
  Document document;
  document.id = "test";
  document.text = text;
  const Analysis analysis = analyse(document, diagnostics, "de", extraction_layers());
  const Weighed weighed = extract_weighed(document, analysis);
  CHECK(serialise_graph(weighed.graph) == serialise_graph(extract(document, analysis)));
  REQUIRE_FALSE(weighed.graph.edges.empty());
  const auto states = [&](const CandidateRelation& c, const Edge& edge) {
    const bool along = c.source == edge.source && c.target == edge.target;
    const bool against = c.source == edge.target && c.target == edge.source && c.type->symmetric;
    return c.type->id == edge.type && (along || against);
  };
  for (const CandidateRelation& c : weighed.candidates) {
    REQUIRE(c.type != nullptr);
    REQUIRE(c.source < weighed.graph.nodes.size());
    REQUIRE(c.target < weighed.graph.nodes.size());
    CHECK(c.sentence.end <= text.size());
    // An improbable one may be in the graph because the grammar found it.
    if (c.verdict == Verdict::improbable) CHECK(c.probability < extraction_threshold());
    if (c.probability < extraction_threshold())
      CHECK((c.verdict == Verdict::improbable || c.verdict == Verdict::accepted));
    const bool fits =
        fits_signature(*c.type, weighed.graph.nodes[c.source].type, weighed.graph.nodes[c.target].type);
    if (c.verdict == Verdict::signature) CHECK_FALSE(fits);
    if (c.verdict != Verdict::accepted) continue;
    CHECK(fits);
    CHECK(std::ranges::any_of(weighed.graph.edges, [&](const Edge& edge) { return states(c, edge); }));
  }
  for (const Edge& edge : weighed.graph.edges)
    CHECK(std::ranges::any_of(weighed.candidates, [&](const CandidateRelation& c) {
      return c.verdict == Verdict::accepted && states(c, edge);
    }));
}

TEST_CASE("extract: of an entry of the grammar it is told how far it got", "[extraction]") {
  const std::string text =
      "Microsoft verklagt Google. Microsoft und Google sind groß, doch verklagt wurde Nvidia bisher nicht.";
  Diagnostics diagnostics;
  Document document;
  document.id = "test";
  document.text = text;
  const Weighed weighed =
      extract_weighed(document, analyse(document, diagnostics, "de", extraction_layers()));
  std::vector<PatternOutcome> outcomes;
  for (const PatternTrial& trial : weighed.trials) {
    CHECK(trial.sentence.contains(trial.trigger));
    CHECK((trial.outcome == PatternOutcome::no_source) == trial.sources.empty());
    if (!trial.sources.empty()) CHECK((trial.outcome == PatternOutcome::no_target) == trial.targets.empty());
    if (trial.pattern == "de:verklagen:sues:verb:subj>obj") outcomes.push_back(trial.outcome);
  }
  CHECK(outcomes == std::vector{PatternOutcome::stated, PatternOutcome::no_source});
}
