// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("dot: the empty graph") { CHECK(to_dot({}) == "digraph relgraph {\n}\n"); }

TEST_CASE("dot: nodes and edges with what they are") {
  Graph graph;
  graph.nodes = {actor("b", "B", "organization"), actor("a", "Anna")};
  Edge edge = relation(1, 0, "works_for", Status::reported, 0.5);
  edge.evidence = {sentence("d", 0, "Anna works for B.")};
  graph.edges = {edge, relation(1, 0, "partners_with")};
  CHECK(to_dot(graph) ==
        "digraph relgraph {\n"
        "  \"a\" [label=\"Anna\", shape=ellipse, relgraph_type=\"person\"];\n"
        "  \"b\" [label=\"B\", shape=box, relgraph_type=\"organization\"];\n"
        "  \"a\" -> \"b\" [label=\"partners with\", style=solid, dir=none, relgraph_type=\"partners_with\", "
        "relgraph_status=asserted, relgraph_polarity=0, relgraph_confidence=1.0];\n"
        "  \"a\" -> \"b\" [label=\"works for\", style=dashed, relgraph_type=\"works_for\", "
        "relgraph_status=reported, relgraph_polarity=0, relgraph_confidence=0.5, relgraph_sentences=1, "
        "tooltip=\"Anna works for B.\"];\n"
        "}\n");
}

TEST_CASE("dot: hostile text stays inside its quotes") {
  Graph graph;
  graph.nodes = {actor("a\"];\\", "x\"]; evil [label=\"\\N\\"), actor("a%22", "&lt;\n\x01"),
                 actor("<b>", "<b>x</b>")};
  graph.edges = {relation(0, 1, "\"]\\")};
  const std::string dot = to_dot(graph);
  CHECK_THAT(dot, Contains("\"a%22];%5C\" [label=\"x\\\"]; evil [label=\\\"\\\\N\\\\\""));
  CHECK_THAT(dot, Contains("\"a%2522\" [label=\"&amp;lt;\\n\uFFFD\""));
  CHECK_THAT(dot, Contains("\"<b>\" [label=\"<b>x</b>\""));
  CHECK_THAT(dot, Contains("relgraph_type=\"\\\"]\\\\\""));
}

TEST_CASE("dot: the order of building does not show") {
  std::mt19937 random(7);
  Graph graph = random_graph(random);
  const std::string dot = to_dot(graph);
  std::reverse(graph.edges.begin(), graph.edges.end());
  CHECK(to_dot(graph) == dot);
}
