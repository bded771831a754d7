// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "render/geometry.hpp"
#include "render/kinds.hpp"

namespace relgraph::render {

inline constexpr double k_icon_size = 13;

/// How much wider than its content a box of that shape and height must be, on both sides together.
[[nodiscard]] double shape_inset(NodeShape shape, double height);

/// Whether a point lies in the outline grown by `margin`.
[[nodiscard]] bool inside(NodeShape shape, Box box, Point point, double margin);

/// Appends the outline as an SVG element without colours: a pill for persons, a rectangle for
/// organizations, a hexagon for places, a rectangle with cut corners for projects, a parallelogram for
/// products, a rounded rectangle for the rest.
void append_outline(std::string& out, NodeShape shape, Box box);

/// Path data of the icon, in a square of k_icon_size px from the origin.
[[nodiscard]] std::string_view icon_path(NodeShape shape);

}  // namespace relgraph::render
