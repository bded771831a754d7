// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "exchange/tables.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("csv: the empty graph is two headings") {
  Diagnostics diagnostics;
  const auto files = written("csv", {}, diagnostics);
  REQUIRE(files.size() == 2);
  CHECK(files[0].text ==
        "Source,Target,Type,Id,Label,Weight,relation,status,polarity,confidence,sentences\n");
  CHECK(files[1].name == "-nodes");
  CHECK(files[1].text == "Id,Label,Type,aliases,mentions\n");
  CHECK(diagnostics.entries.empty());
}

TEST_CASE("csv: nodes and edges with what they are") {
  Diagnostics diagnostics;
  const auto files = written("csv", small_graph(), diagnostics);
  CHECK(files[0].text ==
        "Source,Target,Type,Id,Label,Weight,relation,status,polarity,confidence,sentences,amount,currency,"
        "sentence,evidence\n"
        "a,b,Undirected,e0,partners with,1,partners_with,asserted,0,1.0,0,,,,\n"
        "a,b,Directed,e1,works for,1,works_for,reported,0,0.5,1,5,EUR,Anna works for B.,"
        "\"[{\"\"document\"\":\"\"d\"\",\"\"begin\"\":0,\"\"end\"\":17,\"\"text\"\":\"\"Anna works for "
        "B.\"\"}]\"\n");
  CHECK(files[1].text ==
        "Id,Label,Type,aliases,mentions,site\n"
        "a,Anna,person,Anna A.|Nan,1,\n"
        "b,B,organization,,,https://b.example\n");
  REQUIRE(diagnostics.entries.size() == 2);
  CHECK_THAT(diagnostics.entries[0].message, Contains("no list of documents"));
  CHECK_THAT(diagnostics.entries[1].message, Contains("number of mentions"));
}

TEST_CASE("csv: hostile text comes back") {
  check_hostile("csv");
  Graph graph;
  graph.nodes = {actor("=1+1", "@cmd|'/c calc'!A0"), actor("'-2", "'tis"), actor("-1", "\t=x")};
  graph.edges = {relation(0, 1, "+owns")};
  Diagnostics diagnostics;
  const auto files = written("csv", graph, diagnostics);
  CHECK_THAT(files[1].text, Contains("'=1+1,'@cmd|'/c calc'!A0"));
  CHECK_THAT(files[1].text, Contains("''-2,'tis"));
  CHECK(serialise_graph(read("csv", files)) == serialise_graph(graph));
}

TEST_CASE("csv: numbers and texts that look like numbers stay apart") {
  Graph graph;
  graph.nodes = {actor("a", "5", "1"), actor("b", "true")};
  graph.edges = {relation(0, 1, "7")};
  set_string(graph.edges[0].attributes, "amount", "1000");
  set_number(graph.edges[0].attributes, "role", 3);
  set_string(graph.edges[0].attributes, "date", "2025");
  set_string(graph.edges[0].attributes, "place", "null");
  graph.edges[0].extra = {{"Status", "[1,{}]"}, {"weight", "1"}, {"x", "\"\""}, {"y", "null"}, {"", "-1"}};
  CHECK(sorted_properties(there_and_back("csv", graph)) == sorted_properties(graph));
}

TEST_CASE("csv: any graph comes back") { check_random_graphs("csv"); }

TEST_CASE("csv: the ids of nodes stay apart") {
  Graph graph = shape(3, {{0, 1}, {1, 2}});
  graph.nodes[0].id = std::string("a\0b", 3);
  graph.nodes[1].id = "a\uFFFDb";
  graph.nodes[2].id = std::string("a\0b", 3) + "-2";
  CHECK(there_and_back("csv", graph).nodes.size() == 3);
}

TEST_CASE("csv: what spreadsheets and Gephi write") {
  Diagnostics diagnostics;
  const Graph graph = read("csv",
                           {{"e.csv",
                             "\xEF\xBB\xBFSource;Target;Type;Id;Label;timeset;Weight;Note\r\n"
                             "\"M\xC3\xBCller; Anna\";B;Directed;0;works for;;2.5;\"a \"\"b\"\"\r\nc\"\r\n"
                             "B; c ;Undirected;x7;;;1.0;007\r\n"
                             ";;;;;;;\r\n"},
                            {"n.csv", "Id,Label,extra\nB,,yes\n"}},
                           diagnostics);
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[0].label == "B");
  CHECK(graph.nodes[1].id == "Müller; Anna");
  CHECK(graph.nodes[1].type == "unknown");
  CHECK(graph.nodes[2].id == "c");
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].type == "works_for");
  CHECK(graph.edges[0].extra == Properties{{"Note", R"("a \"b\"\r\nc")"}, {"weight", "2.5"}});
  CHECK(graph.edges[1].type == "related_to");
  CHECK(graph.edges[1].extra == Properties{{"Id", R"("x7")"}, {"Note", R"("007")"}});
  REQUIRE(diagnostics.entries.size() == 1);
  CHECK_THAT(diagnostics.entries[0].message, Contains("undirected"));
}

TEST_CASE("csv: other names of columns, tabs, a table of nodes alone") {
  const Graph graph = read("csv", {{"e", "sep=\t\nfrom\tto\tinteraction\tstatus\npa\tpb\tlikes\thot\n"}});
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].type == "likes");
  CHECK(graph.edges[0].extra == Properties{{"original_status", R"("hot")"}});
  CHECK(read("csv", {{"n", "Label\nAnna\n"}}).nodes.at(0).id == "Anna");
}

TEST_CASE("csv: bad input says what and where") {
  const auto error = [](const std::string& edges) {
    return error_of([&] { read("csv", {{"e.csv", edges}}); });
  };
  CHECK_THAT(error(""), Contains("e.csv: is empty"));
  CHECK_THAT(error("a,b\n1,2\n"), Contains("e.csv:1: is no table of edges"));
  CHECK_THAT(error("Source,Target\na,\"b\n\nc"), Contains("e.csv:2: a quote is opened and never closed"));
  CHECK_THAT(error("Source,Target\n\na,b,c\n"), Contains("e.csv:3: the row has 3 cells, the heading only 2"));
  CHECK_THAT(error("Source,Target\n\"a\nb\",c\n,x\n"),
             Contains("e.csv:4: an edge has no source or no target"));
  CHECK_THAT(error("Source,Target,confidence\na,b,1.5\n"),
             Contains("e.csv:2: the confidence 1.5 is not between"));
  CHECK_THAT(error("Source,Target,confidence\na,b,nan\n"), Contains("not between 0 and 1"));
  CHECK_THAT(error("Id,Label\na,\nb,\na,\n"),
             Contains("e.csv:4: the id 'a' is already that of another node"));
  CHECK_THAT(error("\xFF\xFES\0"), Contains("is UTF-16, not UTF-8"));
  Diagnostics diagnostics;
  CHECK(read("csv", {{"e", "Source,Target\nM\xFCller,b\n"}}, diagnostics).nodes[0].id == "M\uFFFDller");
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("is not UTF-8"));
}

TEST_CASE("csv: a column for every edge does not make a table without end") {
  Graph graph = shape(2, {});
  for (int i = 0; i < 2000; ++i) {
    Edge edge = relation(0, 1, "t" + std::to_string(i));
    set_number(edge.extra, "x" + std::to_string(i), 1);
    graph.edges.push_back(edge);
  }
  Diagnostics diagnostics;
  const auto files = written("csv", graph, diagnostics);
  CHECK(files[0].text.size() < 2'000'000);
  CHECK_THAT(diagnostics.entries.at(0).message, Contains("room for 500 columns"));
}
