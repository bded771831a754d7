// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "render/geometry.hpp"

namespace relgraph::render {

/// A line with its label: it runs from a node to the middle of the label and on to the other node.
struct PlacedLine {
  std::size_t source = 0;  ///< index into the nodes
  std::size_t target = 0;
  Size label_size;
  Point label;        ///< centre
  Spline to_label;    ///< from the centre of the source to the centre of the label
  Spline from_label;  ///< from there to the centre of the target
  [[nodiscard]] Box label_box() const { return Box::around(label, label_size); }
};

/// Boxes and lines in px, y downwards.
struct Arrangement {
  std::vector<Box> nodes;
  std::vector<PlacedLine> lines;
  std::vector<Box> areas{};  ///< of groups, with their headings
  Box bounds;                ///< of everything, lines included
};

/// Counts of what makes a diagram hard to read; all should be 0.
struct Faults {
  std::size_t nodes_on_nodes = 0;
  std::size_t labels_on_nodes = 0;
  std::size_t labels_on_labels = 0;
  std::size_t lines_through_nodes = 0;   ///< (line, node that is none of its ends)
  std::size_t lines_through_labels = 0;  ///< (line, label of another line)
  std::size_t crossings = 0;             ///< pairs of lines
};

/// Complexity: quadratic in lines and nodes; meant for what fits on a page.
[[nodiscard]] Faults find_faults(const Arrangement& arrangement);

/// Moves labels that touch a node, another label or, where there is room, another line to the nearest free
/// place, along their line first, then off it, and leads the line there. Labels of loops, and labels that
/// find no free place, stay. Complexity: O(m (n + m)) for lines of bounded length.
void clear_labels(Arrangement& arrangement);

/// Sets the bounds from nodes, labels and lines.
void measure(Arrangement& arrangement);

}  // namespace relgraph::render
