// SPDX-License-Identifier: Apache-2.0
#include "relgraph/metrics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "graph/build.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

void check_values(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == Approx(expected[i]).margin(1e-11));
  }
}

//      n1
//     /  \.      n0 -> n1 -> n3, n0 -> n2 -> n3, n3 -> n4; the edge n0 -> n1 comes twice,
//  n0      n3 -> n4             n5 stands alone with a loop
//     \  /'
//      n2        (n5 -> n5)
Graph diamond() { return shape(6, {{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {5, 5}}); }

Graph random_shape(std::mt19937& random, std::uint32_t nodes, std::size_t edges) {
  Graph graph = shape(nodes, {});
  for (std::size_t e = 0; e < edges; ++e)
    graph.edges.push_back(relation(static_cast<std::uint32_t>(random() % nodes),
                                   static_cast<std::uint32_t>(random() % nodes), "owns"));
  return graph;
}

}  // namespace

TEST_CASE("metrics: a graph without nodes has no values") {
  for (const Metric& metric : metrics()) CHECK(metric.compute({}).empty());
}

TEST_CASE("metrics: a single node") {
  const Graph one = shape(1, {});
  check_values(degree(one), {0});
  check_values(pagerank(one), {1});
  check_values(betweenness(one), {0});
  check_values(closeness(one), {0});
  const Graph loop = shape(1, {{0, 0}});
  check_values(degree(loop), {2});
  check_values(pagerank(loop), {1});
  check_values(closeness(loop), {0});
}

TEST_CASE("degree: parallel edges count once, a loop counts at both ends") {
  check_values(in_degree(diamond()), {0, 1, 1, 2, 1, 1});
  check_values(out_degree(diamond()), {2, 1, 1, 1, 0, 1});
  check_values(degree(diamond()), {2, 2, 2, 3, 1, 2});
}

TEST_CASE("betweenness: by hand") {
  // Pairs through n1: (0,3), (0,4) by half each, so 1/2 + 1/2 = 1; n2 the same; n3: (0,4), (1,4), (2,4).
  check_values(betweenness(diamond()), {0, 1.0 / 20, 1.0 / 20, 3.0 / 20, 0, 0});
  check_values(betweenness(shape(3, {{0, 1}, {1, 2}})), {0, 0.5, 0});
  check_values(betweenness(shape(2, {{0, 1}})), {0, 0});
}

TEST_CASE("closeness: by hand") {
  // n3 is reached by n1, n2 (1) and n0 (2): 3/4 of 3/5. n4 by n3 (1), n1, n2 (2), n0 (3): 4/8 of 4/5.
  check_values(closeness(diamond()), {0, 1.0 / 5, 1.0 / 5, 9.0 / 20, 16.0 / 40, 0});
}

TEST_CASE("pagerank: by hand") {
  // n0 -> n1, and n1 dangles: x0 = (0.15 + 0.85 x1) / 2 with x0 + x1 = 1.
  const double first = (0.15 + 0.85) / 2 / (1 + 0.425);
  check_values(pagerank(shape(2, {{0, 1}})), {first, 1 - first});
  check_values(pagerank(shape(3, {{0, 1}, {1, 2}, {2, 0}})), {1.0 / 3, 1.0 / 3, 1.0 / 3});
  check_values(pagerank(shape(4, {})), {0.25, 0.25, 0.25, 0.25});
}

TEST_CASE("pagerank: sums to one and fulfils its equation") {
  std::mt19937 random(GENERATE(range(0U, 20U)));
  const Graph graph = random_shape(random, 30, 60);
  const std::vector<double> rank = pagerank(graph);
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1).margin(1e-12));
  Graph simple = graph;
  canonicalise(simple);
  const std::vector<double> out = out_degree(graph);
  double dangling = 0;
  for (std::size_t v = 0; v < rank.size(); ++v) dangling += out[v] == 0 ? rank[v] : 0;
  std::vector<double> expected(rank.size(), (0.15 + 0.85 * dangling) / 30);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  for (const Edge& edge : graph.edges) ends.emplace_back(edge.source, edge.target);
  std::ranges::sort(ends);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  for (const auto& [source, target] : ends) expected[target] += 0.85 * rank[source] / out[source];
  check_values(rank, expected);
}

TEST_CASE("metrics: values go with the nodes, however they are numbered") {
  std::mt19937 random(GENERATE(range(0U, 10U)));
  const Graph graph = random_shape(random, 12, 25);
  std::vector<std::uint32_t> place(12);
  std::iota(place.begin(), place.end(), 0U);
  std::shuffle(place.begin(), place.end(), random);
  Graph moved = graph;
  for (std::size_t v = 0; v < place.size(); ++v) moved.nodes[place[v]] = graph.nodes[v];
  for (Edge& edge : moved.edges) {
    edge.source = place[edge.source];
    edge.target = place[edge.target];
  }
  for (const Metric& metric : metrics()) {
    CAPTURE(std::string(metric.name));
    const std::vector<double> before = metric.compute(graph);
    const std::vector<double> after = metric.compute(moved);
    for (std::size_t v = 0; v < place.size(); ++v) CHECK(after[place[v]] == Approx(before[v]).margin(1e-12));
  }
}

TEST_CASE("metrics: found by name") {
  CHECK(find_metric("pagerank").name == "pagerank");
  CHECK(find_metric("in-degree").name == "in_degree");
  CHECK(find_metric("PageRank").name == "pagerank");
  CHECK(find_metric("degree").whole);
  CHECK_FALSE(find_metric("closeness").whole);
  const std::string message = error_of([] { static_cast<void>(find_metric("pagerang")); }, ErrorCode::usage);
  CHECK_THAT(message, Contains("there is no metric \"pagerang\""));
  CHECK_THAT(message, Contains("Did you mean \"pagerank\"?"));
  CHECK_THAT(message, Contains("betweenness"));
  CHECK_THAT(error_of([] { static_cast<void>(find_metric("")); }, ErrorCode::usage),
             !Contains("Did you mean"));
}

TEST_CASE("rank: best first, ties by id") {
  const std::vector<std::string> by{"degree", "pagerank", "degree"};
  const Ranking ranking = rank(diamond(), by);
  REQUIRE(ranking.metrics.size() == 3);
  REQUIRE(ranking.rows.size() == 6);
  std::vector<std::uint32_t> order;
  for (const auto& row : ranking.rows) {
    order.push_back(row.node);
    REQUIRE(row.values.size() == 3);
    CHECK(row.values[0] == row.values[2]);
  }
  CHECK(order == std::vector<std::uint32_t>{3, 0, 1, 2, 5, 4});
  CHECK(rank({}, by).rows.empty());
  const Ranking none = rank(diamond(), {});
  CHECK(none.rows.size() == 6);
  CHECK(none.rows[0].node == 0);
}
