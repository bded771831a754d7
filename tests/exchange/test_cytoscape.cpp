// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

Graph read_text(const std::string& text) { return read("cytoscape", {{"g.cyjs", text}}); }

}  // namespace

TEST_CASE("cytoscape: elements with their data") {
  Diagnostics diagnostics;
  CHECK(written("cytoscape", small_graph(), diagnostics).at(0).text ==
        R"({"data":{"format":"relgraph/1","documents":[{"id":"d","title":"T"}]},
"directed":true,
"multigraph":true,
"elements":{"nodes":[
{"data":{"id":"a","value":"a","name":"Anna","label":"Anna","type":"person","aliases":["Anna A.","Nan"],"mentions":[{"document":"d","begin":0,"end":4,"kind":"name"}]}},
{"data":{"id":"b","value":"b","name":"B","label":"B","type":"organization","site":"https://b.example"}}
],"edges":[
{"data":{"id":"e0","source":"a","target":"b","key":0,"interaction":"partners_with","type":"partners_with","label":"partners with","status":"asserted","polarity":0,"confidence":1.0,"weight":1,"sentences":0}},
{"data":{"id":"e1","source":"a","target":"b","key":1,"interaction":"works_for","type":"works_for","label":"works for","status":"reported","polarity":0,"confidence":0.5,"weight":1,"sentences":1,"amount":5,"currency":"EUR","sentence":"Anna works for B.","evidence":[{"document":"d","begin":0,"end":17,"text":"Anna works for B."}]}}
]}}
)");
  CHECK(diagnostics.entries.empty());
  CHECK(serialise_graph(there_and_back("cytoscape", small_graph())) == serialise_graph(small_graph()));
}

TEST_CASE("cytoscape: any graph comes back whole") {
  std::mt19937 random(5);
  for (int i = 0; i < 100; ++i) {
    Graph graph = random_graph(random);
    graph.graph_extra = {{"name", "\"g\""}};
    graph.extra = {{"elements", "1"}, {"extra:x", "[]"}, {"style", "{}"}};
    CHECK(serialise_graph(there_and_back("cytoscape", graph)) == serialise_graph(graph));
  }
  check_hostile("cytoscape");
}

TEST_CASE("cytoscape: no edge has the id of a node") {
  Graph graph = shape(3, {{0, 1}, {1, 2}});
  graph.nodes[0].id = "e0";
  graph.nodes[1].id = "_e1";
  Diagnostics diagnostics;
  const auto json = nlohmann::json::parse(written("cytoscape", graph, diagnostics).at(0).text);
  CHECK(json["elements"]["edges"][0]["data"]["id"] == "__e0");
}

TEST_CASE("cytoscape: places of nodes are kept") {
  const Graph graph =
      read_text(R"({"elements":[{"data":{"id":"a"},"position":{"x":1,"y":2.5},"selected":true}]})");
  CHECK(graph.nodes[0].extra == Properties{{"position", R"({"x":1,"y":2.5})"}});
  Diagnostics diagnostics;
  CHECK_THAT(written("cytoscape", graph, diagnostics).at(0).text,
             Contains(R"("type":"unknown"},"position":{"x":1)"));
}

TEST_CASE("cytoscape: what NetworkX writes") {
  const Graph graph =
      read_text(R"X({"data": [["name", "g"]], "directed": false, "multigraph": true, "elements": {
    "edges": [{"data": {"weight": 3, "source": [0, 1], "target": 1, "key": 0}},
              {"data": {"source": 1, "target": 9, "key": "k", "relation": "owns"}}],
    "nodes": [{"data": {"id": "(0, 1)", "value": [0, 1], "name": "(0, 1)"}},
              {"data": {"id": "1", "value": 1, "name": "one", "size": 2.5}}]}})X");
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[1].label == "one");
  CHECK(graph.nodes[1].extra == Properties{{"size", "2.5"}});
  CHECK(graph.nodes[2].id == "9");
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].source == 0);
  CHECK(graph.edges[0].target == 1);
  CHECK(graph.edges[0].extra == Properties{{"weight", "3"}});
  CHECK(graph.edges[1].type == "owns");
  CHECK(graph.edges[1].extra == Properties{{"networkx_key", "\"k\""}});
  CHECK(graph.graph_extra == Properties{{"name", "\"g\""}});
}

TEST_CASE("cytoscape: what Cytoscape and Cytoscape.js write") {
  const Graph graph = read_text(R"([{"group":"edges","data":{"id":"x","source":"5","target":"b",
      "shared_name":"five (pp) b","interaction":"pp","confidence":"0.5","evidence":["PMID:1"]}},
    {"data":{"id":5,"shared_name":"five","name":"five","SUID":5,"status":"old"}}])");
  CHECK(graph.nodes[0].label == "five");
  CHECK(graph.nodes[0].extra == Properties{{"SUID", "5"}, {"status", "\"old\""}});
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].type == "pp");
  CHECK(graph.edges[0].confidence == 0.5);
  CHECK(graph.edges[0].extra == Properties{{"id", "\"x\""},
                                           {"original_evidence", R"(["PMID:1"])"},
                                           {"shared_name", "\"five (pp) b\""}});
}

TEST_CASE("cytoscape: bad input says what and where") {
  const auto error = [](const std::string& text) { return error_of([&] { read_text(text); }); };
  CHECK_THAT(error(" "), Contains("g.cyjs: is empty"));
  CHECK_THAT(error("{\"elements\":\n{]}"), Contains("g.cyjs:2:"));
  CHECK_THAT(error("{}"), Contains("no \"elements\""));
  CHECK_THAT(error("{\"elements\":5}"), Contains("\"elements\" is a number, not an object"));
  CHECK_THAT(error(R"({"elements":{"nodes":[{}]}})"), Contains("nodes[0]: there is no \"data\""));
  CHECK_THAT(error(R"({"elements":{"nodes":[{"data":{"id":"a"}},{"data":{"id":"a"}}]}})"),
             Contains("elements.nodes[1]: the id 'a' is already that of another node"));
  CHECK_THAT(error(R"([{"data":{"source":"a","target":"b","confidence":-1}}])"),
             Contains("elements[0]: the confidence -1 is not between 0 and 1"));
  CHECK_THAT(error("[" + std::string(5000, '[')), Contains("g.cyjs"));
  CHECK_THAT(error(R"([{"data":{"id":"a","x":)" + std::string(800, '[') + std::string(800, ']') + "}}]"),
             Contains("nested too deep"));
}
