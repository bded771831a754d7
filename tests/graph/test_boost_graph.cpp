// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "build.hpp"
#include "graph/boost_graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;

TEST_CASE("boost graph: the multigraph leads back to nodes and edges") {
  const Graph graph = shape(3, {{2, 0}, {0, 1}, {0, 1}, {1, 1}});
  const PropertyGraph view = property_graph(graph);
  REQUIRE(num_vertices(view) == 3);
  REQUIRE(num_edges(view) == 4);
  CHECK(view[1].node == &graph.nodes[1]);
  CHECK(out_degree(0U, view) == 2);
  CHECK(in_degree(1U, view) == 3);
  std::size_t seen = 0;
  for (const auto edge : boost::make_iterator_range(edges(view))) {
    const Edge* value = view[edge].edge;
    REQUIRE(value >= graph.edges.data());
    CHECK(value->source == source(edge, view));
    CHECK(value->target == target(edge, view));
    seen |= std::size_t{1} << static_cast<std::size_t>(value - graph.edges.data());
  }
  CHECK(seen == 15);
}
