// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

// Every function returns one value a node, in the order of Graph::nodes. Common conventions: edges are
// directed, parallel edges count once, self-loops as NetworkX treats them, weights are not used, status
// does not matter (filter first). A graph without nodes gives an empty vector.

/// Number of neighbours reached by merged edges: in plus out, in, out.
/// Complexity: O(n + m). Oracle: `networkx.DiGraph.degree`, `in_degree`, `out_degree`.
[[nodiscard]] std::vector<double> degree(const Graph& graph);
[[nodiscard]] std::vector<double> in_degree(const Graph& graph);
[[nodiscard]] std::vector<double> out_degree(const Graph& graph);

/// PageRank with damping 0.85, uniform teleport, dangling mass spread uniformly; sums to 1.
/// Converged to an L1 change below 1e-12 (NetworkX stops much earlier by default).
/// Complexity: O(iterations (n + m)). Source: Page, Brin, Motwani, Winograd 1999.
/// Oracle: `networkx.pagerank(G, tol=1e-14, max_iter=10000)`.
[[nodiscard]] std::vector<double> pagerank(const Graph& graph);

/// Share of shortest directed paths through a node, divided by (n-1)(n-2); 0 for n < 3.
/// Complexity: O(n m). Source: Brandes 2001 (Boost.Graph). Oracle: `networkx.betweenness_centrality`.
[[nodiscard]] std::vector<double> betweenness(const Graph& graph);

/// Inverse mean distance from the nodes that reach a node (incoming paths), times the share of nodes
/// that reach it (Wasserman and Faust); 0 for a node that nobody reaches.
/// Complexity: O(n m). Source: Freeman 1979; Wasserman and Faust 1994, p. 201.
/// Oracle: `networkx.closeness_centrality`.
[[nodiscard]] std::vector<double> closeness(const Graph& graph);

/// A metric by name: what `relgraph rank --by` takes.
struct Metric {
  std::string_view name;
  std::string_view meaning_en;
  std::vector<double> (*compute)(const Graph&);
  bool whole;  ///< its values are whole numbers
};
[[nodiscard]] std::span<const Metric> metrics();
/// Errors: `Error{usage}` with the known names as hint.
[[nodiscard]] const Metric& find_metric(std::string_view name);

/// Nodes with the values of some metrics, best first by the first metric, ties by node id.
struct Ranking {
  struct Row {
    std::uint32_t node = 0;
    std::vector<double> values;  ///< one a metric
  };
  std::vector<const Metric*> metrics;
  std::vector<Row> rows;
};
[[nodiscard]] Ranking rank(const Graph& graph, std::span<const std::string> metric_names);

}  // namespace relgraph
