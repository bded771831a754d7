// SPDX-License-Identifier: Apache-2.0
#include "render/trace.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace relgraph::render {

Box box_of(std::span<const Point> points) {
  constexpr double k_far = std::numeric_limits<double>::max();
  Box out{k_far, k_far, -k_far, -k_far};
  for (const Point& p : points) out.include({p.x, p.y, p.x, p.y});
  return out;
}

Spline whole_of(const PlacedLine& line) {
  Spline out = line.to_label;
  if (!line.from_label.empty()) out.insert(out.end(), line.from_label.begin() + 1, line.from_label.end());
  return out;
}

Trace trace(const PlacedLine& line) {
  constexpr std::size_t k_steps = 8;
  Trace out;
  out.points = sample(whole_of(line), k_steps);
  out.bounds = box_of(out.points);
  return out;
}

bool runs_through(const Trace& line, Box box) {
  if (!overlap(line.bounds.grown(0.1), box)) return false;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    if (meets(line.points[i - 1], line.points[i], box)) return true;
  }
  return false;
}

bool lines_cross(const Trace& a, const Trace& b) {
  if (!overlap(a.bounds.grown(0.1), b.bounds.grown(0.1))) return false;
  for (std::size_t i = 1; i < a.points.size(); ++i) {
    const std::array<Point, 2> stretch{a.points[i - 1], a.points[i]};
    if (!overlap(box_of(stretch).grown(0.1), b.bounds)) continue;
    for (std::size_t k = 1; k < b.points.size(); ++k) {
      if (cross(stretch[0], stretch[1], b.points[k - 1], b.points[k])) return true;
    }
  }
  return false;
}

void lead_through(PlacedLine& line, Point from, Point to) {
  const Point along = (to - from) * (1 / 6.0);
  line.to_label = {from, from + (line.label - from) * (1 / 3.0), line.label - along, line.label};
  line.from_label = {line.label, line.label + along, to + (line.label - to) * (1 / 3.0), to};
}

void close_loop(PlacedLine& line, Point node) {
  const Point to = line.label - node;
  const Point across = unit({-to.y, to.x}) * std::max(14.0, length(to) * 0.4);
  line.to_label = {node, node + across, line.label + across, line.label};
  line.from_label = {line.label, line.label - across, node - across, node};
}

}  // namespace relgraph::render
