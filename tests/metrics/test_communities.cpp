// SPDX-License-Identifier: Apache-2.0
#include "relgraph/communities.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "graph/build.hpp"
#include "relgraph/roles.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

/// Two complete graphs joined by one edge.
Graph two_cliques(std::uint32_t size) {
  Graph graph = shape(2 * std::size_t{size}, {});
  for (std::uint32_t half = 0; half < 2; ++half) {
    for (std::uint32_t a = 0; a < size; ++a) {
      for (std::uint32_t b = a + 1; b < size; ++b)
        graph.edges.push_back(relation(half * size + a, half * size + b, "meets"));
    }
  }
  graph.edges.push_back(relation(0, size, "meets"));
  return graph;
}

Edge signed_edge(std::uint32_t a, std::uint32_t b, Polarity polarity) {
  Edge edge = relation(a, b, polarity == Polarity::negative ? "criticizes" : "supports");
  edge.polarity = polarity;
  return edge;
}

}  // namespace

TEST_CASE("communities: two cliques are two") {
  const Projection shape = project(two_cliques(6), false);
  for (const Parts& parts : {leiden(shape), label_propagation(shape)}) {
    CHECK(parts.sizes == std::vector<std::uint32_t>{6, 6});
    CHECK(parts.of == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
  }
  // 31 edges, 30 within; each half holds half of the ends.
  CHECK(modularity(shape, leiden(shape).of) == Approx(30.0 / 31 - 0.5));
}

TEST_CASE("communities: nothing, one, and none tied") {
  CHECK(leiden(project(Graph{}, false)).of.empty());
  CHECK(label_propagation(project(Graph{}, false)).of.empty());
  CHECK(leiden(project(shape(3, {}), false)).sizes == std::vector<std::uint32_t>{1, 1, 1});
  CHECK(modularity(project(shape(3, {}), false), {0, 1, 2}) == 0);
  CHECK(leiden(project(shape(2, {{0, 0}, {0, 1}}), false)).sizes.size() == 1);
}

TEST_CASE("communities: the same seed gives the same answer, a greater resolution more of them") {
  std::mt19937 random(5);
  Graph graph = shape(300, {});
  for (int e = 0; e < 1200; ++e)
    graph.edges.push_back(relation(static_cast<std::uint32_t>(random() % 300),
                                   static_cast<std::uint32_t>(random() % 300), "meets"));
  const Projection projection = project(graph, false);
  CHECK(leiden(projection, 1, 9).of == leiden(projection, 1, 9).of);
  CHECK(leiden(projection, 4).sizes.size() > leiden(projection, 0.5).sizes.size());
}

TEST_CASE("balance: friends here, foes there") {
  // 0 and 1 against 2 and 3, with one friendship across.
  Graph graph = shape(6, {});
  graph.edges = {signed_edge(0, 1, Polarity::positive),
                 signed_edge(0, 2, Polarity::negative),
                 signed_edge(1, 2, Polarity::negative),
                 signed_edge(2, 3, Polarity::positive),
                 signed_edge(1, 3, Polarity::negative),
                 signed_edge(0, 3, Polarity::positive),
                 relation(4, 5, "owns")};
  const Balance found = balance(graph);
  CHECK(found.exact);
  CHECK(found.weight == 6);
  CHECK(found.frustration == 1);
  CHECK(found.camp == std::vector<std::int8_t>{0, 0, 1, 1, -1, -1});
  REQUIRE(found.breaking.size() == 1);
  CHECK(found.breaking[0].first == 0);
  CHECK(found.breaking[0].second == 3);
  CHECK(found.triangles == 4);
  CHECK(found.balanced == 2);
  const Roles parts = roles(graph, found);
  REQUIRE(!parts.mediators.empty());
  CHECK(parts.mediators[0].node == 0);
}

TEST_CASE("balance: a tree breaks nothing, parallel edges of both signs cancel") {
  Graph graph = shape(4, {});
  graph.edges = {signed_edge(0, 1, Polarity::negative), signed_edge(1, 2, Polarity::negative),
                 signed_edge(2, 3, Polarity::positive), signed_edge(3, 2, Polarity::negative)};
  const Balance found = balance(graph);
  CHECK(found.frustration == 0);
  CHECK(found.camp == std::vector<std::int8_t>{0, 1, 0, -1});
  CHECK(balance({}).camp.empty());
}

TEST_CASE("roles: hostility mutual and one-sided, money by currency") {
  Graph graph = shape(3, {});
  graph.edges = {signed_edge(0, 1, Polarity::negative), signed_edge(1, 0, Polarity::negative),
                 signed_edge(0, 2, Polarity::negative), relation(2, 1, "invests_in"),
                 relation(0, 1, "funds")};
  set_number(graph.edges[3].attributes, "amount", 5);
  set_string(graph.edges[3].attributes, "currency", "EUR");
  set_number(graph.edges[4].attributes, "amount", 2);
  set_string(graph.edges[4].attributes, "currency", "EUR");
  const Roles found = roles(graph, balance(graph));
  CHECK(found.feuds == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}});
  CHECK(found.one_sided == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}});
  REQUIRE(found.attackers.size() == 2);
  CHECK(found.attackers[0].node == 0);
  CHECK(found.attackers[0].value == 2);
  REQUIRE(found.money.size() == 3);
  CHECK(found.money[0].node == 1);
  CHECK(found.money[0].in == 7);
  CHECK(found.money[1].out == 5);
}
