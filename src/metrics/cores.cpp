// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "metrics/simple.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

std::vector<double> core_number(const Projection& shape) {
  const Adjacency rows = simple_neighbours(shape);
  const std::uint32_t n = shape.vertices;
  std::vector<std::uint32_t> degree(n);
  std::uint32_t most = 0;
  for (std::uint32_t v = 0; v < n; ++v) {
    degree[v] = rows.begin[v + 1] - rows.begin[v];
    most = std::max(most, degree[v]);
  }
  // Vertices in buckets by degree; `start[d]` is where bucket d begins in `order`.
  std::vector<std::uint32_t> start(std::size_t{most} + 2, 0);
  for (const std::uint32_t d : degree) ++start[d + 1];
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<std::uint32_t> order(n);
  std::vector<std::uint32_t> place(n);
  std::vector<std::uint32_t> next = start;
  for (std::uint32_t v = 0; v < n; ++v) {
    place[v] = next[degree[v]]++;
    order[place[v]] = v;
  }
  std::vector<double> core(n);
  for (const std::uint32_t v : order) {
    core[v] = degree[v];
    for (const std::uint32_t w : rows.of(v)) {
      if (degree[w] <= degree[v]) continue;
      // w moves one bucket down: it changes places with the first of its bucket, which then begins later.
      const std::uint32_t first = order[start[degree[w]]];
      std::swap(order[place[w]], order[place[first]]);
      std::swap(place[w], place[first]);
      ++start[degree[w]];
      --degree[w];
    }
  }
  return core;
}

}  // namespace relgraph
