// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

std::string written(const Graph& graph) {
  Diagnostics diagnostics;
  std::string text = find_exchange_format("ftm").write(graph, diagnostics).front().text;
  CHECK(diagnostics.entries.empty());
  return text;
}

std::vector<json> entities(const Graph& graph) {
  std::vector<json> out;
  std::istringstream lines(written(graph));
  for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
  return out;
}

Graph read(const std::string& text, Diagnostics& diagnostics) {
  const std::vector<ExchangeFile> files{{"f.ijson", text}};
  return find_exchange_format("ftm").read(files, diagnostics);
}

Graph read(const std::string& text) {
  Diagnostics diagnostics;
  Graph graph = read(text, diagnostics);
  CHECK(diagnostics.entries.empty());
  return graph;
}

std::string failure(const std::string& text) {
  return error_of([&] { static_cast<void>(read(text)); });
}

}  // namespace

TEST_CASE("ftm: a file of two actors") {
  Graph graph;
  graph.nodes = {actor("b", "B", "organization"), actor("a", "Anna", "person", {"A."})};
  Edge edge = relation(1, 0, "works_for", Status::former, 0.5);
  set_string(edge.attributes, "role", "engineer");
  graph.edges = {edge};
  CHECK(written(graph) ==
        R"({"id": "a", "schema": "Person", "properties": {"name": ["Anna"], "alias": ["A."]}, )"
        R"("relgraph": {"id": "a", "label": "Anna", "type": "person", "aliases": ["A."], "mentions": []}})"
        "\n"
        R"({"id": "b", "schema": "Organization", "properties": {"name": ["B"]}, )"
        R"("relgraph": {"id": "b", "label": "B", "type": "organization", "aliases": [], "mentions": []}})"
        "\n"
        R"({"id": "rel-bea557b252b5dc2b074a26cf822a35fd70f4b428", "schema": "Employment", "properties": )"
        R"({"employee": ["a"], "employer": ["b"], "role": ["engineer"], "status": ["former"]}, "relgraph": )"
        R"({"source": "a", "target": "b", "key": 0, "type": "works_for", "polarity": 0, "status": "former", )"
        R"("confidence": 0.5, "attributes": {"role": "engineer"}, "evidence": []}})"
        "\n");
}

TEST_CASE("ftm: which schema a relation gets") {
  const auto schema_of = [](const std::string& type, const std::string& source, const std::string& target,
                            Status status) {
    Graph graph;
    graph.nodes = {actor("a", "A", source), actor("b", "B", target)};
    graph.edges = {relation(0, 1, type, status)};
    return entities(graph)[2]["schema"].get<std::string>();
  };
  CHECK(schema_of("owns", "person", "organization", Status::asserted) == "Ownership");
  CHECK(schema_of("owns", "person", "product", Status::former) == "Ownership");
  CHECK(schema_of("owns", "person", "organization", Status::planned) == "UnknownLink");
  CHECK(schema_of("owns", "person", "organization", Status::negated) == "UnknownLink");
  CHECK(schema_of("owns", "place", "organization", Status::asserted) == "UnknownLink");
  CHECK(schema_of("funds", "person", "organization", Status::asserted) == "Payment");
  CHECK(schema_of("funds", "person", "organization", Status::reported) == "UnknownLink");
  CHECK(schema_of("leads", "person", "project", Status::asserted) == "UnknownLink");
  CHECK(schema_of("participates_in", "organization", "project", Status::asserted) == "ProjectParticipant");
  CHECK(schema_of("criticizes", "person", "person", Status::asserted) == "UnknownLink");
  CHECK(schema_of("made_up", "person", "person", Status::asserted) == "UnknownLink");
}

TEST_CASE("ftm: what is owned is a company, sentences and documents go along") {
  Graph graph;
  graph.documents = {{.id = "d.txt", .title = "T", .language = "de", .date = "2025-01-22"}};
  graph.nodes = {actor("a", "Anna"), actor("b", "B", "organization"), actor("x y", "P", "place")};
  Edge edge = relation(0, 1, "owns");
  edge.evidence = {sentence("d.txt", 0, "Anna owns B."), sentence("gone", 0, "B is Anna's.")};
  graph.edges = {edge, relation(1, 2, "based_in")};
  const auto all = entities(graph);
  REQUIRE(all.size() == 6);
  CHECK(all[0]["schema"] == "Article");
  CHECK(all[0]["properties"] == json::parse(R"({"fileName": ["d.txt"], "title": ["T"], "language": ["deu"],
                                                "date": ["2025-01-22"]})"));
  CHECK(all[2]["schema"] == "Company");
  CHECK(all[3]["schema"] == "Address");
  CHECK_THAT(all[3]["id"].get<std::string>(), Contains("node-"));
  CHECK(all[4]["properties"]["proof"] == json::array({all[0]["id"]}));
  CHECK(all[4]["properties"]["summary"] == json::array({"Anna owns B.", "B is Anna's."}));
  CHECK(all[5]["properties"]["object"] == json::array({all[3]["id"]}));
  CHECK(all[5]["properties"]["role"] == json::array({"based_in"}));
}

TEST_CASE("ftm: the graph comes back") {
  std::mt19937 random(3);
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_graph(random);
    CHECK(serialise_graph(read(written(graph))) == serialise_graph(graph));
  }
  Graph graph;
  graph.nodes = {actor("node-1", std::string("\0\x01\"", 3)), actor(" ", "\""), actor("\"}\n{", "</script>"),
                 actor("long", std::string(10000, 'x'), "ship", {"\xF0\x9F\x98\x80", "e\xCC\x81"})};
  graph.edges = {relation(0, 2, "\"}\n{"), relation(0, 2, "\"}\n{", Status::negated),
                 relation(1, 1, "meets")};
  graph.edges[0].attributes = {{"big", "123456789012345678901234567890"}, {"x", "[1,{\"y\":null}]"}};
  CHECK(serialise_graph(read(written(graph))) == serialise_graph(graph));
  CHECK(read("").nodes.empty());
}

TEST_CASE("ftm: entities of other programs") {
  Diagnostics diagnostics;
  const Graph graph = read(
      "\xEF\xBB\xBF"
      R"({"id": "o", "schema": "Ownership", "properties": {"owner": ["p", "q"], "asset": ["c"]}})"
      "\r\n\n"
      R"({"id": "p", "schema": "Person", "properties": {"name": ["Anna", "A."], "alias": "An", "country": ["de"]}})"
      "\n"
      R"({"id": "c", "schema": "Company", "caption": "C", "properties": {"name": []}})"
      "\n"
      R"({"id": "u", "schema": "UnknownLink", "properties": {"subject": ["c"], "object": ["p"], "role": ["sues"]}})"
      "\n"
      R"({"id": "p", "schema": "Person", "properties": {"name": ["Anna Adler"]}, "relgraph": [1]})"
      "\n"
      R"({"id": "s", "schema": "Sanction", "properties": {}})"
      "\n"
      R"({"id": "m", "schema": "Membership", "properties": {"member": ["p"]}})",
      diagnostics);
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[0].label == "Anna");
  CHECK(graph.nodes[0].aliases == std::vector<std::string>{"A.", "An", "Anna Adler"});
  REQUIRE(graph.nodes[0].extra.size() == 1);
  CHECK(graph.nodes[0].extra[0].json == R"({"schema":"Person","properties":{"country":["de"]}})");
  CHECK(graph.nodes[1].label == "c");
  CHECK(graph.nodes[1].type == "organization");
  CHECK(graph.nodes[2].id == "q");
  CHECK(graph.nodes[2].type == "unknown");
  REQUIRE(graph.edges.size() == 3);
  CHECK(graph.edges[1].type == "owns");
  CHECK(graph.edges[1].source == 2);
  CHECK(graph.edges[2].type == "sues");
  CHECK(graph.edges[2].polarity == Polarity::negative);
  REQUIRE(diagnostics.entries.size() == 2);
  CHECK(diagnostics.entries[0].message ==
        "left out: entities of schema Sanction (1), relgraph has nothing like them");
  CHECK(diagnostics.entries[1].message == "left out: relations with one end only (1)");
}

TEST_CASE("ftm: what is refused, with its line") {
  CHECK_THAT(failure("\n{"), Contains("f.ijson:2") && Contains("not valid JSON"));
  CHECK(failure("[]") == "f.ijson:1: is no entity: not an object");
  CHECK(failure(R"({"schema": "Person"})") == "f.ijson:1: is no entity: there is no \"id\"");
  CHECK(failure(R"({"id": "a"})") == "f.ijson:1: is no entity: there is no \"schema\"");
  CHECK(failure(R"({"id": "a", "schema": "Person", "properties": {"name": [["x"]]}})") ==
        "f.ijson:1: properties: \"name\" is a list, not a string");
  CHECK(failure(R"({"id": "a", "schema": "Person", "relgraph": {"id": "a", "mentions": [{"begin": -1}]}})") ==
        "f.ijson:1: nodes[0].mentions[0]: \"begin\" is not a whole number from 0");
  CHECK_THAT(failure(R"({"id": "a", "schema": "Person", "x": )" + std::string(100000, '[')),
             Contains("f.ijson:1"));
  std::string ends = "\"x\"";
  for (int i = 0; i < 2000; ++i) ends += ",\"" + std::to_string(i) + '"';
  CHECK(failure(R"({"id": "a", "schema": "Family", "properties": {"person": [)" + ends +
                R"(], "relative": [)" + ends + "]}}") ==
        "f.ijson:1: the Family names 2001 sources and 2001 targets, more pairs than can be read");
}
