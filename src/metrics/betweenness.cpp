// SPDX-License-Identifier: Apache-2.0
#include <boost/graph/betweenness_centrality.hpp>

#include "graph/boost_graph.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

std::vector<double> betweenness(const Graph& graph) {
  const auto n = graph.nodes.size();
  std::vector<double> out(n, 0);
  if (n < 3) return out;
  // Boost counts a path once for each parallel edge on it; merged edges are what NetworkX counts.
  const SimpleDigraph shape = simple_digraph(graph);
  boost::brandes_betweenness_centrality(
      shape, boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, shape)));
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  for (double& value : out) value /= pairs;
  return out;
}

}  // namespace relgraph
