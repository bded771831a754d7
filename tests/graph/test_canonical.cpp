// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;

TEST_CASE("canonical: the order in which a graph was built does not show") {
  const unsigned seed = GENERATE(range(0U, 40U));
  std::mt19937 random(seed);
  const Graph graph = random_graph(random);
  Graph shuffled = graph;
  std::shuffle(shuffled.documents.begin(), shuffled.documents.end(), random);
  std::vector<std::uint32_t> place(graph.nodes.size());
  for (std::uint32_t i = 0; i < place.size(); ++i) place[i] = i;
  std::shuffle(place.begin(), place.end(), random);
  for (std::size_t i = 0; i < place.size(); ++i) {
    shuffled.nodes[place[i]] = graph.nodes[i];
    std::shuffle(shuffled.nodes[place[i]].mentions.begin(), shuffled.nodes[place[i]].mentions.end(), random);
    std::shuffle(shuffled.nodes[place[i]].aliases.begin(), shuffled.nodes[place[i]].aliases.end(), random);
  }
  for (Edge& edge : shuffled.edges) {
    edge.source = place[edge.source];
    edge.target = place[edge.target];
    std::shuffle(edge.evidence.begin(), edge.evidence.end(), random);
  }
  std::shuffle(shuffled.edges.begin(), shuffled.edges.end(), random);
  CHECK(serialise_graph(shuffled) == serialise_graph(graph));
}

TEST_CASE("canonical: twice is the same as once") {
  std::mt19937 random(GENERATE(range(100U, 130U)));
  Graph graph = random_graph(random);
  canonicalise(graph);
  const std::string once = serialise_graph(graph);
  canonicalise(graph);
  CHECK(serialise_graph(graph) == once);
}

TEST_CASE("canonical: edges that state the same become one with all the evidence") {
  Graph graph = shape(2, {});
  Edge weak = relation(0, 1, "criticizes", Status::asserted, 0.4);
  set_number(weak.attributes, "amount", 1);
  set_string(weak.attributes, "currency", "EUR");
  set_string(weak.attributes, "role", "chair");
  weak.evidence.push_back(sentence("d", 50, "Zweiter."));
  Edge strong = relation(0, 1, "criticizes", Status::asserted, 0.9);
  set_number(strong.attributes, "amount", 2);
  strong.evidence.push_back(sentence("d", 0, "Erster."));
  graph.edges = {weak, strong, relation(0, 1, "criticizes", Status::former), relation(1, 0, "criticizes"),
                 relation(0, 1, "accuses")};
  canonicalise(graph);
  REQUIRE(graph.edges.size() == 4);
  CHECK(graph.edges[0].type == "accuses");
  const Edge& joined = graph.edges[1];
  CHECK(joined.confidence == 0.9);
  CHECK(number_property(joined.attributes, "amount") == 2);
  CHECK_FALSE(string_property(joined.attributes, "currency"));  // that of another amount
  CHECK(string_property(joined.attributes, "role") == "chair");
  REQUIRE(joined.evidence.size() == 2);
  CHECK(joined.evidence[0].text == "Erster.");
  CHECK(graph.edges[0].key == 0);
  CHECK(graph.edges[1].key == 1);
  CHECK(graph.edges[2].key == 2);
  CHECK(graph.edges[3].key == 0);
}

TEST_CASE("canonical: a sentence counts once") {
  Graph graph = shape(2, {{0, 1}});
  auto& evidence = graph.edges[0].evidence;
  evidence = {sentence("d", 0, "Same."), sentence("d", 0, "Same."), sentence("d", 90, "Same."),
              sentence("e", 0, "Same."), sentence("d", 40, "Other.")};
  evidence[1].trigger = Span{1, 2};
  canonicalise(graph);
  const auto& tidy = graph.edges[0].evidence;
  REQUIRE(tidy.size() == 3);
  CHECK(tidy[0].span.begin == 0);
  CHECK(tidy[0].trigger.has_value());
  CHECK(tidy[1].text == "Other.");
  CHECK(tidy[2].document == "e");
}

TEST_CASE("canonical: evidence without a place is told apart by its words") {
  Graph graph = shape(2, {{0, 1}});
  Evidence first;
  first.text = "One.";
  Evidence second;
  second.text = "Two.";
  graph.edges[0].evidence = {second, first, first};
  canonicalise(graph);
  REQUIRE(graph.edges[0].evidence.size() == 2);
  CHECK(graph.edges[0].evidence[0].text == "One.");
}

TEST_CASE("canonical: a symmetric relation has no direction") {
  Graph graph = shape(2, {});
  graph.edges = {relation(1, 0, "partners_with"), relation(0, 1, "partners_with"), relation(1, 0, "owns")};
  canonicalise(graph);
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].type == "partners_with");
  CHECK(graph.edges[0].source == 0);
  CHECK(graph.edges[1].source == 1);
}

TEST_CASE("canonical: aliases are sorted, single, and not the label") {
  Graph graph;
  graph.nodes = {actor("a", "Anna", "person", {"B", "Anna", "A", "B"})};
  canonicalise(graph);
  CHECK(graph.nodes[0].aliases == std::vector<std::string>{"A", "B"});
}
