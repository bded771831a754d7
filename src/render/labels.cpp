// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace relgraph::render {

namespace {

/// A whole line as a polygon, with the box around it.
struct Trace {
  std::vector<Point> points;
  Box bounds;
};

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

/// A smooth line from `from` through `label` to `to`.
void lead_through(PlacedLine& line, Point from, Point to) {
  const Point along = (to - from) * (1 / 6.0);
  line.to_label = {from, from + (line.label - from) * (1 / 3.0), line.label - along, line.label};
  line.from_label = {line.label, line.label + along, to + (line.label - to) * (1 / 3.0), to};
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
  for (const PlacedLine& line : arrangement.lines) {
    add(line.label_box());
    add(trace(line).bounds);
  }
  arrangement.bounds = corners.empty() ? Box{} : box_of(corners);
}

}  // namespace relgraph::render
