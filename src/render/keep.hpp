// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "render/arrange.hpp"

namespace relgraph::render {

/// What is known of an earlier picture, in the orders of the boxes and lines of this one.
struct Kept {
  std::vector<std::optional<Point>> nodes;       ///< centres
  std::vector<std::optional<PlacedLine>> lines;  ///< label, its size, to_label, from_label
};

/// Places boxes and lines like `arrange`, but what has a kept place stays there: boxes move only as far as
/// needed for none to touch another, lines only if an end of theirs moved or something stands in their way.
/// Where lines have no other way than through boxes and labels, all kept places are moved apart by up to 40
/// %, if that helps enough. New boxes go to free room near those they are linked to; new parts beside
/// everything. What comes out of it, kept, gives the same bytes again. Errors: those of lay_out.
/// Deterministic: yes.
[[nodiscard]] Arrangement arrange_kept(std::span<const Size> nodes, std::span<const LineToPlace> lines,
                                       LayoutEngine engine, const Kept& kept);

/// Rounds all places to hundredths of a px, as files of positions have them. `nodes`: sizes of the boxes.
void round_places(Arrangement& arrangement, std::span<const Size> nodes);

}  // namespace relgraph::render
