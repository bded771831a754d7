// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "relgraph/graph.hpp"

// The names that records use, for the writer and the reader of records.

namespace relgraph::exchange {

inline constexpr std::string_view k_extra_prefix = "extra:";
inline constexpr std::string_view k_attribute_prefix = "attribute:";
/// Of columns whose text is JSON, in formats with typed columns.
inline constexpr std::string_view k_json_prefix = "json:";

template <std::size_t N>
[[nodiscard]] bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Values of a node, in lower case; `name`, `shared_name` and `value` repeat label and id for other programs.
[[nodiscard]] inline bool is_node_name(std::string_view lower) {
  static constexpr std::array<std::string_view, 8> k_names{"id",       "label", "type",        "aliases",
                                                           "mentions", "name",  "shared_name", "value"};
  return is_one_of(k_names, lower);
}

/// Values of an edge, in lower case; several repeat the type for other programs.
[[nodiscard]] inline bool is_edge_name(std::string_view lower) {
  static constexpr std::array<std::string_view, 18> k_names{
      "id",          "source",     "target", "key",       "type",        "relation",
      "interaction", "label",      "name",   "from",      "shared_name", "status",
      "polarity",    "confidence", "weight", "sentences", "sentence",    "to"};
  return is_one_of(k_names, lower) || lower == "evidence" || lower == "directed";
}

/// Attributes that have a meaning of their own (docs/graph.schema.json).
[[nodiscard]] inline bool is_attribute_name(std::string_view name) {
  static constexpr std::array<std::string_view, 6> k_names{"amount",   "currency", "date",
                                                           "duration", "role",     "share"};
  return is_one_of(k_names, name);
}

/// The weight of an edge that has none of its own: in how many sentences it is stated, at least 1.
[[nodiscard]] inline double derived_weight(const Edge& edge) {
  return static_cast<double>(std::max<std::size_t>(edge.evidence.size(), 1));
}

}  // namespace relgraph::exchange
