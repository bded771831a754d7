// SPDX-License-Identifier: Apache-2.0
#include "relgraph/paths.hpp"

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "relgraph/comparison.hpp"
#include "relgraph/connectivity.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

Graph ladder() { return shape(6, {{0, 1}, {1, 2}, {2, 5}, {0, 3}, {3, 5}, {3, 2}, {4, 4}}); }

}  // namespace

TEST_CASE("paths: shortest first, then by vertices") {
  const Projection directed = project(ladder());
  const std::vector<Path> found = shortest_paths(directed, 0, 5, 9);
  CHECK(found == std::vector<Path>{{{0, 3, 5}, 2}, {{0, 1, 2, 5}, 3}, {{0, 3, 2, 5}, 3}});
  CHECK(shortest_paths(directed, 5, 0).empty());
  CHECK(shortest_paths(directed, 0, 4).empty());
  CHECK(shortest_paths(directed, 0, 0).empty());
  CHECK(shortest_paths(project(ladder(), false), 5, 0).front().vertices ==
        std::vector<std::uint32_t>{5, 3, 0});
}

TEST_CASE("paths: all up to a length, and no more than asked for") {
  const Projection directed = project(ladder());
  CHECK(all_paths(directed, 0, 5, 2).paths.size() == 1);
  CHECK(all_paths(directed, 0, 5, 3).paths == shortest_paths(directed, 0, 5, 9));
  const AllPaths cut = all_paths(directed, 0, 5, 3, 2);
  CHECK(cut.paths.size() == 2);
  CHECK_FALSE(cut.complete);
  CHECK(all_paths(directed, 0, 4, 9).paths.empty());
}

TEST_CASE("paths: strong ties are short") {
  Graph graph = shape(3, {{0, 1}, {1, 2}, {0, 2}});
  graph.edges[2].confidence = 0.25;
  const Projection weighted = project(graph, true, Weight::confidence);
  CHECK(shortest_paths(weighted, 0, 2).front() == Path{{0, 1, 2}, 2});
}

TEST_CASE("flow: as much as the narrowest cut lets through") {
  const Flow flow = maximum_flow(project(ladder()), 0, 5);
  CHECK(flow.value == 2);
  CHECK(flow.cut.size() == 2);
  CHECK(maximum_flow(project(ladder()), 5, 0).value == 0);
  CHECK(maximum_flow(project(ladder()), 0, 0).value == 0);
}

TEST_CASE("cuts: what falls apart without whom") {
  const Cuts found = cuts(project(shape(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {4, 4}})));
  CHECK(found.vertices == std::vector<bool>{false, false, true, false, false});
  CHECK(found.bridges == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 3}});
  // A chain as long as a hostile file may make it needs no stack.
  const std::uint32_t n = 200000;
  std::vector<std::uint32_t> from(n - 1);
  std::vector<std::uint32_t> to(n - 1);
  for (std::uint32_t i = 0; i + 1 < n; ++i) {
    from[i] = i;
    to[i] = i + 1;
  }
  const Projection chain = project(n, from, to, {}, true);
  CHECK(cuts(chain).bridges.size() == n - 1);
  CHECK(strong_components(chain).sizes.size() == n);
  CHECK(components(chain).sizes == std::vector<std::uint32_t>{n});
}

TEST_CASE("comparison: what came, went and changed") {
  Graph before = shape(3, {{0, 1}, {1, 2}});
  Graph after = shape(3, {{0, 1}, {2, 0}});
  after.nodes[2] = actor("renamed", "n2");  // the same label but for case
  after.nodes.push_back(actor("x", "Xaver"));
  after.edges[0].status = Status::former;
  const Comparison found = compare(before, after);
  CHECK(found.nodes_new == std::vector<std::uint32_t>{3});
  CHECK(found.nodes_gone.empty());
  CHECK(found.edges_gone == std::vector<std::uint32_t>{1});
  CHECK(found.edges_new == std::vector<std::uint32_t>{1});
  REQUIRE(found.statuses.size() == 1);
  CHECK(found.statuses[0].before == 0);
  CHECK(compare(before, before).empty());
  CHECK(compare(before, before).ranks.empty());
  CHECK(compare({}, {}).empty());
}
