// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "render/layout.hpp"
#include "render/scene.hpp"

namespace relgraph::render {

/// The groups of what is drawn: their headings in the order of their first members, cut to what fits, and
/// the group of each of `nodes`. `groups` is RenderOptions::groups, `stretch` how much wider than Arial the
/// typeface is.
struct Grouping {
  std::vector<std::string> headings;
  Clusters clusters;
};
[[nodiscard]] Grouping grouping_of(const std::vector<std::string>& groups,
                                   const std::vector<std::uint32_t>& nodes, double stretch = 1);

/// Appends the areas, to lie behind everything.
void append_areas(std::string& out, const Scene& scene);

/// Appends the headings, to lie above the lines.
void append_headings(std::string& out, const Scene& scene);

/// Colours of areas: the background with a little of the muted text colour.
[[nodiscard]] std::string area_fill(const Palette& colors);
[[nodiscard]] std::string area_line(const Palette& colors);

}  // namespace relgraph::render
