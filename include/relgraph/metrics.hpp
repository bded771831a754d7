// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"
#include "relgraph/projection.hpp"

namespace relgraph {

// Metrics of vertices: one value each, in the order of Graph::nodes. Common conventions: parallel edges are
// joined by the projection; status and type do not matter (filter first); a graph without vertices gives an
// empty vector. A weight is a strength, never negative: where an algorithm wants a distance, an edge is
// 1 / weight long. Oracles are NetworkX functions on the projection; docs/metrics.md has the table.

/// Number of joined edges at a vertex (a self-loop counts at both ends), and of the incoming and outgoing
/// ones of a directed projection. Complexity: O(n + m).
[[nodiscard]] std::vector<double> degree(const Projection& shape);
[[nodiscard]] std::vector<double> in_degree(const Projection& shape);
[[nodiscard]] std::vector<double> out_degree(const Projection& shape);
/// The same with weights added instead of edges counted.
[[nodiscard]] std::vector<double> strength(const Projection& shape);
[[nodiscard]] std::vector<double> in_strength(const Projection& shape);
[[nodiscard]] std::vector<double> out_strength(const Projection& shape);

/// PageRank with damping 0.85; a surfer who is bored, or at a vertex without outgoing edges, goes to one of
/// the vertices `restart`, each as likely (empty: to any). Sums to 1; off the limit by less than 1e-10 in
/// all. Complexity: O(iterations (n + m)). Source: Page, Brin, Motwani, Winograd 1999.
[[nodiscard]] std::vector<double> pagerank(const Projection& shape,
                                           std::span<const std::uint32_t> restart = {});

/// How shortest paths are counted: from all vertices, or from `samples` of them drawn by `seed`.
struct PathSampling {
  std::size_t samples = 0;  ///< 0: all
  std::uint64_t seed = 1;
  unsigned threads = 1;  ///< the result does not depend on it
};

/// Share of shortest paths through a vertex, divided by (n-1)(n-2); 0 for n < 3.
/// Complexity: O(n m), with weights O(n m log n). Source: Brandes 2001; sampling: Brandes and Pich 2007.
[[nodiscard]] std::vector<double> betweenness(const Projection& shape, const PathSampling& sampling = {});

/// With probability 1 - delta no value of the sampled betweenness is off by more (Hoeffding's inequality
/// and the union over the vertices).
[[nodiscard]] double betweenness_error(std::size_t vertices, std::size_t samples, double delta = 0.1);

/// Share of shortest paths over an edge, divided by n(n-1): one value an arc of `shape.out`; both arcs of an
/// undirected edge have the value of the edge.
[[nodiscard]] std::vector<double> edge_betweenness(const Projection& shape,
                                                   const PathSampling& sampling = {});

/// Inverse mean distance from those who reach a vertex, times the share of vertices that do; 0 for a vertex
/// that nobody reaches. Source: Freeman 1979; Wasserman and Faust 1994, p. 201. Complexity: O(n m).
[[nodiscard]] std::vector<double> closeness(const Projection& shape);
/// Sum of inverse distances from all that reach a vertex. Source: Rochat 2009; Boldi and Vigna 2014.
[[nodiscard]] std::vector<double> harmonic(const Projection& shape);
/// Greatest distance to a vertex that can be reached; 0 if there is none.
[[nodiscard]] std::vector<double> eccentricity(const Projection& shape);

/// The left eigenvector of the greatest eigenvalue, from the uniform vector, of length 1.
/// Errors: `Error{input}` where the iteration does not settle (a graph without cycles has no such value).
/// Source: Bonacich 1987.
[[nodiscard]] std::vector<double> eigenvector(const Projection& shape);

/// Katz centrality with attenuation `alpha` and constant 1, of length 1.
/// Errors: `Error{input}` when alpha is not below the inverse of the greatest eigenvalue. Source: Katz 1953.
[[nodiscard]] std::vector<double> katz(const Projection& shape, double alpha = 0.1);

/// Hubs point to authorities, authorities are pointed to by hubs; each sums to 1. Source: Kleinberg 1999.
/// Errors: `Error{input}` where the iteration does not settle.
struct HubsAndAuthorities {
  std::vector<double> hubs;
  std::vector<double> authorities;
};
[[nodiscard]] HubsAndAuthorities hits(const Projection& shape);

/// Core number: the greatest k so that the vertex is in a part where everybody has k neighbours. Directions,
/// weights and self-loops do not count. Complexity: O(n + m). Source: Batagelj and Zaveršnik 2003.
[[nodiscard]] std::vector<double> core_number(const Projection& shape);

/// Share of a vertex's pairs of neighbours that are joined. Directed: Fagiolo 2007. Weights and self-loops
/// do not count. Complexity: O(m^1.5). Source: Watts and Strogatz 1998; Latapy 2008.
[[nodiscard]] std::vector<double> clustering(const Projection& shape);

/// Burt's constraint: how much a vertex's contacts are tied to each other; NaN without contacts.
/// Source: Burt 2004, p. 361.
[[nodiscard]] std::vector<double> constraint(const Projection& shape);
/// Burt's effective size of a vertex's network: contacts less their redundancy; NaN without contacts.
/// Source: Burt 1995, p. 52; Borgatti 1997 for undirected unweighted ones.
[[nodiscard]] std::vector<double> effective_size(const Projection& shape);

/// 1 where a part of the graph would fall apart without the vertex, directions aside. Complexity: O(n + m).
/// Source: Hopcroft and Tarjan 1973.
[[nodiscard]] std::vector<double> articulation(const Projection& shape);

/// What metrics are computed from.
struct MetricInput {
  const Graph& graph;
  const Projection& shape;
  Weight weight = Weight::none;          ///< that the shape was made with
  std::vector<std::uint32_t> restart{};  ///< of PageRank
  double alpha = 0.1;                    ///< of Katz centrality
  PathSampling sampling{};
};

/// A metric by name: what `relgraph rank --by` takes.
struct Metric {
  std::string_view name;
  std::string_view meaning_en;
  std::vector<double> (*compute)(const MetricInput&);
  bool whole;  ///< its values are whole numbers if edges are not weighted
};
[[nodiscard]] std::span<const Metric> metrics();
/// Errors: `Error{usage}` with the known names as hint.
[[nodiscard]] const Metric& find_metric(std::string_view name);

/// Nodes with the values of some metrics, best first by the first metric, ties by node id, NaN last.
struct Ranking {
  struct Row {
    std::uint32_t node = 0;
    std::vector<double> values;  ///< one a metric
    std::size_t place = 0;       ///< from 1 by the first metric; equal values share one, as in sport
  };
  std::vector<const Metric*> metrics;
  std::vector<Row> rows;
};
[[nodiscard]] Ranking rank(const MetricInput& input, std::span<const std::string> metric_names);

}  // namespace relgraph
