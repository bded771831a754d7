// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

std::string cypher(const Graph& graph) {
  Diagnostics diagnostics;
  return written("cypher", graph, diagnostics).at(0).text;
}

}  // namespace

TEST_CASE("cypher: one statement for each type") {
  CHECK(cypher(small_graph()) ==
        "// Entities and relations by relgraph, for cypher-shell; running it again changes nothing.\n"
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
        "\nUNWIND [\n  {id: 'd', data: {title: 'T'}}\n] AS row\n"
        "MERGE (d:Document {id: row.id})\nSET d += row.data;\n"
        "\nUNWIND [\n  {id: 'b', data: {label: 'B', site: 'https://b.example'}}\n] AS row\n"
        "MERGE (n:Entity {id: row.id})\nSET n += row.data, n:`organization`;\n"
        "\nUNWIND [\n  {id: 'a', data: {label: 'Anna', mentions: 1, aliases: ['Anna A.', 'Nan']}}\n] AS row\n"
        "MERGE (n:Entity {id: row.id})\nSET n += row.data, n:`person`;\n"
        "\nUNWIND [\n  {source: 'a', target: 'b', status: 'asserted', data: {polarity: 0, confidence: 1.0, "
        "weight: 1, sentences: 0}}\n] AS row\n"
        "MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\n"
        "MERGE (a)-[r:`partners_with` {status: row.status}]->(b)\nSET r += row.data;\n"
        "\nUNWIND [\n  {source: 'a', target: 'b', status: 'reported', data: {polarity: 0, confidence: 0.5, "
        "weight: 1, sentences: 1, amount: 5, currency: 'EUR', sentence: 'Anna works for B.', evidence: "
        "'[{\"document\":\"d\",\"begin\":0,\"end\":17,\"text\":\"Anna works for B.\"}]'}}\n] AS row\n"
        "MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\n"
        "MERGE (a)-[r:`works_for` {status: row.status}]->(b)\nSET r += row.data;\n");
}

TEST_CASE("cypher: text stays in its quotes, names in their backticks") {
  Graph graph;
  graph.nodes = {actor("a'}) DETACH DELETE n //", "\\u0027\n\x01", "x`:y"), actor("b", "\\", "\\u0060")};
  graph.edges = {relation(0, 1, "")};
  graph.edges[0].extra = {
      {"p`q", "1e+300"}, {"big", "92233720368547758070"}, {"none", "null"}, {"null", "true"}};
  const std::string text = cypher(graph);
  CHECK_THAT(text, Contains("{id: 'a\\'}) DETACH DELETE n //', data: {label: '\\\\\\u00750027\\n\\u0001'}}"));
  CHECK_THAT(text, Contains("n:`x``:y`;"));
  CHECK_THAT(text, Contains("label: '\\\\'}"));
  CHECK_THAT(text, Contains("n:`\uFFFDu0060`;"));
  CHECK_THAT(text, Contains("[r:`_` {status"));
  CHECK_THAT(text, Contains("`p``q`: 1e300, big: '92233720368547758070', `null`: true}"));
}

TEST_CASE("cypher: long lists are several statements") {
  Graph graph;
  for (int i = 0; i < 1001; ++i) graph.nodes.push_back(actor("n" + std::to_string(i), "N"));
  const std::string text = cypher(graph);
  std::size_t count = 0;
  for (std::size_t at = text.find("UNWIND"); at != std::string::npos; at = text.find("UNWIND", at + 1))
    ++count;
  CHECK(count == 3);
}
