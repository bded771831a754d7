// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

Graph read(const std::string& text, Diagnostics& diagnostics) {
  const std::vector<ExchangeFile> files{{"f.dot", text}};
  return find_exchange_format("dot").read(files, diagnostics);
}

Graph read(const std::string& text) {
  Diagnostics diagnostics;
  Graph graph = read(text, diagnostics);
  CHECK(diagnostics.entries.empty());
  return graph;
}

/// "a>b c>d": the edges by the ids of their ends.
std::string edges_of(const Graph& graph) {
  std::string out;
  for (const Edge& edge : graph.edges)
    out += (out.empty() ? "" : " ") + graph.nodes[edge.source].id + '>' + graph.nodes[edge.target].id;
  return out;
}

std::string failure(const std::string& text) {
  return error_of([&] {
    Diagnostics diagnostics;
    static_cast<void>(read(text, diagnostics));
  });
}

/// What DOT carries of a graph.
Graph carried(Graph graph) {
  graph.documents.clear();
  for (Node& node : graph.nodes) {
    node.mentions.clear();
    node.extra.clear();
  }
  for (Edge& edge : graph.edges) edge.evidence.clear();
  return graph;
}

}  // namespace

TEST_CASE("dot reader: what relgraph wrote") {
  std::mt19937 random(11);
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_graph(random);
    CHECK(serialise_graph(read(to_dot(graph))) == serialise_graph(carried(graph)));
  }
  Graph graph;
  const std::string quoting = "\" \\N & &amp; %41 \n </script> \xF0\x9F\x98\x80";
  graph.nodes = {actor(quoting, quoting, quoting, {quoting, ""}), actor("%", ""), actor("\x01", "]; b -> c")};
  graph.edges = {relation(0, 1, quoting, Status::planned, 0.1), relation(0, 1, "owns")};
  graph.edges[0].polarity = Polarity::negative;
  graph.edges[0].attributes = {{quoting, "1e-07"}, {"list", "[1,\"a\"]"}, {"big", "12345678901234567890"}};
  for (const std::string_view text : {"5", "true", "CEO", "", "\"", "a\tb", "\"x\""})
    set_string(graph.edges[1].attributes, "is " + std::string(text), text);
  CHECK(serialise_graph(read(to_dot(graph))) == serialise_graph(graph));
}

TEST_CASE("dot reader: losses are said once for each kind") {
  Graph graph = shape(2, {{0, 1}, {1, 0}});
  graph.documents = {{.id = "d"}};
  for (Edge& edge : graph.edges) edge.evidence = {sentence("d", 0, "x")};
  for (Node& node : graph.nodes) node.mentions = {{"d", {0, 1}, "name"}};
  graph.extra = {{"x", "1"}};
  Diagnostics diagnostics;
  static_cast<void>(find_exchange_format("dot").write(graph, diagnostics));
  REQUIRE(diagnostics.entries.size() == 4);
  CHECK(diagnostics.entries[0].message == "DOT carries no documents");
}

TEST_CASE("dot reader: statements") {
  CHECK(edges_of(read("digraph { a -> b -> c; a->c }")) == "a>b b>c a>c");
  CHECK(edges_of(read("digraph G {a->{b c}->d}")) == "a>b a>c b>d c>d");
  CHECK(edges_of(read("strict digraph { subgraph s {a {b}} x; subgraph s {} -> x:port:ne }")) == "a>x b>x");
  CHECK(edges_of(read("DiGraph { \"a\" -> 1.5 -> -.5 -> \xC3\xA4 }")) == "a>1.5 1.5>-.5 -.5>\xC3\xA4");
  CHECK(edges_of(read(
            "digraph {\n# a line\n// another\n/* and\n more */ a -> \"b\" + \"c\"; rankdir=LR }")) == "a>bc");
  CHECK(edges_of(read("digraph { \"a\\\nb\" -> \"\\\"\" -> <x<b>y</b>> }")) == "ab>\" \">x<b>y</b>");
  CHECK(read("digraph { ; a; a; b []; node [shape=box] edge [] graph [x=y] }").nodes.size() == 2);
  CHECK(read("digraph {}").nodes.empty());
  CHECK(read("\xEF\xBB\xBF"
             "digraph { n; }  // ends")
            .nodes.empty() == false);
}

TEST_CASE("dot reader: what other programs write") {
  const Graph graph = read(
      "digraph {\n"
      "  node [type=person, color=red]; edge [label=\"criticizes\"];\n"
      "  a [label=\"Anna &amp; Bert\\nA.\", weight=3, id=\"x\", shape=box];\n"
      "  b [label=<<b>B</b>&lt;<br/>x>]; c [label=\"\\N!\", type=place];\n"
      "  a -> b [weight=\"1.50\", penwidth=.5]; b -> c [relation=owns, label=\"has\", key=k];\n"
      "  c -> a [label=\"\"];\n"
      "}");
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[0].label == "Anna & Bert\nA.");
  CHECK(graph.nodes[0].type == "person");
  CHECK(graph.nodes[0].extra == Properties{{"weight", "3"}, {"dot_id", "\"x\""}, {"shape", "\"box\""}});
  CHECK(graph.nodes[1].label == "B < x");
  CHECK(graph.nodes[2].label == "c!");
  CHECK(graph.nodes[2].type == "place");
  REQUIRE(graph.edges.size() == 3);
  CHECK(graph.edges[0].type == "criticizes");
  CHECK(graph.edges[0].polarity == Polarity::negative);
  CHECK(graph.edges[0].extra == Properties{{"weight", "1.5"}, {"penwidth", "\".5\""}});
  CHECK(graph.edges[1].type == "owns");
  CHECK(graph.edges[1].extra == Properties{{"label", "\"has\""}, {"dot_key", "\"k\""}});
  CHECK(graph.edges[2].type == "criticizes");
  CHECK(read("digraph { a -> b }").edges[0].type == "related");
}

TEST_CASE("dot reader: what is said beside") {
  const auto warnings = [](const std::string& text) {
    Diagnostics diagnostics;
    static_cast<void>(read(text, diagnostics));
    std::string out;
    for (const Diagnostic& entry : diagnostics.entries) out += entry.message + '\n';
    return out;
  };
  CHECK(warnings("graph { a -- b }") ==
        "the graph is undirected; each edge is read from its first to its second end\n");
  CHECK(warnings("digraph { a } digraph { b }") == "only the first graph of the file is read\n");
  CHECK(warnings("digraph { \xFF }") == "is not UTF-8; what cannot be read is shown as U+FFFD\n");
  CHECK(warnings("digraph { node [label=" + std::string(100, 'x') + "]; a }") ==
        "defaults of more than 64 bytes are left out\n");
}

TEST_CASE("dot reader: what is refused, with its line") {
  CHECK(failure("") == "f.dot:1: is no DOT file: 'graph' or 'digraph' must come first");
  CHECK(failure("{\"nodes\": []}") == "f.dot:1: is no DOT file: 'graph' or 'digraph' must come first");
  CHECK(failure("digraph {\n a -> \n}") == "f.dot:3: a name is missing before '}'");
  CHECK(failure("digraph {\n a [b=c") == "f.dot:2: a name is missing, the file ends here");
  CHECK(failure("digraph a b") == "f.dot:1: '{' is missing before 'b'");
  CHECK(failure("digraph { a -- b }") == "f.dot:1: '--' in a directed graph");
  CHECK(failure("graph { a -> b }") == "f.dot:1: '->' in an undirected graph");
  CHECK(failure("digraph { node a }") == "f.dot:1: '[' is missing before 'a'");
  CHECK(failure("digraph {\n\n \"a") == "f.dot:3: the quoted text does not end");
  CHECK(failure("digraph { \"a\\") == "f.dot:1: the quoted text does not end");
  CHECK(failure("digraph { <a<b>") == "f.dot:1: the HTML text does not end");
  CHECK(failure("digraph { /* ") == "f.dot:1: the comment does not end");
  CHECK(failure("digraph { a ( }") == "f.dot:1: '(' does not belong here");
  CHECK(failure(std::string("digraph { \0 }", 13)) == "f.dot:1: a control character");
  CHECK(failure("digraph { a -> b [relgraph_confidence=1.5] }") ==
        "f.dot:1: relgraph_confidence is not between 0 and 1");
  CHECK_THAT(failure("digraph { a -> b [relgraph_status=x] }"), Contains("relgraph_status is none of"));
  CHECK_THAT(failure("digraph { a -> b [relgraph_polarity=2] }"), Contains("relgraph_polarity is not"));
  CHECK_THAT(failure("digraph { a [relgraph_aliases=2] }"), Contains("relgraph_aliases is no list"));
}

TEST_CASE("dot reader: small files that mean much are refused") {
  CHECK_THAT(failure("digraph " + std::string(100000, '{')), Contains("nested too deep"));
  std::string left;
  std::string right;
  for (int i = 0; i < 3000; ++i) {
    left += " a" + std::to_string(i);
    right += " b" + std::to_string(i);
  }
  const std::string what = "f.dot:1: arrows between subgraphs make more edges than can be read";
  CHECK(failure("digraph {{" + left + "} -> {" + right + "}}") == what);
  std::string chain = "digraph { a";
  for (int i = 0; i < 3000; ++i) chain += " -> a";
  CHECK(failure(chain + " [x=\"" + std::string(100000, 'y') + "\"] }") == what);
  std::string again = "digraph { subgraph s {" + left + "}";
  for (int i = 0; i < 10000; ++i) again += " subgraph s {} -> a0;";
  CHECK(failure(again + "}") == what);
}
