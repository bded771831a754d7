// SPDX-License-Identifier: Apache-2.0
#include "render/arrange.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "render/order.hpp"
#include "render/trace.hpp"

namespace relgraph::render {

namespace {

/// One connected part, with indices of its own.
struct Part {
  std::vector<std::size_t> nodes;     ///< indices into all nodes
  std::vector<std::size_t> line_ids;  ///< indices into all lines
  std::vector<Size> boxes;
  std::vector<LineToPlace> lines;
  std::vector<Link> links;
  Clusters groups;                     ///< of the boxes
  std::vector<std::size_t> group_ids;  ///< indices into all groups
};

constexpr double k_part_gap = 36;
constexpr std::size_t k_many_lines = 70;       ///< above it few layouts are tried
constexpr std::size_t k_too_many_lines = 130;  ///< above it only one, and Graphviz is held back

void add_groups(Part& part, const Clusters& groups) {
  if (groups.of.empty()) return;
  std::map<std::size_t, std::size_t> own;
  for (const std::size_t node : part.nodes) {
    const std::size_t group = groups.of[node];
    if (group == Clusters::none) {
      part.groups.of.push_back(group);
      continue;
    }
    const auto [found, is_new] = own.emplace(group, part.group_ids.size());
    if (is_new) {
      part.group_ids.push_back(group);
      part.groups.headings.push_back(groups.headings[group]);
    }
    part.groups.of.push_back(found->second);
  }
}

/// Groups hold together what has no line between it.
std::vector<Part> split_parts(std::span<const Size> nodes, std::span<const LineToPlace> lines,
                              const Clusters& groups) {
  std::vector<Link> links;
  for (const LineToPlace& line : lines) links.emplace_back(line.source, line.target);
  std::map<std::size_t, std::size_t> last_of;
  for (std::size_t i = 0; i < groups.of.size(); ++i) {
    if (groups.of[i] == Clusters::none) continue;
    const auto [last, is_new] = last_of.emplace(groups.of[i], i);
    if (!is_new) links.emplace_back(std::exchange(last->second, i), i);
  }
  std::vector<Part> parts;
  std::vector<std::size_t> part_of(nodes.size(), 0);
  std::vector<std::size_t> index_in(nodes.size(), 0);
  for (auto& members : connected_parts(nodes.size(), links)) {
    Part part;
    for (const std::size_t node : members) {
      part_of[node] = parts.size();
      index_in[node] = part.boxes.size();
      part.boxes.push_back(nodes[node]);
    }
    part.nodes = std::move(members);
    add_groups(part, groups);
    parts.push_back(std::move(part));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Part& part = parts[part_of[lines[i].source]];
    const Link link{index_in[lines[i].source], index_in[lines[i].target]};
    part.line_ids.push_back(i);
    part.lines.push_back({link.first, link.second, lines[i].label});
    part.links.push_back(link);
  }
  return parts;
}

/// A way to lay a part out: settings and, for dot, the place of each node in the flow.
struct Candidate {
  LayoutSettings settings;
  std::vector<double> order;
  double stretch = 1;  ///< of the lengths that neato aims at
};

std::vector<Candidate> spring_candidates(bool many) {
  std::vector<Candidate> out;
  for (const double stretch : {1.0, 1.4, 1.9}) {
    out.push_back({{.program = Program::neato, .node_gap = 24, .route = !many}, {}, stretch});
    if (many) break;
  }
  return out;
}

std::vector<Candidate> candidates(const Part& part, LayoutEngine engine) {
  const bool many = part.lines.size() > k_many_lines;
  const bool too_many = part.lines.size() > k_too_many_lines;
  if (engine == LayoutEngine::neato) return spring_candidates(too_many);
  const std::size_t n = part.boxes.size();
  std::vector<std::vector<double>> orders;
  if (!many) orders = {flow_order(n, part.links), hub_order(n, part.links)};
  for (const std::size_t levels : {8U, 7U, 6U, 5U, 4U, 3U}) {
    orders.push_back(level_order(n, part.links, levels));
    if (many) break;
  }
  std::vector<Candidate> out;
  for (const auto& order : orders) {
    out.push_back({{.flow = Flow::down, .node_gap = 14, .rank_gap = 17, .quick = too_many}, order, 1});
    if (!too_many) out.push_back({{.flow = Flow::right, .node_gap = 9, .rank_gap = 20}, order, 1});
  }
  return out;
}

std::uint32_t id(std::size_t index) { return static_cast<std::uint32_t>(index); }

/// Layers: every label is a box of its own between the ends of its line.
Arrangement lay_out_layers(const Part& part, const Candidate& candidate) {
  const std::size_t n = part.boxes.size();
  std::vector<Size> boxes = part.boxes;
  std::vector<LayoutEdge> edges;
  std::vector<bool> down;
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    const LineToPlace& line = part.lines[i];
    boxes.push_back(line.label);
    const bool as_told = std::pair(candidate.order[line.source], line.source) <=
                         std::pair(candidate.order[line.target], line.target);
    down.push_back(as_told);
    const std::size_t top = as_told ? line.source : line.target;
    const std::size_t bottom = as_told ? line.target : line.source;
    edges.push_back({id(top), id(n + i), 0});
    if (top != bottom) edges.push_back({id(n + i), id(bottom), 0});
  }
  Clusters clusters = part.groups;
  if (!clusters.of.empty()) {
    for (const LineToPlace& line : part.lines) {
      const std::size_t group = clusters.of[line.source];
      clusters.of.push_back(group == clusters.of[line.target] ? group : Clusters::none);
    }
  }
  const LaidOut laid_out = lay_out(boxes, edges, candidate.settings, clusters);

  Arrangement out;
  out.areas = laid_out.areas;
  for (std::size_t i = 0; i < n; ++i) out.nodes.push_back(Box::around(laid_out.nodes[i], boxes[i]));
  std::size_t at = 0;
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    const LineToPlace& line = part.lines[i];
    PlacedLine placed{line.source, line.target, line.label, laid_out.nodes[n + i], {}, {}};
    const Spline& upper = laid_out.splines[at++];
    if (line.source == line.target) {
      close_loop(placed, laid_out.nodes[line.source]);
    } else {
      const Spline& lower = laid_out.splines[at++];
      placed.to_label = down[i] ? upper : reversed(lower);
      placed.from_label = down[i] ? lower : reversed(upper);
    }
    out.lines.push_back(std::move(placed));
  }
  return out;
}

/// Springs: lines are as long as their labels need, labels start in the middle of their lines. Only the
/// label of a loop is a box of its own.
Arrangement lay_out_springs(const Part& part, const Candidate& candidate) {
  std::vector<Size> boxes = part.boxes;
  std::vector<LayoutEdge> edges;
  for (const LineToPlace& line : part.lines) {
    const Size a = part.boxes[line.source];
    const Size b = part.boxes[line.target];
    if (line.source == line.target) {
      edges.push_back({id(line.source), id(boxes.size()), (a.width + line.label.width) / 2 + 20});
      boxes.push_back(line.label);
    } else {
      edges.push_back({id(line.source), id(line.target),
                       candidate.stretch * ((a.width + b.width) / 4 + line.label.width + 40)});
    }
  }
  const LaidOut laid_out = lay_out(boxes, edges, candidate.settings);

  Arrangement out;
  for (std::size_t i = 0; i < part.boxes.size(); ++i) {
    out.nodes.push_back(Box::around(laid_out.nodes[i], boxes[i]));
  }
  std::size_t loop = part.boxes.size();
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    const LineToPlace& line = part.lines[i];
    PlacedLine placed{line.source, line.target, line.label, {}, {}, {}};
    if (line.source == line.target) {
      placed.label = laid_out.nodes[loop++];
      close_loop(placed, laid_out.nodes[line.source]);
    } else {
      const Spline& whole = laid_out.splines[i];
      const std::size_t count = (whole.size() - 1) / 3;
      const auto curves = static_cast<double>(count);
      placed.to_label = relgraph::render::part(whole, 0, curves / 2);
      placed.from_label = relgraph::render::part(whole, curves / 2, curves);
      placed.label = placed.to_label.back();
    }
    out.lines.push_back(std::move(placed));
  }
  clear_labels(out);
  return out;
}

Arrangement lay_out_part(const Part& part, const Candidate& candidate) {
  Arrangement out = candidate.settings.program == Program::dot ? lay_out_layers(part, candidate)
                                                               : lay_out_springs(part, candidate);
  measure(out);
  return out;
}

/// A layout that was tried, and how it came out.
struct Trial {
  Candidate way;
  Arrangement arrangement;
  double price = std::numeric_limits<double>::max();
};

/// Lines over headings and through areas that they have no business in.
double group_cost(const Part& part, const Arrangement& arrangement) {
  constexpr double k_over_heading = 0.2;
  constexpr double k_through_area = 0.06;
  double sum = 0;
  for (const PlacedLine& line : arrangement.lines) {
    const Trace way = trace(line);
    for (std::size_t i = 0; i < arrangement.areas.size(); ++i) {
      const Box& area = arrangement.areas[i];
      const Size heading = part.groups.headings[i];
      sum += runs_through(way, {area.left, area.top, area.left + heading.width, area.top + heading.height})
                 ? k_over_heading
                 : 0;
      const bool at_home = part.groups.of[line.source] == i || part.groups.of[line.target] == i;
      sum += !at_home && runs_through(way, area) ? k_through_area : 0;
    }
  }
  return sum;
}

Trial try_out(const Part& part, Candidate way) {
  Trial out{std::move(way), {}, 0};
  out.arrangement = lay_out_part(part, out.way);
  out.price = cost(out.arrangement, find_faults(out.arrangement)) + group_cost(part, out.arrangement);
  return out;
}

/// Moves single nodes to other places in the flow as long as the picture gets better. The moves come from
/// a generator of fixed numbers (Lehmer 1951, Park and Miller 1988), so they are the same every time.
void improve(const Part& part, Trial& best) {
  constexpr double k_good = 1.0;          // fits a page at full size
  constexpr std::size_t k_effort = 1600;  // lines laid out
  const std::size_t rounds =
      std::min<std::size_t>(60, k_effort / std::max<std::size_t>(1, part.lines.size()));
  std::uint64_t state = 1;
  const auto next = [&](std::size_t below) {
    state = state * 48271 % 2147483647;
    return static_cast<std::size_t>(state) % below;
  };
  const std::size_t n = part.boxes.size();
  if (n < 3) return;
  for (std::size_t round = 0; round < rounds && best.price > k_good; ++round) {
    Candidate way = best.way;
    const std::size_t node = next(n);
    const std::size_t beside = next(n);
    way.order[node] = way.order[beside] + (next(2) == 0 ? 0.5 : -0.5);
    if (node == beside) continue;
    Trial trial = try_out(part, std::move(way));
    if (trial.price < best.price) best = std::move(trial);
  }
}

Arrangement best_arrangement(const Part& part, LayoutEngine engine) {
  if (part.boxes.size() == 1 && part.lines.empty() && part.group_ids.empty()) {
    Arrangement alone;
    alone.nodes.push_back(Box::around({}, part.boxes.front()));
    measure(alone);
    return alone;
  }
  std::vector<Candidate> ways = candidates(part, engine);
  if (ways.size() == 1) return lay_out_part(part, ways.front());
  Trial best;
  for (Candidate& way : ways) {
    Trial trial = try_out(part, std::move(way));
    if (trial.price < best.price) best = std::move(trial);
  }
  if (engine != LayoutEngine::neato && part.lines.size() <= k_many_lines) improve(part, best);
  return std::move(best.arrangement);
}

/// Shelves: parts side by side as long as they fit the width, else below. Parts come largest first.
struct Shelves {
  std::vector<Point> corners;  ///< top left of each part
  Size size;
};

Shelves shelves_of(std::span<const Arrangement> parts, double width) {
  Shelves out;
  Point corner;
  double shelf = 0;
  for (const Arrangement& part : parts) {
    const Box& box = part.bounds;
    if (corner.x > 0 && corner.x + box.width() > width) {
      corner = {0, corner.y + shelf + k_part_gap};
      shelf = 0;
    }
    out.corners.push_back(corner);
    shelf = std::max(shelf, box.height());
    out.size = {std::max(out.size.width, corner.x + box.width()), corner.y + shelf};
    corner.x += box.width() + k_part_gap;
  }
  return out;
}

/// Packs the parts in the width that fits a page best: one, two, three … parts side by side.
void pack(std::vector<Arrangement>& parts) {
  constexpr std::size_t k_most_widths = 40;
  Shelves best;
  double width = 0;
  for (std::size_t i = 0; i < std::min(parts.size(), k_most_widths); ++i) {
    width += parts[i].bounds.width() + (i > 0 ? k_part_gap : 0);
    Shelves shelves = shelves_of(parts, width);
    if (i == 0 || page_stretch(shelves.size) < page_stretch(best.size)) best = std::move(shelves);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    shift(parts[i], best.corners[i] - Point{parts[i].bounds.left, parts[i].bounds.top});
  }
}

}  // namespace

void shift(Arrangement& arrangement, Point by) {
  const auto move = [&](Box& box) {
    box = {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
  };
  for (Box& node : arrangement.nodes) move(node);
  for (Box& area : arrangement.areas) move(area);
  for (PlacedLine& line : arrangement.lines) {
    line.label = line.label + by;
    for (Point& p : line.to_label) p = p + by;
    for (Point& p : line.from_label) p = p + by;
  }
  move(arrangement.bounds);
}

double page_stretch(Size picture) {
  constexpr double k_legend = 110;  // title and legend
  // the room for a picture on A4 with margins, upright and across, in px of 1/72 inch
  constexpr std::array<Size, 2> k_pages{{{450, 630}, {720, 430}}};
  double stretch = std::numeric_limits<double>::max();
  for (const Size& page : k_pages) {
    stretch =
        std::min(stretch, std::max(picture.width / page.width, (picture.height + k_legend) / page.height));
  }
  return stretch;
}

double cost(const Arrangement& arrangement, const Faults& faults) {
  const auto times = [](double weight, std::size_t count) { return weight * static_cast<double>(count); };
  const double stretch = page_stretch({arrangement.bounds.width(), arrangement.bounds.height()});
  return std::max(stretch, 0.5) + times(3, faults.nodes_on_nodes) + times(2, faults.labels_on_nodes) +
         times(1, faults.labels_on_labels) + times(0.6, faults.lines_through_nodes) +
         times(0.15, faults.lines_through_labels) + times(0.1, faults.crossings);
}

Arrangement arrange(std::span<const Size> nodes, std::span<const LineToPlace> lines, LayoutEngine engine,
                    const Clusters& groups) {
  const std::vector<Part> parts = split_parts(nodes, lines, groups);
  std::vector<Arrangement> placed;
  placed.reserve(parts.size());
  for (const Part& part : parts) placed.push_back(best_arrangement(part, engine));
  pack(placed);
  Arrangement out;
  out.nodes.resize(nodes.size());
  out.lines.resize(lines.size());
  out.areas.resize(groups.headings.size());
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (std::size_t i = 0; i < parts[p].nodes.size(); ++i) out.nodes[parts[p].nodes[i]] = placed[p].nodes[i];
    for (std::size_t i = 0; i < parts[p].group_ids.size(); ++i) {
      out.areas[parts[p].group_ids[i]] = placed[p].areas[i];
    }
    for (std::size_t i = 0; i < parts[p].line_ids.size(); ++i) {
      PlacedLine& line = out.lines[parts[p].line_ids[i]];
      line = std::move(placed[p].lines[i]);
      line.source = lines[parts[p].line_ids[i]].source;
      line.target = lines[parts[p].line_ids[i]].target;
    }
  }
  measure(out);
  return out;
}

}  // namespace relgraph::render
