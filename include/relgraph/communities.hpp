// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "relgraph/connectivity.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/projection.hpp"

namespace relgraph {

/// Newman's modularity of a division, directions aside: the share of weight within parts less what chance
/// would give, the latter times `resolution`. 0 without edges.
/// Source: Newman and Girvan 2004; resolution: Reichardt and Bornholdt 2006.
/// Oracle: `networkx.community.modularity` of the undirected projection.
[[nodiscard]] double modularity(const Projection& undirected, const std::vector<std::uint32_t>& part_of,
                                double resolution = 1);

/// Communities by the Leiden algorithm; each one hangs together. The same seed gives the same answer.
/// Input: an undirected projection; a greater resolution gives smaller communities.
/// Complexity: near O(m) a round. Source: Traag, Waltman, van Eck 2019, arXiv:1810.08473.
[[nodiscard]] Parts leiden(const Projection& undirected, double resolution = 1, std::uint64_t seed = 1);

/// Communities by label propagation: everybody joins the majority of the neighbours until nobody moves.
/// Source: Raghavan, Albert, Kumara 2007.
[[nodiscard]] Parts label_propagation(const Projection& undirected, std::uint64_t seed = 1);

/// How far the friendly and hostile relations of a graph divide it into two camps, friends within and foes
/// between. Parallel relations of a pair are added with their signs; pairs at zero and neutral relations do
/// not count. Sources: Heider 1946; Cartwright and Harary 1956; frustration: Zaslavsky 1987.
struct Balance {
  struct Pair {
    std::uint32_t first = 0;  ///< the lesser vertex
    std::uint32_t second = 0;
    double weight = 0;  ///< signed
  };
  std::vector<std::int8_t> camp;  ///< 0 or 1; -1 for a vertex without a friend or foe. Of each component of
                                  ///< the signed relations, its first vertex is in camp 0
  double frustration = 0;         ///< weight of the pairs that break the camps
  double weight = 0;              ///< of all pairs
  bool exact = true;              ///< no division breaks less; else the best one found
  std::vector<Pair> breaking;     ///< foes within a camp, friends across
  std::size_t triangles = 0;      ///< of signed pairs
  std::size_t balanced = 0;       ///< of them, with an even number of hostile pairs
};
/// Complexity: exact for components of up to 18 vertices (leaves not counted), local search above.
[[nodiscard]] Balance balance(const Graph& graph, std::uint64_t seed = 1);

}  // namespace relgraph
