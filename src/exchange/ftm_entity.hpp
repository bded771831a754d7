// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/json_access.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::exchange::ftm {

using Strings = std::vector<std::string>;

struct Entity {
  std::string id;
  std::string schema;
  std::vector<std::pair<std::string, Strings>> properties{};
  std::string own{};     ///< compact JSON of what relgraph wrote beside the properties; empty if nothing
  Properties extra{};    ///< keys of other programs
  std::size_t size = 0;  ///< of the line

  /// The values of a property, which are known from then on: the others are left for rest_of().
  [[nodiscard]] Strings take(std::string_view name);
  /// The first of them, the empty text if there is none.
  [[nodiscard]] std::string take_first(std::string_view name);
};

/// One line of a file. Errors: `Error{input}` with the column where known; the caller knows the line.
[[nodiscard]] Entity parse_entity(std::string_view line, const std::string& file, ondemand::parser& parser);

/// Everything that nobody took, for which relgraph has no field, as one value.
[[nodiscard]] Property rest_of(const Entity& entity);

}  // namespace relgraph::exchange::ftm
