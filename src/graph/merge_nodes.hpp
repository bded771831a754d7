// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

/// The nodes of several graphs, the same actors made one.
struct JoinedNodes {
  std::vector<Node> nodes;
  std::vector<std::vector<std::uint32_t>> moved_to;  ///< [graph][node]: index into `nodes`
};

/// Two nodes are the same actor if they share
/// - the id, and both or neither is a person (a node of unknown type goes with the others of its id), or
/// - the type and a full name: the label, or an alias of several words or a handle, compared by fold().
/// Input: canonical graphs in a fixed order. Complexity: linear but for sorting.
[[nodiscard]] JoinedNodes join_nodes(std::span<const Graph> graphs);

}  // namespace relgraph
