// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

Graph merge_all(std::vector<Graph> graphs) { return merge(graphs); }

Graph one_node(Node node) {
  Graph graph;
  graph.nodes.push_back(std::move(node));
  return graph;
}

std::size_t joined_size(const Node& a, const Node& b) {
  return merge_all({one_node(a), one_node(b)}).nodes.size();
}

Graph article(const std::string& document, const std::string& sha256, const std::string& text) {
  Graph graph;
  graph.documents.push_back({.id = document, .sha256 = sha256});
  graph.nodes = {actor("anna-adler", "Anna Adler"), actor("acme", "Acme", "organization")};
  graph.nodes[0].mentions.push_back({document, {0, 4}, "name"});
  graph.edges.push_back(relation(0, 1, "leads"));
  graph.edges[0].evidence.push_back(sentence(document, 0, text));
  graph.edges[0].evidence[0].speaker = "anna-adler";
  return graph;
}

}  // namespace

TEST_CASE("merge: nothing and one") {
  CHECK(serialise_graph(merge_all({})) == serialise_graph({}));
  const Graph a = article("d", "aa", "A.");
  CHECK(serialise_graph(merge_all({a})) == serialise_graph(a));
}

TEST_CASE("merge: the order of the graphs does not show") {
  std::mt19937 random(GENERATE(range(0U, 60U)));
  const Graph a = random_graph(random);
  const Graph b = random_graph(random);
  const Graph c = random_graph(random);
  const std::string abc = serialise_graph(merge_all({a, b, c}));
  CHECK(serialise_graph(merge_all({c, a, b})) == abc);
  CHECK(serialise_graph(merge_all({b, a, c})) == abc);
  CHECK(serialise_graph(merge_all({a, b})) == serialise_graph(merge_all({b, a})));
}

TEST_CASE("merge: a graph with itself is the graph") {
  std::mt19937 random(GENERATE(range(200U, 240U)));
  const Graph a = random_graph(random);
  CHECK(serialise_graph(merge_all({a, a})) == serialise_graph(a));
}

TEST_CASE("merge: who is the same actor") {
  CHECK(joined_size(actor("a", "Anna Adler"), actor("b", "anna  ADLER")) == 1);
  CHECK(joined_size(actor("a", "Anna Adler"), actor("b", "Adler", "person", {"Anna Adler"})) == 1);
  CHECK(joined_size(actor("a", "Anna", "person", {"@anna"}), actor("b", "A. Adler", "person", {"@anna"})) ==
        1);
  CHECK(joined_size(actor("a", "Acme", "organization"), actor("b", "ACME", "organization")) == 1);
  // A surname alone is no full name.
  CHECK(joined_size(actor("a", "Anna Adler", "person", {"Adler"}),
                    actor("b", "Bernd Adler", "person", {"Adler"})) == 2);
  // The type counts for names.
  CHECK(joined_size(actor("a", "Green Deal", "project"), actor("b", "Green Deal", "product")) == 2);
  // The id counts whatever the type, but a person is never a thing.
  CHECK(joined_size(actor("fox-news", "Fox News", "organization"),
                    actor("fox-news", "Fox News", "product")) == 1);
  CHECK(joined_size(actor("jordan", "Jordan", "person"), actor("jordan", "Jordan", "place")) == 2);
  CHECK(joined_size(actor("jordan", "Jordan", "person"), actor("jordan", "Jordan", "unknown")) == 1);
}

TEST_CASE("merge: ids stay readable and unique") {
  const Graph merged =
      merge_all({one_node(actor("jordan", "Jordan", "place")), one_node(actor("jordan", "Jordan", "person")),
                 one_node(actor("jordan-2", "Jordan Two", "place"))});
  REQUIRE(merged.nodes.size() == 3);
  CHECK(merged.nodes[0].id == "jordan");
  CHECK(merged.nodes[1].id == "jordan-2");
  CHECK(merged.nodes[1].label == "Jordan Two");
  CHECK(merged.nodes[2].id == "jordan-3");
}

TEST_CASE("merge: the joined node has every name and mention") {
  Node a = actor("anna-adler", "Anna Adler", "person", {"Adler"});
  a.mentions.push_back({"d", {0, 5}, "name"});
  Node b = actor("a-adler", "A. Adler", "person", {"Anna Adler", "Anna"});
  b.mentions.push_back({"e", {7, 9}, "name"});
  b.mentions.push_back({"d", {0, 5}, "name"});
  b.extra.push_back({"born", "1970"});
  const Graph merged = merge_all({one_node(a), one_node(b)});
  REQUIRE(merged.nodes.size() == 1);
  CHECK(merged.nodes[0].label == "Anna Adler");
  CHECK(merged.nodes[0].id == "anna-adler");
  CHECK(merged.nodes[0].aliases == std::vector<std::string>{"A. Adler", "Adler", "Anna"});
  CHECK(merged.nodes[0].mentions.size() == 2);
  CHECK(merged.nodes[0].extra == Properties{{"born", "1970"}});
}

TEST_CASE("merge: evidence adds up, a sentence counts once") {
  const Graph a = article("d", "aa", "Anna leads Acme.");
  const Graph b = article("e", "bb", "Acme is led by Anna.");
  const Graph merged = merge_all({a, b, a});
  REQUIRE(merged.edges.size() == 1);
  CHECK(merged.edges[0].evidence.size() == 2);
  CHECK(merged.documents.size() == 2);
  CHECK(merged.nodes[0].label == "Acme");
}

TEST_CASE("merge: two texts with one document id become two documents") {
  const Graph merged = merge_all({article("d", "bb", "Second."), article("d", "aa", "First.")});
  REQUIRE(merged.documents.size() == 2);
  CHECK(merged.documents[0].id == "d");
  CHECK(merged.documents[0].sha256 == "aa");
  CHECK(merged.documents[1].id == "d-2");
  CHECK(merged.documents[1].sha256 == "bb");
  REQUIRE(merged.edges[0].evidence.size() == 2);
  CHECK(merged.edges[0].evidence[0].text == "First.");
  CHECK(merged.edges[0].evidence[1].document == "d-2");
  CHECK(merged.nodes[1].mentions.size() == 2);
  // What came out can go in again beside its parts.
  const Graph again = merge_all({merged, article("d", "bb", "Second.")});
  CHECK(serialise_graph(again) == serialise_graph(merged));
}

TEST_CASE("merge: a document without a checksum is the one of its id") {
  Graph nameless = article("d", "", "First.");
  nameless.documents[0].title = "Title";
  const Graph merged = merge_all({article("d", "aa", "First."), nameless});
  REQUIRE(merged.documents.size() == 1);
  CHECK(merged.documents[0].sha256 == "aa");
  CHECK(merged.documents[0].title == "Title");
  CHECK(merged.edges[0].evidence.size() == 1);
}

TEST_CASE("merge: speakers follow their node to its new id") {
  Graph a = article("d", "aa", "First.");
  a.nodes[0] = actor("adler", "Anna Adler");
  a.edges[0].evidence[0].speaker = "adler";
  const Graph merged = merge_all({a, article("e", "bb", "Second."), article("f", "cc", "Third.")});
  CHECK(merged.nodes[1].id == "adler");
  for (const Evidence& evidence : merged.edges[0].evidence) CHECK(evidence.speaker == "adler");
}

TEST_CASE("merge: statuses stay apart, the highest confidence counts") {
  Graph a = article("d", "aa", "First.");
  Graph b = article("e", "bb", "Second.");
  a.edges[0].confidence = 0.3;
  b.edges[0].confidence = 0.7;
  b.edges.push_back(relation(0, 1, "leads", Status::former));
  const Graph merged = merge_all({a, b});
  REQUIRE(merged.edges.size() == 2);
  CHECK(merged.edges[0].confidence == 0.7);
  CHECK(merged.edges[1].status == Status::former);
}

TEST_CASE("merge: many names in one chain are joined in one go") {
  std::vector<Graph> graphs;
  for (int i = 0; i < 2000; ++i) {
    const std::string id = std::to_string(i);
    graphs.push_back(one_node(actor("n" + id, "Name " + id, "person", {"Name " + std::to_string(i + 1)})));
  }
  const Graph merged = merge(graphs);
  REQUIRE(merged.nodes.size() == 1);
  CHECK(merged.nodes[0].aliases.size() == 2000);
}
