// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/range/iterator_range.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "relgraph/graph.hpp"

// The shape of a graph as Boost.Graph sees it. Include it in .cpp files only: it is heavy.

namespace relgraph {

struct VertexProperty {
  const Node* node = nullptr;
};
struct EdgeProperty {
  const Edge* edge = nullptr;
};

/// The typed property multigraph: vertex i is `nodes[i]`; the edges lead back to the values.
using PropertyGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, VertexProperty, EdgeProperty,
                                                         boost::no_property, std::uint32_t, std::uint32_t>;

/// Output: a view; it is good as long as `graph` is neither changed nor moved. Complexity: O(n + m).
[[nodiscard]] inline PropertyGraph property_graph(const Graph& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<EdgeProperty> edges;
  ends.reserve(graph.edges.size());
  edges.reserve(graph.edges.size());
  for (const Edge& edge : graph.edges) {
    ends.emplace_back(edge.source, edge.target);
    edges.push_back({&edge});
  }
  PropertyGraph out(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), edges.begin(),
                    static_cast<std::uint32_t>(graph.nodes.size()));
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) out[i].node = &graph.nodes[i];
  return out;
}

}  // namespace relgraph
