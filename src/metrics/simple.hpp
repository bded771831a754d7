// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/projection.hpp"

namespace relgraph {

/// Who stands next to whom, in whatever direction: sorted, no parallel edges, no self-loops, no weights.
[[nodiscard]] inline Adjacency simple_neighbours(const Projection& shape) {
  Adjacency out;
  out.begin.reserve(std::size_t{shape.vertices} + 1);
  out.to.reserve(shape.out.to.size() * (shape.directed ? 2 : 1));
  out.begin.push_back(0);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    const auto add = [&](std::uint32_t w) {
      if (w != v) out.to.push_back(w);
    };
    const auto a = shape.out.of(v);
    const auto b = shape.directed ? shape.reversed.of(v) : std::span<const std::uint32_t>();
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() || j != b.end()) {
      if (j == b.end() || (i != a.end() && *i < *j)) {
        add(*i++);
      } else {
        if (i != a.end() && *i == *j) ++i;
        add(*j++);
      }
    }
    out.begin.push_back(static_cast<std::uint32_t>(out.to.size()));
  }
  return out;
}

}  // namespace relgraph
