// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "relgraph/projection.hpp"

namespace relgraph {

/// A way from one vertex to another that visits none twice.
struct Path {
  std::vector<std::uint32_t> vertices;
  double length = 0;  ///< number of arcs; with weights the sum of 1 / weight
  friend bool operator==(const Path&, const Path&) = default;
};

/// The `count` shortest simple paths, shortest first, then by vertices; fewer if there are no more.
/// Complexity: O(count n (m + n log n)). Source: Yen 1971. Oracle: `networkx.shortest_simple_paths`.
[[nodiscard]] std::vector<Path> shortest_paths(const Projection& shape, std::uint32_t from, std::uint32_t to,
                                               std::size_t count = 1);

/// All simple paths of up to `most_arcs` arcs, sorted as above; `complete` says whether `limit` cut some off.
/// Oracle: `networkx.all_simple_paths`.
struct AllPaths {
  std::vector<Path> paths;
  bool complete = true;
};
[[nodiscard]] AllPaths all_paths(const Projection& shape, std::uint32_t from, std::uint32_t to,
                                 std::size_t most_arcs, std::size_t limit = 10000);

/// How much can flow between two vertices if every arc carries its weight, and the arcs that hold it back:
/// without them nothing gets through. Source: Boykov and Kolmogorov 2004 (Boost.Graph).
/// Oracle: `networkx.maximum_flow_value`, `networkx.minimum_cut`.
struct Flow {
  double value = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> cut;  ///< sorted
};
[[nodiscard]] Flow maximum_flow(const Projection& shape, std::uint32_t from, std::uint32_t to);

}  // namespace relgraph
