// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace relgraph::exchange {

/// Columns whose cells are text as it is; in the others a cell is JSON or, if it is none, text.
[[nodiscard]] inline bool is_text_column(bool of_edges, std::string_view lower) {
  static constexpr std::array<std::string_view, 4> k_of_nodes{"id", "label", "type", "name"};
  static constexpr std::array<std::string_view, 16> k_of_edges{
      "id",     "source",   "target", "type", "label", "name",     "relation", "interaction",
      "status", "sentence", "role",   "date", "from",  "duration", "currency", "to"};
  return of_edges ? std::ranges::find(k_of_edges, lower) != k_of_edges.end()
                  : std::ranges::find(k_of_nodes, lower) != k_of_nodes.end();
}

}  // namespace relgraph::exchange
