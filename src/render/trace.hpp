// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "render/labels.hpp"

namespace relgraph::render {

/// A whole line as a polygon, with the box around it: what collisions are computed with.
struct Trace {
  std::vector<Point> points;
  Box bounds;
};

[[nodiscard]] Box box_of(std::span<const Point> points);

/// A line from centre to centre, through its label.
[[nodiscard]] Spline whole_of(const PlacedLine& line);
[[nodiscard]] Trace trace(const PlacedLine& line);

[[nodiscard]] bool runs_through(const Trace& line, Box box);
[[nodiscard]] bool lines_cross(const Trace& a, const Trace& b);

/// A smooth line from `from` through the label of `line` to `to`.
void lead_through(PlacedLine& line, Point from, Point to);

/// A loop at a node runs over two corners of its label.
void close_loop(PlacedLine& line, Point node);

}  // namespace relgraph::render
