// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "relgraph/graph.hpp"

namespace relgraph::render {

/// The kinds of nodes that have a shape and a colour of their own; every other type is `other`.
enum class NodeShape : std::uint8_t { person, organization, place, project, product, other };

inline constexpr std::array<std::string_view, 6> k_shape_names = {"person",  "organization", "place",
                                                                  "project", "product",      "other"};

[[nodiscard]] constexpr std::size_t index_of(NodeShape shape) { return static_cast<std::size_t>(shape); }
[[nodiscard]] constexpr std::string_view name_of(NodeShape shape) { return k_shape_names[index_of(shape)]; }

[[nodiscard]] constexpr NodeShape shape_of(std::string_view type) {
  for (std::size_t i = 0; i + 1 < k_shape_names.size(); ++i) {
    if (k_shape_names[i] == type) return static_cast<NodeShape>(i);
  }
  return NodeShape::other;
}

/// Short names for CSS classes.
[[nodiscard]] constexpr std::string_view class_of(Polarity polarity) {
  return polarity == Polarity::positive ? "pos" : polarity == Polarity::negative ? "neg" : "neu";
}

}  // namespace relgraph::render
