// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

nlohmann::json oligrapher(const Graph& graph, Diagnostics& diagnostics) {
  return nlohmann::json::parse(written("oligrapher", graph, diagnostics).at(0).text);
}

}  // namespace

TEST_CASE("oligrapher: a map with a story") {
  Diagnostics diagnostics;
  const auto json = oligrapher(small_graph(), diagnostics);
  const auto& nodes = json["graph"]["nodes"];
  CHECK(nodes["n0"] ==
        nlohmann::json::parse(R"({"id":"n0","name":"Anna","description":"person","x":0,"y":-150,
    "scale":1,"color":"#ccc","edgeIds":["e0","e1"]})"));
  const auto& edges = json["graph"]["edges"];
  CHECK(edges["e0"] ==
        nlohmann::json::parse(R"({"id":"e0","node1_id":"n0","node2_id":"n1","label":"partners with",
    "status":"normal","scale":1,"arrow":false,"dash":false,"x1":0,"y1":-150,"x2":0,"y2":150,"cx":-23,"cy":0,"s1":1,"s2":1})"));
  CHECK(edges["e1"]["arrow"] == "1->2");
  CHECK(edges["e1"]["dash"] == true);
  CHECK(edges["e1"]["cx"] == 45);
  CHECK(json["annotations"]["list"] ==
        nlohmann::json::parse(R"X([{"id":"a1","header":"Anna – works for – B (reported)",
    "text":"<p>Anna works for B. <em>d</em></p>","nodeIds":["n0","n1"],"edgeIds":["e1"],"captionIds":[]}])X"));
}

TEST_CASE("oligrapher: stories are HTML, links lead to the web, loops are left out") {
  Graph graph = shape(2, {{0, 0}, {0, 1}});
  graph.edges[1].evidence = {sentence("d", 0, "<script>\"&")};
  set_string(graph.nodes[0].extra, "url", "javascript:alert(1)");
  set_string(graph.nodes[1].extra, "url", "https://example.org/?a=\"b");
  Diagnostics diagnostics;
  const auto json = oligrapher(graph, diagnostics);
  CHECK(json["graph"]["edges"].size() == 1);
  CHECK(!json["graph"]["nodes"]["n0"].contains("url"));
  CHECK(json["graph"]["nodes"]["n1"]["url"] == "https://example.org/?a=\"b");
  CHECK_THAT(json["annotations"]["list"][0]["text"].get<std::string>(),
             Contains("&lt;script&gt;&quot;&amp;"));
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("from a node to itself"));
  CHECK(oligrapher({}, diagnostics)["graph"]["nodes"].empty());
  CHECK(oligrapher(hostile_graph(), diagnostics)["graph"]["nodes"].size() == hostile_texts().size());
}
