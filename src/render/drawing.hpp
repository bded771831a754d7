// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/scene.hpp"

namespace relgraph::render {

/// Appends the lines with their heads and labels, each a `<g>` with an id and a tooltip.
void append_lines(std::string& out, const Scene& scene);

/// Appends the boxes with icon and name, each a `<g>` with an id and a tooltip, grouped by type.
void append_nodes(std::string& out, const Scene& scene);

/// Appends the opacity of what is not spoken of in one picture of a story: it stays where it is, but pale.
void append_fading(std::string& out, const std::vector<bool>& faded, std::size_t index);

/// Appends the icons that occur, for the boxes to refer to.
void append_icons(std::string& out, const Scene& scene);

/// The visible part of a line: from the outline of its source to its label and from there to the outline
/// of its target, with room for its heads.
struct Strokes {
  Spline first;
  Spline second;
  Point source_tip;
  Point source_along;  ///< unit vector into the source
  Point target_tip;
  Point target_along;  ///< unit vector into the target
};
[[nodiscard]] Strokes visible_strokes(const Scene& scene, std::size_t index);

}  // namespace relgraph::render
