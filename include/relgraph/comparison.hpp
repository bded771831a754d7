// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

/// What changed from one graph to another. Actors are the same if their ids are, or else if their labels and
/// types are, case and accents aside. Relations are the same if ends and type are; a symmetric one has no
/// direction.
struct Comparison {
  struct StatusChange {
    std::uint32_t before = 0;  ///< edge of the old graph
    std::uint32_t after = 0;   ///< edge of the new one
  };
  struct RankChange {
    std::uint32_t node = 0;  ///< of the new graph
    std::size_t before = 0;  ///< place by PageRank, from 1; equal values share a place
    std::size_t after = 0;
  };
  std::vector<std::uint32_t> nodes_gone;  ///< of the old graph
  std::vector<std::uint32_t> nodes_new;   ///< of the new one
  std::vector<std::uint32_t> edges_gone;  ///< of the old graph
  std::vector<std::uint32_t> edges_new;   ///< of the new one
  std::vector<StatusChange> statuses;     ///< the same relation, otherwise stated
  std::vector<RankChange> ranks;          ///< actors in both graphs whose place changed, by new place
  [[nodiscard]] bool empty() const {
    return nodes_gone.empty() && nodes_new.empty() && edges_gone.empty() && edges_new.empty() &&
           statuses.empty();
  }
};

/// Complexity: O((n + m) log(n + m)) and PageRank of both.
[[nodiscard]] Comparison compare(const Graph& before, const Graph& after);

}  // namespace relgraph
