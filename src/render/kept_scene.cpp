// SPDX-License-Identifier: Apache-2.0
#include "render/kept_scene.hpp"

#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace relgraph::render {

namespace {

Point point_of(Place place) { return {place.x, place.y}; }
Place place_of(Point point) { return {point.x, point.y}; }

Spline spline_of(std::span<const Place> places) {
  Spline out;
  for (const Place& place : places) out.push_back(point_of(place));
  return out;
}

std::vector<Place> places_of(std::span<const Point> points) {
  std::vector<Place> out;
  for (const Point& point : points) out.push_back(place_of(point));
  return out;
}

PlacedLine placed_line(const LinePlace& line) {
  PlacedLine out;
  out.label_size = {line.label_size.x, line.label_size.y};
  out.label = point_of(line.label);
  out.to_label = spline_of(line.to_label);
  out.from_label = spline_of(line.from_label);
  return out;
}

PlacedLine turned(PlacedLine line) {
  std::swap(line.to_label, line.from_label);
  line.to_label = reversed(line.to_label);
  line.from_label = reversed(line.from_label);
  return line;
}

}  // namespace

Kept kept_of(const Scene& scene, const Positions& positions) {
  const auto& nodes = scene.graph->nodes;
  std::map<std::pair<std::string_view, std::string_view>, const LinePlace*> by_ends;
  for (const LinePlace& line : positions.lines) {
    by_ends.emplace(std::pair<std::string_view, std::string_view>(line.source, line.target), &line);
  }
  Kept out;
  for (const std::uint32_t node : scene.core.nodes) {
    const auto found = positions.nodes.find(nodes[node].id);
    out.nodes.emplace_back();
    if (found != positions.nodes.end()) out.nodes.back() = point_of(found->second);
  }
  for (const Line& line : scene.core.lines) {
    const std::string_view source = nodes[line.source].id;
    const std::string_view target = nodes[line.target].id;
    out.lines.emplace_back();
    if (const auto same = by_ends.find({source, target}); same != by_ends.end()) {
      out.lines.back() = placed_line(*same->second);
    } else if (const auto other = by_ends.find({target, source}); other != by_ends.end()) {
      out.lines.back() = turned(placed_line(*other->second));
      by_ends.erase(other);  // the way back, if there is one now, needs a place of its own
    }
  }
  return out;
}

Positions positions_of(const Scene& scene) {
  const auto& nodes = scene.graph->nodes;
  Positions out;
  for (std::size_t i = 0; i < scene.core.nodes.size(); ++i) {
    out.nodes.emplace(nodes[scene.core.nodes[i]].id, place_of(scene.arrangement.nodes[i].center()));
  }
  for (std::size_t i = 0; i < scene.core.lines.size(); ++i) {
    const Line& line = scene.core.lines[i];
    const PlacedLine& placed = scene.arrangement.lines[i];
    out.lines.push_back({nodes[line.source].id,
                         nodes[line.target].id,
                         place_of(placed.label),
                         {placed.label_size.width, placed.label_size.height},
                         places_of(placed.to_label),
                         places_of(placed.from_label)});
  }
  return out;
}

}  // namespace relgraph::render
