// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

/// What an edge of the multigraph counts in its projection.
enum class Weight : std::uint8_t {
  none,        ///< every joined edge counts 1, however many parallel edges it stands for
  evidence,    ///< number of sentences that state it; 1 for an edge without evidence
  amount,      ///< its attribute `amount`; edges without one are left out
  confidence,  ///< its confidence
};

/// Adjacency as compressed sparse rows: the neighbours of v are to[begin[v]] … to[begin[v + 1] - 1], in
/// ascending order.
struct Adjacency {
  std::vector<std::uint32_t> begin;  ///< vertices + 1
  std::vector<std::uint32_t> to;
  std::vector<double> weight;  ///< one an arc; empty: all are 1
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t v) const {
    return {to.data() + begin[v], to.data() + begin[v + 1]};
  }
  [[nodiscard]] double weight_at(std::size_t arc) const { return weight.empty() ? 1.0 : weight[arc]; }
  /// Sum of the weights of the arcs of v.
  [[nodiscard]] double strength(std::uint32_t v) const;
};

/// The shape of a graph that algorithms work on: parallel edges joined, their weights added; self-loops
/// kept. Undirected: each edge stands at both ends, a self-loop once, and `in` equals `out`.
struct Projection {
  std::uint32_t vertices = 0;
  bool directed = true;
  Adjacency out;
  Adjacency reversed;  ///< only of a directed projection
  [[nodiscard]] const Adjacency& in() const { return directed ? reversed : out; }
  /// Joined edges: arcs of a directed projection, unordered pairs of an undirected one.
  [[nodiscard]] std::size_t edges() const;
  [[nodiscard]] bool weighted() const { return !out.weight.empty(); }
};

/// Complexity: O(n + m log(m / n)). Errors: `Error{input}` when a weight is negative or not finite, or
/// there are more than 2^31 edges.
[[nodiscard]] Projection project(const Graph& graph, bool directed = true, Weight weight = Weight::none);

/// The same from arcs, for tests and benchmarks. `weights`: one an arc, or empty.
[[nodiscard]] Projection project(std::uint32_t vertices, std::span<const std::uint32_t> sources,
                                 std::span<const std::uint32_t> targets, std::span<const double> weights,
                                 bool directed);

}  // namespace relgraph
