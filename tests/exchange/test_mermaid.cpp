// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("mermaid: a flowchart") {
  Graph graph = small_graph();
  graph.edges[0].polarity = Polarity::negative;
  Diagnostics diagnostics;
  CHECK(written("mermaid", graph, diagnostics).at(0).text ==
        "flowchart LR\n"
        "  n0([\"Anna\"])\n"
        "  n1[\"B\"]\n"
        "  n0 ---|\"partners with\"| n1\n"
        "  n0 -.->|\"works for (reported)\"| n1\n"
        "  linkStyle 1 stroke:#b2182b\n");
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("no evidence"));
}

TEST_CASE("mermaid: doubtful characters are entities") {
  Graph graph;
  graph.nodes = {actor("a", "\"]; click n0 \"javascript:x\"\n%%{init}", "end"),
                 actor("b", "1. U.S. (a_b) - c."), actor("c", "- x"), actor("d", "")};
  Diagnostics diagnostics;
  const std::string text = written("mermaid", graph, diagnostics).at(0).text;
  CHECK_THAT(text, Contains("n0(\"#34;#93;#59; click n0 #34;javascript#58;x#34; #37;#37;#123;init#125;\")"));
  CHECK_THAT(text, Contains("n1([\"1#46; U#46;S. (a#95;b) - c.\"])"));
  CHECK_THAT(text, Contains("n2([\"#45; x\"])"));
  CHECK_THAT(text, Contains("n3([\"#8203;\"])"));
}

TEST_CASE("mermaid: limits are named") {
  Graph graph = shape(1, {});
  graph.nodes[0].label = std::string(10'000, 'x');
  for (int i = 0; i < 501; ++i) graph.edges.push_back(relation(0, 0, "t" + std::to_string(i)));
  Diagnostics diagnostics;
  CHECK(written("mermaid", graph, diagnostics).at(0).text.size() < 50'000);
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("cut"));
  CHECK_THAT(diagnostics.entries.at(2).message, Contains("500 edges"));
}
