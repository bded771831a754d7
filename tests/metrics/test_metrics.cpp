// SPDX-License-Identifier: Apache-2.0
#include "relgraph/metrics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
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

/// The metrics on the directed projection without weights.
template <class Metric>
std::vector<double> of(Metric metric, const Graph& graph) {
  return metric(project(graph));
}

std::vector<double> by_name(const Metric& metric, const Graph& graph) {
  const Projection projection = project(graph);
  return metric.compute({.graph = graph, .shape = projection});
}

Ranking ranking_of(const Graph& graph, const std::vector<std::string>& by) {
  const Projection projection = project(graph);
  return rank({.graph = graph, .shape = projection}, by);
}

Graph random_shape(std::mt19937& random, std::uint32_t nodes, std::size_t edges) {
  Graph graph = shape(nodes, {});
  for (std::size_t e = 0; e < edges; ++e)
    graph.edges.push_back(relation(static_cast<std::uint32_t>(random() % nodes),
                                   static_cast<std::uint32_t>(random() % nodes), "owns"));
  return graph;
}

}  // namespace

TEST_CASE("metrics: a graph without nodes has no values") {
  for (const Metric& metric : metrics()) CHECK(by_name(metric, {}).empty());
}

TEST_CASE("metrics: a single node") {
  const Graph one = shape(1, {});
  check_values(of(degree, one), {0});
  check_values(pagerank(project(one)), {1});
  check_values(betweenness(project(one)), {0});
  check_values(closeness(project(one)), {0});
  const Graph loop = shape(1, {{0, 0}});
  check_values(of(degree, loop), {2});
  check_values(pagerank(project(loop)), {1});
  check_values(closeness(project(loop)), {0});
}

TEST_CASE("degree: parallel edges count once, a loop counts at both ends") {
  check_values(of(in_degree, diamond()), {0, 1, 1, 2, 1, 1});
  check_values(of(out_degree, diamond()), {2, 1, 1, 1, 0, 1});
  check_values(of(degree, diamond()), {2, 2, 2, 3, 1, 2});
}

TEST_CASE("betweenness: by hand") {
  // Pairs through n1: (0,3), (0,4) by half each, so 1/2 + 1/2 = 1; n2 the same; n3: (0,4), (1,4), (2,4).
  check_values(betweenness(project(diamond())), {0, 1.0 / 20, 1.0 / 20, 3.0 / 20, 0, 0});
  check_values(betweenness(project(shape(3, {{0, 1}, {1, 2}}))), {0, 0.5, 0});
  check_values(betweenness(project(shape(2, {{0, 1}}))), {0, 0});
}

TEST_CASE("closeness: by hand") {
  // n3 is reached by n1, n2 (1) and n0 (2): 3/4 of 3/5. n4 by n3 (1), n1, n2 (2), n0 (3): 4/8 of 4/5.
  check_values(closeness(project(diamond())), {0, 1.0 / 5, 1.0 / 5, 9.0 / 20, 16.0 / 40, 0});
}

TEST_CASE("pagerank: by hand") {
  // n0 -> n1, and n1 dangles: x0 = (0.15 + 0.85 x1) / 2 with x0 + x1 = 1.
  const double first = (0.15 + 0.85) / 2 / (1 + 0.425);
  check_values(pagerank(project(shape(2, {{0, 1}}))), {first, 1 - first});
  check_values(pagerank(project(shape(3, {{0, 1}, {1, 2}, {2, 0}}))), {1.0 / 3, 1.0 / 3, 1.0 / 3});
  check_values(pagerank(project(shape(4, {}))), {0.25, 0.25, 0.25, 0.25});
}

TEST_CASE("pagerank: sums to one and fulfils its equation") {
  std::mt19937 random(GENERATE(range(0U, 20U)));
  const Graph graph = random_shape(random, 30, 60);
  const std::vector<double> rank = pagerank(project(graph));
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1).margin(1e-12));
  Graph simple = graph;
  canonicalise(simple);
  const std::vector<double> out = out_degree(project(graph));
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
    // Those that are found step by step may not settle, and stop within their tolerance.
    const bool by_steps = metric.name == "eigenvector" || metric.name == "hubs" ||
                          metric.name == "authorities" || metric.name == "hits" || metric.name == "katz";
    std::vector<double> before;
    try {
      before = by_name(metric, graph);
    } catch (const Error&) {
      CHECK(by_steps);
      continue;
    }
    const std::vector<double> after = by_name(metric, moved);
    for (std::size_t v = 0; v < place.size(); ++v) {
      if (std::isnan(before[v])) {
        CHECK(std::isnan(after[place[v]]));
      } else {
        CHECK(after[place[v]] == Approx(before[v]).margin(by_steps ? 1e-8 : 1e-10));
      }
    }
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
  const Ranking ranking = ranking_of(diamond(), by);
  REQUIRE(ranking.metrics.size() == 3);
  REQUIRE(ranking.rows.size() == 6);
  std::vector<std::uint32_t> order;
  for (const auto& row : ranking.rows) {
    order.push_back(row.node);
    REQUIRE(row.values.size() == 3);
    CHECK(row.values[0] == row.values[2]);
  }
  CHECK(order == std::vector<std::uint32_t>{3, 0, 1, 2, 5, 4});
  CHECK(ranking_of({}, by).rows.empty());
  const Ranking none = ranking_of(diamond(), {});
  CHECK(none.rows.size() == 6);
  CHECK(none.rows[0].node == 0);
}

TEST_CASE("projection: parallel edges are joined, their weights added") {
  Graph graph = diamond();
  graph.edges[0].evidence = {sentence("d", 0, "A."), sentence("d", 5, "B.")};
  set_number(graph.edges[2].attributes, "amount", 7);
  const Projection evidence = project(graph, true, Weight::evidence);
  check_values(out_strength(evidence), {4, 1, 1, 1, 0, 1});
  check_values(in_strength(evidence), {0, 3, 1, 2, 1, 1});
  const Projection amount = project(graph, true, Weight::amount);
  CHECK(amount.edges() == 1);
  check_values(strength(amount), {7, 0, 7, 0, 0, 0});
  const Projection undirected = project(graph, false);
  CHECK(undirected.edges() == 6);
  check_values(degree(undirected), {2, 2, 2, 3, 1, 2});
  set_number(graph.edges[2].attributes, "amount", -7);
  CHECK_THAT(error_of([&] { static_cast<void>(project(graph, true, Weight::amount)); }),
             Contains("negative"));
}

TEST_CASE("metrics by polarity count friendly and hostile relations apart") {
  Graph graph = shape(3, {{0, 1}, {0, 2}, {1, 2}});
  graph.edges[0].polarity = Polarity::negative;
  graph.edges[1].polarity = Polarity::positive;
  check_values(by_name(find_metric("negative_out"), graph), {1, 0, 0});
  check_values(by_name(find_metric("positive_in"), graph), {0, 0, 1});
}

TEST_CASE("betweenness: the number of threads does not show, a sample is within its bound") {
  std::mt19937 random(3);
  const Projection shape = project(random_shape(random, 200, 700));
  const std::vector<double> exact = betweenness(shape);
  CHECK(betweenness(shape, {.threads = 3}) == exact);
  CHECK(betweenness(shape, {.samples = 200}) == exact);
  const PathSampling half{.samples = 100, .seed = 4};
  const std::vector<double> sampled = betweenness(shape, half);
  CHECK(sampled != exact);
  CHECK(betweenness(shape, half) == sampled);
  for (std::size_t v = 0; v < exact.size(); ++v)
    CHECK(std::abs(sampled[v] - exact[v]) < betweenness_error(200, 100));
  CHECK(betweenness_error(200, 200) == 0);
}

TEST_CASE("metrics that do not settle say so") {
  CHECK_THAT(error_of([] {
               static_cast<void>(eigenvector(project(shape(3, {{0, 1}, {1, 2}}))));
             }),
             Contains("does not settle"));
  Graph complete = shape(15, {});
  for (std::uint32_t a = 0; a < 15; ++a) {
    for (std::uint32_t b = 0; b < 15; ++b) {
      if (a != b) complete.edges.push_back(relation(a, b, "meets"));
    }
  }
  CHECK_THAT(error_of([&] { static_cast<void>(katz(project(complete))); }), Contains("alpha 0.1"));
  CHECK(katz(project(complete), 0.01).front() == Approx(1 / std::sqrt(15)));
}
