// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "render/geometry.hpp"

namespace relgraph::render {

/// An edge of what Graphviz lays out; `tail` is wanted above `head` (or left of it) by `dot`.
struct LayoutEdge {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  double length = 0;  ///< px between the centres that `neato` aims at
};

enum class Program : std::uint8_t { dot, neato };
enum class Flow : std::uint8_t { down, right };

struct LayoutSettings {
  Program program = Program::dot;
  Flow flow = Flow::down;  ///< dot only
  double node_gap = 14;    ///< px between neighbours in a row (dot) or around a box (neato)
  double rank_gap = 24;    ///< px between rows (dot only)
  bool route = true;       ///< neato: lead lines around boxes, otherwise they are straight
  bool quick = false;      ///< bound the optimisation: for graphs that would take dot long
};

/// Boxes that dot keeps together, in an area that holds nothing else, below a heading.
struct Clusters {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> of;  ///< cluster of each box, or none; empty: no clusters
  std::vector<Size> headings;   ///< one for each cluster
};

/// Positions in px, y downwards, the upper left corner of everything near the origin.
struct LaidOut {
  std::vector<Point> nodes;     ///< centres, in the order of the input
  std::vector<Spline> splines;  ///< from centre to centre of the ends, in the order of the input
  std::vector<Box> areas;       ///< of the clusters that have boxes; others are empty boxes
};

/// Lays out boxes of the given sizes by Graphviz. Nothing of it depends on fonts.
/// Errors: `Error{internal}` with a hint when the layout plugins are missing or Graphviz fails.
/// Deterministic: yes. Thread-safe: yes, by one mutex of the process, since Graphviz is not.
/// Source: Gansner, Koutsofios, North, Vo 1993 (dot); Gansner, Koren, North 2004 (neato); Gansner, Hu 2009
/// (prism).
[[nodiscard]] LaidOut lay_out(std::span<const Size> boxes, std::span<const LayoutEdge> edges,
                              const LayoutSettings& settings, const Clusters& clusters = {});

}  // namespace relgraph::render
