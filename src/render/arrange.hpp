// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "relgraph/render.hpp"
#include "render/labels.hpp"
#include "render/layout.hpp"

namespace relgraph::render {

/// A line to place: its ends and the size of its label in px.
struct LineToPlace {
  std::size_t source = 0;
  std::size_t target = 0;
  Size label;
};

/// Finds places for boxes and labelled lines. A label is laid out as a box on its own line, so that
/// nothing lies on it and the line runs straight into it. Each connected part is laid out in several
/// ways (layers downwards or to the right, by direction or around the most linked node; a spring model),
/// the best by `cost` stays, and the parts are packed side by side.
/// Boxes without lines make a grid.
/// Groups: the boxes of a group, and the labels of lines between them, stand in an area of their own
/// (Arrangement::areas, one for each heading) that holds nothing else and touches no other area. Layers only.
/// Errors: those of lay_out. Deterministic: yes.
[[nodiscard]] Arrangement arrange(std::span<const Size> nodes, std::span<const LineToPlace> lines,
                                  LayoutEngine engine, const Clusters& groups = {});

/// What it takes to fit a picture on a page of a report, upright or across: 1 fills it at full size.
[[nodiscard]] double page_stretch(Size picture);

/// Moves everything.
void shift(Arrangement& arrangement, Point by);

/// How bad an arrangement is: what it takes to fit it on a page of a report, upright or across, plus
/// weighted faults. Unit: 1 is a picture that just fills a page at full size and has no fault.
[[nodiscard]] double cost(const Arrangement& arrangement, const Faults& faults);

}  // namespace relgraph::render
