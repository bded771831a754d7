// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("neo4j: tables with typed headings") {
  Diagnostics diagnostics;
  const auto files = written("neo4j", small_graph(), diagnostics);
  REQUIRE(files.size() == 2);
  CHECK(files[0].text ==
        ":START_ID,:END_ID,:TYPE,status:string,polarity:long,confidence:double,weight:long,sentences:long,"
        "amount:long,currency:string,sentence:string,evidence:string\n"
        "\"a\",\"b\",\"partners_with\",\"asserted\",0,1.0,1,0,,,,\n"
        "\"a\",\"b\",\"works_for\",\"reported\",0,0.5,1,1,5,\"EUR\",\"Anna works for B.\","
        "\"[{\"\"document\"\":\"\"d\"\",\"\"begin\"\":0,\"\"end\"\":17,\"\"text\"\":\"\"Anna works for "
        "B.\"\"}]\"\n");
  CHECK(files[1].text ==
        "id:ID,:LABEL,aliases:string[],label:string,mentions:long,site:string\n"
        "\"a\",\"Entity;person\",\"Anna A.;Nan\",\"Anna\",1,\n"
        "\"b\",\"Entity;organization\",\"\",\"B\",0,\"https://b.example\"\n");
}

TEST_CASE("neo4j: any graph comes back") { check_random_graphs("neo4j"); }

TEST_CASE("neo4j: hostile text comes back, semicolons in lists become commas") {
  Graph graph = hostile_graph();
  for (Node& node : graph.nodes) std::ranges::replace(node.type, ';', ',');
  CHECK(sorted_properties(there_and_back("neo4j", graph)) == sorted_properties(graph));
  graph = shape(1, {});
  graph.nodes[0].aliases = {"one; two"};
  Diagnostics diagnostics;
  CHECK(read("neo4j", written("neo4j", graph, diagnostics)).nodes.at(0).aliases ==
        std::vector<std::string>{"one, two"});
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("semicolons"));
}

TEST_CASE("neo4j: values of several kinds under one name") {
  Graph graph = shape(2, {{0, 1}, {1, 0}});
  graph.edges[0].extra = {{"a", "1"}, {"b", "true"},       {"c", "[1]"},
                          {"d", "1"}, {"json:e", "\"x\""}, {"f", "\"\""}};
  graph.edges[1].extra = {
      {"a", "2.5"}, {"b", "\"true\""}, {"d", "12345678901234567890123"}, {"a:b%3A", "{}"}};
  CHECK(sorted_properties(there_and_back("neo4j", graph)) == sorted_properties(graph));
}

TEST_CASE("neo4j: headings of other databases") {
  const Graph graph = read(
      "neo4j", {{"e", ":START_ID(P),:END_ID(F),:TYPE,roles:string[],year:int\n1,7,ACTED_IN,Neo;Tom,1999\n"},
                {"n", "personId:ID(P),name,born:int,:LABEL,skip:IGNORE\n1,Keanu,1964,Person;Actor,x\n"}});
  REQUIRE(graph.nodes.size() == 2);
  CHECK(graph.nodes[0].label == "Keanu");
  CHECK(graph.nodes[0].type == "Person");
  CHECK(graph.nodes[0].extra == Properties{{"born", "1964"}, {"labels", R"(["Person","Actor"])"}});
  CHECK(graph.nodes[1].id == "F:7");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].type == "ACTED_IN");
  CHECK(graph.edges[0].extra == Properties{{"roles", R"(["Neo","Tom"])"}, {"year", "1999"}});
}

TEST_CASE("neo4j: bad input says what and where") {
  const auto error = [](const std::string& text) {
    return error_of([&] { read("neo4j", {{"e.csv", text}}); });
  };
  CHECK_THAT(error(""), Contains("e.csv: is empty"));
  CHECK_THAT(error("Source,Target\na,b\n"), Contains("e.csv:1: is no table for Neo4j"));
  CHECK_THAT(error(":START_ID,:END_ID\na,b\nc\n"), Contains("e.csv:3: an edge has no source or no target"));
  CHECK_THAT(error("x:ID\na\n\"a\"\n"), Contains("e.csv:3: the id 'a' is already that of another node"));
  CHECK_THAT(error("x:ID\n\"a"), Contains("e.csv:2: a quote is opened"));
}
