// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

std::string written(std::string_view format, const Graph& graph) {
  Diagnostics diagnostics;
  return find_exchange_format(format).write(graph, diagnostics).front().text;
}

/// Anna works for B, says a document; that she will lead it, too, is planned.
Graph small_graph() {
  Graph graph;
  graph.documents = {{.id = "d.txt", .title = "T"}};
  graph.nodes = {actor("b", "B", "organization"), actor("a", "Anna", "person", {"A."})};
  graph.nodes[1].mentions = {{"d.txt", {0, 4}, "name"}};
  Edge edge = relation(1, 0, "works_for", Status::asserted, 0.5);
  set_number(edge.attributes, "amount", 5e11);
  set_string(edge.attributes, "role", "spokes\"person");
  edge.evidence = {sentence("d.txt", 0, "Anna works for B.")};
  edge.evidence[0].trigger = Span{5, 10};
  edge.evidence[0].speaker = "b";
  graph.edges = {edge, relation(1, 0, "founded", Status::planned)};
  return graph;
}

}  // namespace

TEST_CASE("turtle: what is stated, and plainly only what is asserted") {
  const std::string turtle = written("turtle", small_graph());
  CHECK_THAT(turtle, Contains("@prefix rg: <https://relgraph.org/ns#> .\n"));
  CHECK_THAT(turtle, Contains("\ndocument:d.txt a schema:CreativeWork ;\n  schema:name \"T\" .\n"));
  CHECK_THAT(turtle, Contains("  owl:inverseOf [ skos:closeMatch wdt:P112 ] .\n"));
  CHECK_THAT(turtle, Contains("  skos:closeMatch wdt:P108 .\n"));
  CHECK_THAT(
      turtle,
      EndsWith(
          "node:a a schema:Person ;\n"
          "  schema:name \"Anna\" ;\n"
          "  schema:alternateName \"A.\" ;\n"
          "  rg:mention [ a rg:Mention ; rg:document document:d.txt ; rg:begin 0 ; rg:end 4 ; rg:kind "
          "\"name\" ] .\n\n"
          "node:b a schema:Organization ;\n"
          "  schema:name \"B\" .\n\n"
          "relation:a:founded:b:planned a rg:Relation, rdf:Statement ;\n"
          "  rdf:subject node:a ;\n"
          "  rdf:predicate reltype:founded ;\n"
          "  rdf:object node:b ;\n"
          "  rg:status rg:planned ;\n"
          "  rg:polarity 0 ;\n"
          "  rg:confidence \"1.0\"^^xsd:double .\n\n"
          "relation:a:works_for:b:asserted a rg:Relation, rdf:Statement ;\n"
          "  rdf:subject node:a ;\n"
          "  rdf:predicate reltype:works_for ;\n"
          "  rdf:object node:b ;\n"
          "  rg:status rg:asserted ;\n"
          "  rg:polarity 0 ;\n"
          "  rg:confidence \"0.5\"^^xsd:double ;\n"
          "  attribute:amount 500000000000 ;\n"
          "  attribute:role \"spokes\\\"person\" ;\n"
          "  rg:evidence [ a rg:Evidence ; rg:document document:d.txt ; rg:begin 0 ; rg:end 17 ; "
          "rg:text \"Anna works for B.\" ; rg:triggerBegin 5 ; rg:triggerEnd 10 ; rg:speaker node:b ] .\n\n"
          "node:a reltype:works_for node:b .\n"));
}

TEST_CASE("json-ld: the same statements, the context inside") {
  const auto json = nlohmann::json::parse(written("jsonld", small_graph()));
  for (const auto& [prefix, iri] : json["@context"].items()) {
    CAPTURE(prefix);
    CHECK(iri.is_string());  // a prefix, and no address of a context to fetch
  }
  const auto& graph = json["@graph"];
  REQUIRE(graph.size() == 8);
  CHECK(graph[3] == nlohmann::json::parse(R"({
    "@id": "node:a", "@type": ["schema:Person"], "schema:name": "Anna", "schema:alternateName": "A.",
    "rg:mention": {"@type": ["rg:Mention"], "rg:document": {"@id": "document:d.txt"}, "rg:begin": 0,
                   "rg:end": 4, "rg:kind": "name"}})"));
  CHECK(graph[6]["attribute:amount"] == 500000000000);
  CHECK(graph[6]["rg:confidence"] == nlohmann::json::parse(R"({"@type": "xsd:double", "@value": "0.5"})"));
  CHECK(graph[7] == nlohmann::json::parse(R"({"@id": "node:a", "reltype:works_for": {"@id": "node:b"}})"));
}

TEST_CASE("rdf: the empty graph") {
  CHECK_THAT(written("turtle", {}), EndsWith("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"));
  CHECK(nlohmann::json::parse(written("jsonld", {}))["@graph"].empty());
}

TEST_CASE("rdf: hostile names and texts only show") {
  Graph graph;
  const std::string nul("a\0b", 3);
  graph.nodes = {actor("x> . <y", "\"\"\" . rg:evil a rg:Evil"), actor("\xC3\xA4-", "\\u0041\n\r\x01\x7F"),
                 actor("-a.", nul), actor(std::string(10000, '"'), "</text><script>", "a b")};
  graph.edges = {relation(0, 1, "] . rg:evil", Status::asserted)};
  const std::string turtle = written("turtle", graph);
  CHECK_THAT(turtle, Contains("\nnode:x%3E%20.%20%3Cy a schema:Person"));
  CHECK_THAT(turtle, Contains("schema:name \"\\\"\\\"\\\" . rg:evil a rg:Evil\" .\n"));
  CHECK_THAT(turtle,
             Contains("node:%C3%A4%2D a schema:Person ;\n  schema:name \"\\\\u0041\\n\\r\\u0001\\u007F\""));
  CHECK_THAT(turtle, Contains("node:%2Da%2E a schema:Person ;\n  schema:name \"a\\u0000b\""));
  CHECK_THAT(turtle, Contains(" a nodetype:a%20b ;"));
  CHECK_THAT(turtle, Contains("reltype:%5D%20.%20rg%3Aevil node:%C3%A4%2D .\n"));
  CHECK(nlohmann::json::accept(written("jsonld", graph)));
}

TEST_CASE("rdf: values of every kind") {
  Graph graph = shape(1, {{0, 0}});
  graph.edges[0].attributes = {{"big", "123456789012345678901"},
                               {"list", "[1,null]"},
                               {"none", "null"},
                               {"small", "1e-07"},
                               {"yes", "true"}};
  const std::string turtle = written("turtle", graph);
  CHECK_THAT(turtle, Contains("attribute:big 123456789012345678901 ;\n"
                              "  attribute:list \"[1,null]\"^^rdf:JSON ;\n"
                              "  attribute:none \"null\"^^rdf:JSON ;\n"
                              "  attribute:small \"1e-07\"^^xsd:double ;\n"
                              "  attribute:yes true .\n"));
  CHECK_THAT(written("jsonld", graph),
             Contains(R"("attribute:big": {"@type": "xsd:integer", "@value": "123456789012345678901"})"));
}

TEST_CASE("rdf: the order of building does not show, losses are said once") {
  std::mt19937 random(5);
  for (int i = 0; i < 20; ++i) {
    Graph graph = random_graph(random);
    const std::string turtle = written("turtle", graph);
    const std::string linked = written("jsonld", graph);
    std::reverse(graph.edges.begin(), graph.edges.end());
    CHECK(written("turtle", graph) == turtle);
    CHECK(written("jsonld", graph) == linked);
  }
  Graph graph = shape(2, {});
  graph.extra = {{"a", "1"}, {"b", "2"}};
  for (const std::string_view name : {"turtle", "jsonld"}) {
    Diagnostics diagnostics;
    static_cast<void>(find_exchange_format(name).write(graph, diagnostics));
    REQUIRE(diagnostics.entries.size() == 1);
    CHECK_THAT(diagnostics.entries[0].message, Contains("keys of the file as a whole"));
  }
}
