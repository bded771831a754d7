// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "render/scene.hpp"

namespace relgraph::render {

/// What occurs in a picture and so stands in its legend.
struct LegendEntries {
  std::array<bool, k_shape_names.size()> shapes{};
  std::array<bool, 3> polarities{};  ///< negative, neutral, positive
  std::array<bool, 5> statuses{};    ///< empty when all lines are plain statements
  std::array<bool, 3> widths{};      ///< empty when all lines have the same width
  bool mutual = false;
};
[[nodiscard]] LegendEntries legend_entries(const Core& core, const Graph& graph);

/// Appends the legend as `<g class="legend">` with its upper left corner at `corner`, in rows that are no
/// wider than `width`. Returns its height in px; 0 if there is nothing to explain.
double append_legend(std::string& out, const Scene& scene, Point corner, double width);

}  // namespace relgraph::render
