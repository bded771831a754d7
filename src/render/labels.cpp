// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"

#include <optional>

#include "render/trace.hpp"

namespace relgraph::render {

namespace {

/// Whether a label may stand there: on no node, no label and, if `off_lines`, on no other line.
bool is_free(const Arrangement& arrangement, const std::vector<Trace>& traces, std::size_t line, Box box,
             bool off_lines) {
  for (const Box& node : arrangement.nodes) {
    if (overlap(node, box)) return false;
  }
  for (std::size_t i = 0; i < arrangement.lines.size(); ++i) {
    if (i == line) continue;
    if (overlap(arrangement.lines[i].label_box(), box)) return false;
    if (off_lines && runs_through(traces[i], box)) return false;
  }
  return true;
}

/// A place for a label: a parameter of its line, counted in curves, and how far off the line.
struct Place {
  Point center;
  double parameter = 0;
  double off = 0;
};

/// The free place nearest to the middle of the line: along it, then up to `rings` steps to either side.
std::optional<Place> free_place(const Arrangement& arrangement, const std::vector<Trace>& traces,
                                std::size_t index, int rings, bool off_lines) {
  const PlacedLine& line = arrangement.lines[index];
  const Spline whole = whole_of(line);
  constexpr std::size_t k_steps = 12;
  constexpr double k_ring = 8;
  const std::vector<Point> points = sample(whole, k_steps);
  const std::size_t middle = points.size() / 2;
  for (int ring = 0; ring <= rings; ++ring) {
    for (std::size_t away = 0; away <= middle; ++away) {
      for (const std::size_t at : {middle + away, middle - away}) {
        if (at == 0 || at + 1 >= points.size()) continue;
        const Point along = unit(points[at + 1] - points[at - 1]);
        for (const double side : {1.0, -1.0}) {
          const double off = side * ring * k_ring;
          const Point center = points[at] + Point{-along.y, along.x} * off;
          const Box box = Box::around(center, line.label_size).grown(1);
          if (!is_free(arrangement, traces, index, box, off_lines)) continue;
          return Place{center, static_cast<double>(at) / static_cast<double>(k_steps), off};
        }
      }
    }
  }
  return std::nullopt;
}

void move_label(PlacedLine& line, const Place& place) {
  const Spline whole = whole_of(line);
  line.label = place.center;
  if (place.off != 0) {
    lead_through(line, whole.front(), whole.back());
    return;
  }
  line.to_label = part(whole, 0, place.parameter);
  line.from_label = part(whole, place.parameter, static_cast<double>(whole.size()));
}

}  // namespace

Faults find_faults(const Arrangement& arrangement) {
  Faults out;
  std::vector<Trace> traces;
  for (const PlacedLine& line : arrangement.lines) traces.push_back(trace(line));
  const auto& nodes = arrangement.nodes;
  const auto& lines = arrangement.lines;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t k = i + 1; k < nodes.size(); ++k) out.nodes_on_nodes += overlap(nodes[i], nodes[k]);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box label = lines[i].label_box();
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      out.labels_on_nodes += overlap(label, nodes[n]);
      if (n == lines[i].source || n == lines[i].target) continue;
      out.lines_through_nodes += runs_through(traces[i], nodes[n]);
    }
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (k == i) continue;
      out.lines_through_labels += runs_through(traces[i], lines[k].label_box());
      if (k < i) continue;
      out.labels_on_labels += overlap(label, lines[k].label_box());
      out.crossings += lines_cross(traces[i], traces[k]);
    }
  }
  return out;
}

void clear_labels(Arrangement& arrangement) {
  constexpr int k_rings = 14;
  std::vector<Trace> traces;
  for (const PlacedLine& line : arrangement.lines) traces.push_back(trace(line));
  for (std::size_t i = 0; i < arrangement.lines.size(); ++i) {
    PlacedLine& line = arrangement.lines[i];
    const Box box = line.label_box();
    if (line.source == line.target || is_free(arrangement, traces, i, box, true)) continue;
    std::optional<Place> place = free_place(arrangement, traces, i, 0, true);
    if (!place && is_free(arrangement, traces, i, box, false)) continue;
    if (!place) place = free_place(arrangement, traces, i, 0, false);
    if (!place) place = free_place(arrangement, traces, i, k_rings, true);
    if (!place) place = free_place(arrangement, traces, i, k_rings, false);
    if (!place) continue;
    move_label(line, *place);
    traces[i] = trace(line);
  }
}

void measure(Arrangement& arrangement) {
  std::vector<Point> corners;
  const auto add = [&](Box box) {
    corners.push_back({box.left, box.top});
    corners.push_back({box.right, box.bottom});
  };
  for (const Box& node : arrangement.nodes) add(node);
  for (const Box& area : arrangement.areas) add(area);
  for (const PlacedLine& line : arrangement.lines) {
    add(line.label_box());
    add(trace(line).bounds);
  }
  arrangement.bounds = corners.empty() ? Box{} : box_of(corners);
}

}  // namespace relgraph::render
