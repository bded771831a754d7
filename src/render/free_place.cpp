// SPDX-License-Identifier: Apache-2.0
#include "render/free_place.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>

#include "render/arrange.hpp"

namespace relgraph::render {

namespace {

constexpr double k_gap = 14;       ///< px around a new box
constexpr double k_label_gap = 4;  ///< px between it and a label
constexpr double k_part_gap = 36;

/// How far one box reaches in a direction.
double reach(Size box, Point along) {
  constexpr double k_tiny = 1e-9;
  constexpr double k_far = std::numeric_limits<double>::max();
  const double x = std::abs(along.x) < k_tiny ? k_far : box.width / 2 / std::abs(along.x);
  const double y = std::abs(along.y) < k_tiny ? k_far : box.height / 2 / std::abs(along.y);
  return std::min(x, y);
}

/// How far apart the centres of two boxes must be for a label between them with room for the heads.
double room_needed(Size a, Size b, Size label, Point along) {
  return reach(a, along) + reach(b, along) + 2 * reach(label, along) + 30;
}

/// From `begin` to `end` in steps.
std::vector<double> steps(double begin, double end, double step) {
  std::vector<double> out;
  const auto count = static_cast<std::size_t>(std::max(0.0, (end - begin) / step)) + 1;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(begin + static_cast<double>(i) * step);
  return out;
}

}  // namespace

FreePlaces::FreePlaces(const Arrangement& all, const std::vector<bool>& placed, std::span<const Size> sizes)
    : m_all(all), m_placed(placed), m_sizes(sizes), m_traces(all.lines.size()) {
  Arrangement standing;
  std::ranges::copy_if(all.nodes, std::back_inserter(standing.nodes), is_somewhere);
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    if (!placed[i]) continue;
    m_traces[i] = trace(all.lines[i]);
    standing.lines.push_back(all.lines[i]);
  }
  measure(standing);
  m_bounds = standing.bounds;
}

std::size_t FreePlaces::other_end(std::size_t tie, std::size_t node) const {
  const PlacedLine& line = m_all.lines[tie];
  return line.source == node ? line.target : line.source;
}

Box FreePlaces::best_box(std::size_t node, std::span<const std::size_t> ties) const {
  Box best = Box::around({m_bounds.right + m_sizes[node].width, m_bounds.center().y}, m_sizes[node]);
  double lowest = std::numeric_limits<double>::max();
  for (const Point center : places_near(node, ties)) {
    const Box box = Box::around(center, m_sizes[node]);
    if (!is_free(box)) continue;
    const double price = price_of(node, center, ties, lowest);
    if (price >= lowest) continue;
    lowest = price;
    best = box;
  }
  return best;
}

/// Around those it is linked to, and all over the picture and its margins.
std::vector<Point> FreePlaces::places_near(std::size_t node, std::span<const std::size_t> ties) const {
  constexpr int k_angles = 32;
  constexpr double k_outside = 150;
  constexpr double k_most_points = 1500;
  const Box all = m_bounds.grown(k_outside);
  const double grid = std::max(30.0, std::sqrt(all.width() * all.height() / k_most_points));
  std::vector<Point> out;
  for (const std::size_t tie : ties) {
    const std::size_t other = other_end(tie, node);
    for (int i = 0; i < k_angles; ++i) {
      const double angle = 2 * std::numbers::pi * i / k_angles;
      const Point along{std::cos(angle), std::sin(angle)};
      const double needed = room_needed(m_sizes[node], m_sizes[other], m_all.lines[tie].label_size, along);
      for (const double stretch : {1.0, 1.2, 1.5, 2.0}) {
        out.push_back(m_all.nodes[other].center() + along * (needed * stretch));
      }
    }
  }
  for (const double y : steps(all.top, all.bottom, grid)) {
    for (const double x : steps(all.left, all.right, grid)) out.push_back({x, y});
  }
  // as exact as files of positions are, so that what is kept is what was tried
  for (Point& p : out) p = {std::round(p.x * 100) / 100, std::round(p.y * 100) / 100};
  return out;
}

bool FreePlaces::is_free(Box box) const {
  const Box with_gap = box.grown(k_gap);
  if (std::ranges::any_of(m_all.nodes, [&](Box node) { return overlap(node, with_gap); })) return false;
  for (std::size_t i = 0; i < m_all.lines.size(); ++i) {
    if (m_placed[i] && overlap(m_all.lines[i].label_box(), box.grown(k_label_gap))) return false;
  }
  return true;
}

/// What is wrong with one line if it runs straight: too long or too short for its label, what it runs
/// through, a label that cannot stand in its middle.
double FreePlaces::tie_price(std::size_t node, Point center, std::size_t tie) const {
  constexpr double k_through_node = 80;
  constexpr double k_through_label = 30;
  constexpr double k_crossing = 14;
  constexpr double k_label_off = 40;
  const std::size_t other = other_end(tie, node);
  const Size label_size = m_all.lines[tie].label_size;
  const Point end = m_all.nodes[other].center();
  const Point way = end - center;
  const double spare = length(way) - room_needed(m_sizes[node], m_sizes[other], label_size, unit(way));
  double sum = spare < 0 ? -3 * spare : 0.5 * spare;
  const Trace straight{{center, end}, box_of(std::array{center, end})};
  const Box label = Box::around((center + end) * 0.5, label_size);
  bool label_off = false;
  for (std::size_t i = 0; i < m_all.nodes.size(); ++i) {
    if (i == node || i == other) continue;
    sum += runs_through(straight, m_all.nodes[i].grown(3)) ? k_through_node : 0;
    label_off = label_off || overlap(m_all.nodes[i], label);
  }
  for (std::size_t i = 0; i < m_all.lines.size(); ++i) {
    if (!m_placed[i]) continue;
    sum += runs_through(straight, m_all.lines[i].label_box()) ? k_through_label : 0;
    sum += lines_cross(straight, m_traces[i]) ? k_crossing : 0;
    label_off = label_off || overlap(m_all.lines[i].label_box(), label);
  }
  return sum + (label_off ? k_label_off : 0);
}

/// What a place costs: its lines, lines that the box stands on, and what the picture grows by. Stops at
/// `enough`.
double FreePlaces::price_of(std::size_t node, Point center, std::span<const std::size_t> ties,
                            double enough) const {
  constexpr double k_on_line = 120;
  constexpr double k_per_page = 400;
  constexpr double k_to_the_left = 0.2;  // growth to the left and the top shifts all the rest
  const Box box = Box::around(center, m_sizes[node]);
  Box grown = m_bounds;
  grown.include(box);
  double sum = k_per_page * (page_stretch({grown.width(), grown.height()}) -
                             page_stretch({m_bounds.width(), m_bounds.height()}));
  sum += k_to_the_left * (m_bounds.left - grown.left + m_bounds.top - grown.top);
  for (const std::size_t tie : ties) {
    if (sum >= enough) return sum;
    sum += tie_price(node, center, tie);
  }
  for (std::size_t i = 0; i < m_traces.size() && sum < enough; ++i) {
    if (m_placed[i] && runs_through(m_traces[i], box.grown(3))) sum += k_on_line;
  }
  return sum;
}

Point FreePlaces::best_corner(Size part) const {
  constexpr double k_grid = 24;
  Point best{m_bounds.left, m_bounds.bottom + k_part_gap};
  double lowest = std::numeric_limits<double>::max();
  const auto offer = [&](Point corner) {
    Box box{corner.x, corner.y, corner.x + part.width, corner.y + part.height};
    Box grown = m_bounds;
    grown.include(box);
    const double price = page_stretch({grown.width(), grown.height()}) + 1e-6 * (corner.y + corner.x);
    if (price >= lowest) return;
    box = box.grown(k_part_gap - 1);
    if (!is_free(box)) return;
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
      if (m_placed[i] && runs_through(m_traces[i], box)) return;
    }
    lowest = price;
    best = corner;
  };
  const std::vector<double> columns = steps(m_bounds.left, m_bounds.right, k_grid);
  for (const double y : steps(m_bounds.top, m_bounds.bottom, k_grid)) {
    for (const double x : columns) offer({x, y});
    offer({m_bounds.right + k_part_gap, y});
  }
  for (const double x : columns) offer({x, m_bounds.bottom + k_part_gap});
  return {std::round(best.x * 100) / 100, std::round(best.y * 100) / 100};
}

}  // namespace relgraph::render
