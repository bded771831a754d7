// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "clauses.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("relations: pronouns carry the person of the sentence before", "[extraction]") {
  CHECK(has_edge("Angela Merkel kam nach Berlin. Sie kritisierte Olaf Scholz.", "de",
                 "Angela Merkel criticizes Olaf Scholz"));
  CHECK(has_edge("Tim Cook came to Berlin. He criticized Google.", "en", "Tim Cook criticizes Google"));
  // The pronoun is of the other gender: nobody knows who is meant.
  CHECK_FALSE(
      has_edge("Tim Cook came to Berlin. She criticized Google.", "en", "Tim Cook criticizes Google"));
}

TEST_CASE("relations: amounts of money", "[extraction]") {
  const Graph graph = graph_of("Microsoft hat 14 Milliarden US-Dollar in Google investiert.", "de");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].type == "invests_in");
  CHECK(number_property(graph.edges[0].attributes, "amount") == 14e9);
  CHECK(string_property(graph.edges[0].attributes, "currency") == "USD");
}

TEST_CASE("relations: a repeated sentence counts once", "[extraction]") {
  const Graph graph = graph_of("Microsoft verklagt Google.\n\nMicrosoft verklagt Google.", "de");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].evidence.size() == 1);
}

TEST_CASE("relations: every further sentence is one more piece of evidence and some confidence",
          "[extraction]") {
  const Graph once = graph_of("Microsoft verklagt Google.", "de");
  const Graph twice = graph_of("Microsoft verklagt Google. Gestern verklagte Microsoft dann Google.", "de");
  REQUIRE(twice.edges.size() == 1);
  CHECK(twice.edges[0].evidence.size() == 2);
  CHECK(twice.edges[0].confidence > once.edges[0].confidence);
  CHECK(twice.edges[0].confidence < 1);
}
