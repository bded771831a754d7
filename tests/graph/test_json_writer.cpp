// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

Graph parse(const std::string& json) {
  Diagnostics diagnostics;
  return parse_graph(json, "graph.json", diagnostics);
}

}  // namespace

TEST_CASE("graph json: the empty graph") {
  CHECK(serialise_graph({}) == R"({
  "directed": true,
  "multigraph": true,
  "graph": {
    "format": "relgraph/1",
    "documents": []
  },
  "nodes": [],
  "edges": []
}
)");
}

TEST_CASE("graph json: keys in their order, indented as Python does") {
  Graph graph;
  graph.documents.push_back({.id = "d", .title = "Ein \"Titel\"", .language = "de"});
  graph.nodes = {actor("b", "B"), actor("a", "Ärger", "project", {"A"})};
  graph.nodes[1].mentions.push_back({"d", {0, 6}, "name"});
  Edge edge = relation(1, 0, "owns", Status::planned, 0.5);
  edge.polarity = Polarity::positive;
  set_number(edge.attributes, "amount", 5e11);
  edge.evidence.push_back(sentence("d", 0, "Satz."));
  edge.evidence[0].trigger = Span{1, 2};
  edge.evidence[0].by = "trigger";
  edge.extra.push_back({"note", R"({"a":[1,{}],"b":[]})"});
  graph.edges.push_back(edge);
  CHECK(serialise_graph(graph) == R"({
  "directed": true,
  "multigraph": true,
  "graph": {
    "format": "relgraph/1",
    "documents": [
      {
        "id": "d",
        "title": "Ein \"Titel\"",
        "language": "de",
        "date": null,
        "source": null,
        "sha256": null
      }
    ]
  },
  "nodes": [
    {
      "id": "a",
      "label": "Ärger",
      "type": "project",
      "aliases": [
        "A"
      ],
      "mentions": [
        {
          "document": "d",
          "begin": 0,
          "end": 6,
          "kind": "name"
        }
      ]
    },
    {
      "id": "b",
      "label": "B",
      "type": "person",
      "aliases": [],
      "mentions": []
    }
  ],
  "edges": [
    {
      "source": "a",
      "target": "b",
      "key": 0,
      "type": "owns",
      "polarity": 1,
      "status": "planned",
      "confidence": 0.5,
      "attributes": {
        "amount": 500000000000
      },
      "evidence": [
        {
          "document": "d",
          "begin": 0,
          "end": 5,
          "text": "Satz.",
          "trigger": {
            "begin": 1,
            "end": 2
          },
          "speaker": null,
          "by": "trigger"
        }
      ],
      "note": {
        "a": [
          1,
          {}
        ],
        "b": []
      }
    }
  ]
}
)");
}

TEST_CASE("graph json: unknown keys survive at every level, in their order") {
  const std::string json = R"({"zeta": [1, 2.50, "x\/y"], "directed": true, "alpha": {"n": null},
    "graph": {"name": "g", "documents": [{"id": "d", "author": "me", "pages": 3}]},
    "nodes": [{"id": "a", "color": "red", "born": 1970,
               "mentions": [{"document": "d", "begin": 0, "end": 1, "kind": "name", "score": 0.5}]}],
    "edges": [{"source": "a", "target": "a", "weight": 2, "evidence": [
      {"document": "d", "begin": 0, "end": 1, "text": "t", "page": 7,
       "trigger": {"begin": 0, "end": 1, "lemma": "sein"}}]}]})";
  const Graph graph = parse(json);
  CHECK(graph.extra == Properties{{"zeta", R"([1,2.5,"x/y"])"}, {"alpha", R"({"n":null})"}});
  CHECK(graph.graph_extra == Properties{{"name", "\"g\""}});
  CHECK(graph.documents[0].extra == Properties{{"author", "\"me\""}, {"pages", "3"}});
  CHECK(graph.nodes[0].extra == Properties{{"color", "\"red\""}, {"born", "1970"}});
  CHECK(graph.nodes[0].mentions[0].extra == Properties{{"score", "0.5"}});
  CHECK(graph.edges[0].extra == Properties{{"weight", "2"}});
  const std::string saved = serialise_graph(graph);
  for (const char* line :
       {"\"zeta\": [\n", "\"alpha\": {\n    \"n\": null\n  }", "\"name\": \"g\"", "\"author\": \"me\"",
        "\"pages\": 3", "\"color\": \"red\"", "\"born\": 1970", "\"score\": 0.5", "\"weight\": 2",
        "\"page\": 7", "            \"end\": 1,\n            \"lemma\": \"sein\"\n          }"}) {
    CAPTURE(line);
    CHECK(saved.find(line) != std::string::npos);
  }
  CHECK(serialise_graph(parse(saved)) == saved);
}

TEST_CASE("graph json: save, load and save again give the same bytes") {
  std::mt19937 random(GENERATE(range(0U, 60U)));
  const std::string saved = serialise_graph(random_graph(random));
  CHECK(serialise_graph(parse(saved)) == saved);
}

TEST_CASE("graph json: hostile text goes through unchanged") {
  Graph graph;
  const std::string hostile = std::string("\x01\x1f \"\\</script>&amp;\u2028\uFFFE \x7f\n\t") + '\0' + "end";
  graph.nodes = {actor(hostile, hostile, hostile, {hostile + "x"})};
  Edge edge = relation(0, 0, hostile);
  set_string(edge.attributes, hostile, hostile);
  edge.evidence.push_back(sentence(hostile, 0, hostile));
  graph.edges.push_back(edge);
  const Graph back = parse(serialise_graph(graph));
  CHECK(back.nodes[0].id == hostile);
  CHECK(back.nodes[0].label == hostile);
  CHECK(back.nodes[0].aliases[0] == hostile + "x");
  CHECK(back.edges[0].type == hostile);
  CHECK(back.edges[0].attributes[0].name == hostile);
  CHECK(string_property(back.edges[0].attributes, hostile) == hostile);
  CHECK(back.edges[0].evidence[0].text == hostile);
}

TEST_CASE("graph json: invalid UTF-8 in memory is written as U+FFFD") {
  Graph graph;
  graph.nodes = {actor("a", "x\xC3")};
  CHECK(parse(serialise_graph(graph)).nodes[0].label == "x\uFFFD");
}
