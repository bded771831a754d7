// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using Catch::Matchers::Contains;
using relgraph::testing::error_of;

namespace {

Graph parse(const std::string& json) {
  Diagnostics diagnostics;
  Graph graph = parse_graph(json, "graph.json", diagnostics);
  CHECK(diagnostics.entries.empty());
  return graph;
}

std::string failure(const std::string& json) {
  return error_of([&] {
    Diagnostics diagnostics;
    static_cast<void>(parse_graph(json, "graph.json", diagnostics));
  });
}

std::string with_edge(const std::string& edge) {
  return R"({"nodes": [{"id": "a"}, {"id": "b"}], "edges": [)" + edge + "]}";
}

std::string with_node(const std::string& node) { return R"({"edges": [], "nodes": [)" + node + "]}"; }

}  // namespace

TEST_CASE("graph json: every field is read") {
  const Graph graph = parse(R"({
    "directed": true, "multigraph": true,
    "graph": {"format": "relgraph/1", "documents": [
      {"id": "d", "title": "T", "language": "de", "date": "2025-01-22", "source": "d.txt", "sha256": "00"}]},
    "nodes": [
      {"id": "a", "label": "Anna", "type": "person", "aliases": ["@anna"],
       "mentions": [{"document": "d", "begin": 3, "end": 7, "kind": "handle"}]},
      {"id": "b"}],
    "edges": [
      {"source": "a", "target": "b", "key": 4, "type": "owns", "polarity": -1, "status": "former",
       "confidence": 0.25, "attributes": {"share": 0.5, "currency": "EUR"},
       "evidence": [{"document": "d", "begin": 1, "end": 9, "text": "So \"ist\" es.",
                     "trigger": {"begin": 2, "end": 3}, "speaker": "b", "by": "model"}]}]})");
  REQUIRE(graph.documents.size() == 1);
  CHECK(graph.documents[0].id == "d");
  CHECK(graph.documents[0].title == "T");
  CHECK(graph.documents[0].language == "de");
  CHECK(graph.documents[0].date == "2025-01-22");
  CHECK(graph.documents[0].source == "d.txt");
  CHECK(graph.documents[0].sha256 == "00");
  REQUIRE(graph.nodes.size() == 2);
  CHECK(graph.nodes[0].label == "Anna");
  CHECK(graph.nodes[0].type == "person");
  CHECK(graph.nodes[0].aliases == std::vector<std::string>{"@anna"});
  REQUIRE(graph.nodes[0].mentions.size() == 1);
  CHECK(graph.nodes[0].mentions[0].document == "d");
  CHECK(graph.nodes[0].mentions[0].span == Span{3, 7});
  CHECK(graph.nodes[0].mentions[0].kind == "handle");
  REQUIRE(graph.edges.size() == 1);
  const Edge& edge = graph.edges[0];
  CHECK(edge.source == 0);
  CHECK(edge.target == 1);
  CHECK(edge.key == 4);
  CHECK(edge.type == "owns");
  CHECK(edge.polarity == Polarity::negative);
  CHECK(edge.status == Status::former);
  CHECK(edge.confidence == 0.25);
  CHECK(edge.attributes == Properties{{"share", "0.5"}, {"currency", "\"EUR\""}});
  REQUIRE(edge.evidence.size() == 1);
  CHECK(edge.evidence[0].document == "d");
  CHECK(edge.evidence[0].span == Span{1, 9});
  CHECK(edge.evidence[0].text == "So \"ist\" es.");
  CHECK(edge.evidence[0].trigger == Span{2, 3});
  CHECK(edge.evidence[0].speaker == "b");
  CHECK(edge.evidence[0].by == "model");
}

TEST_CASE("graph json: what is missing gets its default") {
  const Graph graph = parse(with_edge(R"({"source": "a", "target": "b"})"));
  CHECK(graph.nodes[0].label == "a");
  CHECK(graph.nodes[0].type == "unknown");
  CHECK(graph.edges[0].type == "related_to");
  CHECK(graph.edges[0].polarity == Polarity::neutral);
  CHECK(graph.edges[0].status == Status::asserted);
  CHECK(graph.edges[0].confidence == 1);
  CHECK(graph.edges[0].evidence.empty());
}

TEST_CASE("graph json: null is the same as missing") {
  const Graph graph = parse(R"({"directed": null, "multigraph": null, "graph": null,
    "nodes": [{"id": "a", "label": null, "type": null, "aliases": null, "mentions": null}],
    "edges": [{"source": "a", "target": "a", "key": null, "type": null, "polarity": null, "status": null,
               "confidence": null, "attributes": null, "evidence": null}]})");
  CHECK(graph.nodes[0].label == "a");
  CHECK(graph.edges[0].type == "related_to");
  CHECK(graph.edges[0].confidence == 1);
}

TEST_CASE("graph json: the ontology gives the polarity that an edge does not have") {
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "type": "criticizes"})")).edges[0].polarity ==
        Polarity::negative);
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "type": "praises"})")).edges[0].polarity ==
        Polarity::positive);
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "type": "praises", "polarity": 0})"))
            .edges[0]
            .polarity == Polarity::neutral);
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "type": "my_own"})")).edges[0].polarity ==
        Polarity::neutral);
}

TEST_CASE("graph json: NetworkX 3.4 writes links, and ids may be numbers") {
  const Graph graph = parse(R"({"directed": true, "multigraph": true, "graph": {},
    "nodes": [{"id": 1}, {"id": -2}], "links": [{"source": 1, "target": -2, "key": 0}]})");
  CHECK(graph.nodes[0].id == "1");
  CHECK(graph.nodes[1].id == "-2");
  CHECK(graph.edges[0].target == 1);
}

TEST_CASE("graph json: edges may come before the nodes") {
  const Graph graph = parse(R"({"edges": [{"target": "b", "source": "a", "x": "\u00e4"}], "y": 1,
    "nodes": [{"id": "a", "label": "\u0041"}, {"id": "b"}]})");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].source == 0);
  CHECK(graph.edges[0].extra == Properties{{"x", "\"ä\""}});
  CHECK(graph.nodes[0].label == "A");
  CHECK(graph.extra == Properties{{"y", "1"}});
  CHECK_THAT(failure(R"({"edges": [{"target": "b", "source": "z"}], "nodes": [{"id": "b"}]})"),
             Contains("edges[0]: the source \"z\" is not among the nodes"));
}

TEST_CASE("graph json: a key in escapes is the same key") {
  CHECK(parse(R"({"n\u006fdes": [{"\u0069d": "a\u0062"}], "edges": []})").nodes[0].id == "ab");
}

TEST_CASE("graph json: keys of edges that are no numbers are kept") {
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "key": "e1"})")).edges[0].extra ==
        Properties{{"networkx_key", "\"e1\""}});
  CHECK(parse(with_edge(R"({"source": "a", "target": "b", "key": [1, 2]})")).edges[0].extra ==
        Properties{{"networkx_key", "[1,2]"}});
}

TEST_CASE("graph json: what is odd but readable is a warning") {
  Diagnostics diagnostics;
  static_cast<void>(parse_graph(R"({"directed": false, "nodes": [], "graph": {"format": "relgraph/9"}})", "g",
                                diagnostics));
  REQUIRE(diagnostics.entries.size() == 3);
  CHECK_FALSE(diagnostics.failed());
  CHECK_THAT(diagnostics.entries[0].message, Contains("undirected"));
  CHECK_THAT(diagnostics.entries[1].message, Contains("relgraph/9"));
  CHECK_THAT(diagnostics.entries[2].message, Contains("without edges"));
  CHECK(diagnostics.entries[0].where.file == "g");
}

TEST_CASE("graph json: a byte order mark is skipped") {
  CHECK(parse("\xEF\xBB\xBF" + with_edge("")).nodes.size() == 2);
}

TEST_CASE("graph json: errors of meaning name the place") {
  const auto [json, message] = GENERATE(table<std::string, std::string>({
      {R"({"source": "x", "target": "b"})", "graph.json: edges[0]: the source \"x\" is not among the nodes"},
      {R"({"source": "a", "target": 7})", "edges[0]: the target \"7\" is not among the nodes"},
      {R"({"target": "b"})", "edges[0]: there is no \"source\""},
      {R"({"source": "a"})", "edges[0]: there is no \"target\""},
      {R"({"source": null, "target": "b"})", "\"source\" is null, not a string or a whole number"},
      {R"({"source": 1.5, "target": "b"})", "\"source\" is a number, not a string or a whole number"},
      {R"({"source": "a", "target": "b", "type": 7})", "\"type\" is a number, not a string"},
      {R"({"source": "a", "target": "b", "polarity": 2})", "\"polarity\" is not -1, 0 or 1"},
      {R"({"source": "a", "target": "b", "polarity": 0.5})", "\"polarity\" is not -1, 0 or 1"},
      {R"({"source": "a", "target": "b", "status": "maybe"})", "there is no status \"maybe\""},
      {R"({"source": "a", "target": "b", "confidence": 1.01})", "\"confidence\" is not between 0 and 1"},
      {R"({"source": "a", "target": "b", "confidence": -1})", "\"confidence\" is not between 0 and 1"},
      {R"({"source": "a", "target": "b", "confidence": "1"})", "\"confidence\" is a string, not a number"},
      {R"({"source": "a", "target": "b", "attributes": []})", "\"attributes\" is a list, not an object"},
      {R"({"source": "a", "target": "b", "evidence": {}})", "\"evidence\" is an object, not a list"},
      {R"({"source": "a", "target": "b", "evidence": [{}, {"begin": 5, "end": 4}]})",
       "edges[0].evidence[1]: \"end\" is before \"begin\""},
      {R"({"source": "a", "target": "b", "evidence": [{"begin": -1}]})",
       "edges[0].evidence[0]: \"begin\" is not a whole number from 0"},
      {R"({"source": "a", "target": "b", "evidence": [{"trigger": {"begin": 2, "end": 1}}]})",
       "edges[0].evidence[0].trigger: \"end\" is before \"begin\""},
      {R"({"source": "a", "target": "b", "type": "x", "type": "y"})", "the key \"type\" stands twice"},
      {R"({"source": "a", "target": "b", "z": 1, "z": 2})", "the key \"z\" stands twice"},
      {R"({"source": "a", "target": "b", "z": {"y": 1, "y": 2}})",
       "\"z\" holds an object with one key twice"},
      {R"(5)", "edges[0]: \"the entry\" is a number, not an object"},
  }));
  CHECK_THAT(failure(with_edge(json)), Contains(message));
}

TEST_CASE("graph json: errors of nodes name the place") {
  const auto [json, message] = GENERATE(table<std::string, std::string>({
      {R"({"label": "A"})", "nodes[0]: there is no \"id\""},
      {R"({"id": ""})", "nodes[0]: \"id\" is empty"},
      {R"({"id": true})", "\"id\" is true or false, not a string or a whole number"},
      {R"({"id": "a"}, {"id": "b"}, {"id": "a"})", "nodes[2]: the id \"a\" is already that of nodes[0]"},
      {R"({"id": "1"}, {"id": 1})", "nodes[1]: the id \"1\" is already that of nodes[0]"},
      {R"({"id": "a", "label": 5})", "nodes[0]: \"label\" is a number, not a string"},
      {R"({"id": "a", "aliases": ["x", 5]})", "nodes[0].aliases[1]: \"the entry\" is a number, not a string"},
      {R"({"id": "a", "mentions": [{"begin": 1}]})", "nodes[0].mentions[0]: \"end\" is before \"begin\""},
  }));
  CHECK_THAT(failure(with_node(json)), Contains(message));
}

TEST_CASE("graph json: errors of the whole file") {
  CHECK_THAT(failure(""), Contains("graph.json: is empty"));
  CHECK_THAT(failure(" \n "), Contains("graph.json: is empty"));
  CHECK_THAT(failure("[]"), Contains("graph.json: is no graph: the outermost value is a list"));
  CHECK_THAT(failure("{}"), Contains("graph.json: is no graph: there are no \"nodes\""));
  CHECK_THAT(failure(R"({"nodes": [], "edges": [], "links": []})"), Contains("both \"edges\" and \"links\""));
  CHECK_THAT(failure(R"({"nodes": [], "nodes": []})"), Contains("the key \"nodes\" stands twice"));
  CHECK_THAT(failure(R"({"nodes": [], "graph": {"documents": [{"id": "d"}, {"id": "d"}]}})"),
             Contains("graph.documents[1]: the id \"d\" is already that of documents[0]"));
}

TEST_CASE("graph json: errors of syntax name line and column") {
  CHECK_THAT(failure("{\n  \"nodes\": [\n    {\"id\" \"a\"}]}"),
             Contains("graph.json:3:11: not valid JSON: "));
  CHECK_THAT(failure(R"({"nodes": [)"), Contains("graph.json:1:12: not valid JSON: unexpected end of input"));
  CHECK_THAT(failure(R"({"nodes": [],})"), Contains("graph.json:1:14: not valid JSON: "));
  CHECK_THAT(failure("{\"nodes\": []}\nx"), Contains("graph.json:2:1: not valid JSON: "));
  CHECK_THAT(failure("{\"nodes\": []} {}"), Contains("graph.json:1:15: not valid JSON: "));
  CHECK_THAT(failure(std::string("{\"nodes\": [],\n \"x\": 12\0003}", 25)),
             Contains("graph.json:2:9: not valid JSON: a zero byte"));
  CHECK_THAT(failure("nul"), Contains("not valid JSON"));
  CHECK_THAT(failure("7"), Contains("graph.json"));
}

TEST_CASE("graph json: what the fast parser would let pass is still an error") {
  const std::string edge = GENERATE(
      R"({"source": "a", "target": "b", "z": [1 2]})", R"({"source": "a", "target": "b", "z": [1,]})",
      R"({"source": "a", "target": "b", "z": {"y" 1}})", R"({"source": "a", "target": "b", "z": [}]})",
      R"({"source": "a", "target": "b", "z": nulx})", R"({"source": "a", "target": "b", "z": 01})",
      R"({"source": "a", "target": "b", "key": 01})", R"({"source": "a", "target": "b", "key": -})",
      R"({"source": "a", "target": "b", "label": nulx})", R"({"source": "a", "target": "b", "type": nulx})",
      R"({"source": "a", "target": 00})", R"({"source": "a", "target": "b", "confidence": 0.})",
      R"({"source": "a", "target": "b", "z": "\ud800"})",
      R"({"source": "a", "target": "b", "type": "\ud800"})",
      R"({"source": "a", "target": "b", "type": "\x"})", R"({"source": "a", "target": "b", "type": "x" "y"})",
      R"({"source": "a", "target": "b",, "type": "y"})",
      "{\"source\": \"a\", \"target\": \"b\", \"type\": \"a\nb\"}", R"({"source": "a" "target": "b"})");
  CAPTURE(edge);
  CHECK_THAT(failure(with_edge(edge)), Contains("not valid JSON"));
}

TEST_CASE("graph json: NaN and Infinity are told by name") {
  const std::string word = GENERATE("NaN", "Infinity", "-Infinity");
  CHECK_THAT(failure(with_edge(R"({"source": "a", "target": "b", "confidence": )" + word + "}")),
             Contains("graph.json:1:94: NaN and Infinity are no JSON numbers"));
  CHECK_THAT(failure(with_edge(R"({"source": "a", "target": "b", "z": [1, )" + word + "]}")),
             Contains("NaN and Infinity are no JSON numbers"));
}

TEST_CASE("graph json: invalid UTF-8 is an error with its place") {
  CHECK_THAT(failure("{\"nodes\": [],\n \"x\": \"\xC3\x28\"}"),
             Contains("graph.json:2:8: byte 21 is not valid UTF-8"));
}

TEST_CASE("graph json: whole numbers of any size are kept where relgraph does not need them") {
  const Graph graph = parse(
      with_edge(R"({"source": "a", "target": "b", "z": [123456789012345678901234567890, -0, 1E2, 5e-324]})"));
  CHECK(graph.edges[0].extra == Properties{{"z", "[123456789012345678901234567890,0,100.0,5e-324]"}});
  CHECK_THAT(failure(with_edge(R"({"source": "a", "target": "b", "z": 1e400})")),
             Contains("edges[0]: \"z\" holds a number that is out of range"));
  CHECK_THAT(failure(with_edge(R"({"source": "a", "target": "b", "confidence": 1e400})")),
             Contains("graph.json:1:94: the number is out of range"));
}

TEST_CASE("graph json: deep nesting ends in an error") {
  const std::size_t depth = GENERATE(501U, 1000000U);
  for (const std::string& open : {std::string("["), std::string("{\"a\":")}) {
    std::string deep;
    for (std::size_t i = 0; i < depth; ++i) deep += open;
    CHECK_FALSE(failure(deep).empty());
    CHECK_FALSE(failure("{\"nodes\": " + deep).empty());
    CHECK_FALSE(failure("{\"nodes\": [], \"x\": " + deep).empty());
  }
  std::string balanced(depth, '[');
  balanced += std::string(depth, ']');
  CHECK_THAT(failure("{\"nodes\": [], \"edges\": [], \"x\": " + balanced + "}"),
             Contains("\"x\" is nested too deep"));
}

TEST_CASE("graph json: hostile names cannot hide in a message") {
  const std::string message = failure(with_edge(R"({"source": "\u001b[31mred\n\u009b", "target": "b"})"));
  CHECK(message.find('\x1b') == std::string::npos);
  CHECK(message.find('\n') == std::string::npos);
  CHECK(message.find("\xC2\x9B") == std::string::npos);
  CHECK(failure(with_edge(R"({"target": "b", "source": ")" + std::string(100000, 'x') + "\"}")).size() < 300);
}
