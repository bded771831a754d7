// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "relgraph/projection.hpp"

namespace relgraph {

/// Calls `found(a, b, c)` once for every triangle of simple neighbours. Edges are turned from the vertex of
/// lesser degree to that of greater, so no row is longer than sqrt(2 m). Complexity: O(m^1.5).
/// Source: Latapy 2008 ("compact-forward").
template <class Found>
void for_each_triangle(const Adjacency& rows, Found found) {
  const auto n = static_cast<std::uint32_t>(rows.begin.size() - 1);
  const auto degree = [&](std::uint32_t v) { return rows.begin[v + 1] - rows.begin[v]; };
  const auto before = [&](std::uint32_t v, std::uint32_t w) {
    return degree(v) != degree(w) ? degree(v) < degree(w) : v < w;
  };
  Adjacency upwards;
  upwards.begin.push_back(0);
  upwards.to.reserve(rows.to.size() / 2);
  for (std::uint32_t v = 0; v < n; ++v) {
    for (const std::uint32_t w : rows.of(v)) {
      if (before(v, w)) upwards.to.push_back(w);
    }
    upwards.begin.push_back(static_cast<std::uint32_t>(upwards.to.size()));
  }
  std::vector<std::uint32_t> marked(n, n);  // by which vertex
  for (std::uint32_t v = 0; v < n; ++v) {
    for (const std::uint32_t w : upwards.of(v)) marked[w] = v;
    for (const std::uint32_t w : upwards.of(v)) {
      for (const std::uint32_t x : upwards.of(w)) {
        if (marked[x] == v) found(v, w, x);
      }
    }
  }
}

}  // namespace relgraph
