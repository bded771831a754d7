// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "relgraph/communities.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

/// An actor with a number that says how much of something it does or gets.
struct Score {
  std::uint32_t node = 0;
  double value = 0;
};

/// Money that the edges' attributes `amount` and `currency` name, for one actor and currency. Amounts without
/// currency stand under "".
struct Money {
  std::uint32_t node = 0;
  std::string currency;
  double in = 0;   ///< of edges that end at the actor
  double out = 0;  ///< of edges that start there
};

/// Who plays which part. Lists are sorted, greatest first, then by node id; zeros are left out. Planned,
/// former and negated relations count like others: filter first.
struct Roles {
  std::vector<Score> attackers;  ///< number of actors they are hostile to
  std::vector<Score> attacked;   ///< number of actors hostile to them
  std::vector<Score> mediators;  ///< the lesser number of friends in either camp
  std::vector<std::pair<std::uint32_t, std::uint32_t>> feuds;      ///< hostile both ways, (lesser, greater)
  std::vector<std::pair<std::uint32_t, std::uint32_t>> one_sided;  ///< hostile one way only, (from, to)
  std::vector<Money> money;                                        ///< by currency, then by in + out
};

/// Complexity: O(m log m).
[[nodiscard]] Roles roles(const Graph& graph, const Balance& camps);

}  // namespace relgraph
