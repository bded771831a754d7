// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace relgraph::render {

/// A line between two nodes, as a pair of indices.
using Link = std::pair<std::size_t, std::size_t>;

/// The connected parts of a graph: for each the nodes, ascending; largest part first, ties by first node.
[[nodiscard]] std::vector<std::vector<std::size_t>> connected_parts(std::size_t nodes,
                                                                    std::span<const Link> links);

/// Places of the nodes in an order in which few links run backwards.
/// Complexity: O(n² + m). Source: Eades, Lin, Smyth 1993.
[[nodiscard]] std::vector<double> flow_order(std::size_t nodes, std::span<const Link> links);

/// Layers around the most linked node, which has 0: its neighbours are shared out evenly on -1 and 1 so
/// that those linked to each other stay together, theirs on -2 and 2, and so on.
/// Precondition: connected. Complexity: O(n log n + m).
[[nodiscard]] std::vector<double> hub_order(std::size_t nodes, std::span<const Link> links);

/// Places on `levels` levels: linked nodes on different ones as far as the search finds, links short, levels
/// equally full; links run from lower to higher levels where that costs nothing. A layered drawing by this
/// order has no more rows than levels, where an order by direction may have one for each node. Precondition:
/// levels >= 2. Complexity: O(rounds levels (n + m)), at most 30 rounds. Source: Gallai 1968, Roy 1967 (an
/// orientation whose longest path is shortest is a colouring); the search is plain descent from the layers
/// around the hub.
[[nodiscard]] std::vector<double> level_order(std::size_t nodes, std::span<const Link> links,
                                              std::size_t levels);

}  // namespace relgraph::render
