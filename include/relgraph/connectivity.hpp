// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "relgraph/projection.hpp"

namespace relgraph {

/// Which part each vertex belongs to; parts are numbered from 0, the largest first, then by first vertex.
struct Parts {
  std::vector<std::uint32_t> of;
  std::vector<std::uint32_t> sizes;
};

/// Parts that hang together, directions aside. Complexity: O(n + m α(n)).
/// Source: Sutton, Ben-Nun, Barak 2018 (Afforest), on one thread.
[[nodiscard]] Parts components(const Projection& shape);
/// Parts in which everybody reaches everybody along the arcs. Complexity: O(n + m). Source: Tarjan 1972.
[[nodiscard]] Parts strong_components(const Projection& shape);

/// What holds a graph together, directions and self-loops aside; an edge in both directions is one.
/// Complexity: O(n + m). Source: Hopcroft and Tarjan 1973.
struct Cuts {
  std::vector<bool> vertices;                                    ///< articulation points
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges;  ///< (lesser, greater), sorted
};
[[nodiscard]] Cuts cuts(const Projection& shape);

/// Numbers of the whole graph.
struct Summary {
  std::size_t vertices = 0;
  std::size_t edges = 0;  ///< joined
  double density = 0;     ///< edges of those that could be; as networkx.density, loops count
  std::size_t components = 0;
  std::size_t largest_component = 0;
  std::size_t strong_components = 0;
  std::optional<std::uint32_t>
      diameter;  ///< of the largest component, directions aside; nothing beyond 20,000 vertices
  std::optional<double> mean_distance;  ///< there, over all pairs; nothing beyond 20,000 vertices
  std::optional<double> reciprocity;  ///< share of arcs that are answered; nothing without arcs or directions
  double transitivity = 0;            ///< share of connected triples that are closed, directions aside
  double mean_clustering = 0;         ///< mean of local clustering, directions aside
  std::optional<double> assortativity;  ///< correlation of the degrees (out, in if directed) at the ends;
                                        ///< nothing if all are equal
  std::uint32_t core = 0;               ///< greatest core number
  std::size_t bridges = 0;
  std::size_t articulation_points = 0;
};
[[nodiscard]] Summary summarise(const Projection& shape);

}  // namespace relgraph
