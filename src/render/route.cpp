// SPDX-License-Identifier: Apache-2.0
#include "render/route.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <utility>

#include "render/trace.hpp"

namespace relgraph::render {

namespace {

// Prices in px of detour.
constexpr double k_through_node = 300;
constexpr double k_through_label = 60;
constexpr double k_crossing = 15;
constexpr double k_no_room_for_head = 60;
constexpr double k_head_room = 12;  ///< px of line that should show on either side of a label

/// A place for a label, and what it costs by itself.
struct Offer {
  Point center;
  double price = 0;
};

/// Places beside the straight way between two points, cheapest first. Far ones are wide apart.
std::vector<Offer> offers_between(Point from, Point to) {
  constexpr double k_step = 10;
  constexpr double k_coarse = 40;
  constexpr double k_furthest = 900;
  constexpr double k_per_px = 0.45;
  const Point way = to - from;
  const Point across = unit({-way.y, way.x});
  const double fine = std::max(120.0, 0.5 * length(way));
  std::vector<Offer> out;
  double off = 0;
  while (off <= k_furthest) {
    for (const double at : {0.5, 0.44, 0.56, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78}) {
      const double price = off * k_per_px * (1 + off / 400) + std::abs(at - 0.5) * 50;
      const Point on = from + way * at;
      out.push_back({on + across * off, price});
      if (off > 0) out.push_back({on - across * off, price});
    }
    off += off < fine ? k_step : k_coarse;
  }
  std::ranges::stable_sort(out, {}, &Offer::price);
  return out;
}

/// Places around a node, for the label of a loop.
std::vector<Offer> offers_around(Box node, Size label) {
  constexpr int k_angles = 24;
  constexpr int k_rings = 30;
  std::vector<Offer> out;
  for (int ring = 0; ring < k_rings; ++ring) {
    const double room = 16 + 12.0 * ring;
    for (int i = 0; i < k_angles; ++i) {
      const double angle = 2 * std::numbers::pi * i / k_angles;
      const Point reach{(node.width() + label.width) / 2 + room, (node.height() + label.height) / 2 + room};
      out.push_back(
          {node.center() + Point{std::cos(angle) * reach.x, std::sin(angle) * reach.y}, 12.0 * ring});
    }
  }
  return out;
}

class Router {
 public:
  Router(Arrangement& arrangement, std::vector<bool>& placed)
      : m_all(arrangement), m_placed(placed), m_traces(arrangement.lines.size()) {
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
      if (m_placed[i]) m_traces[i] = trace(m_all.lines[i]);
    }
  }

  /// Leads a line the best way there is given all others. Whether its label stands elsewhere than before.
  bool lead(std::size_t index) {
    PlacedLine& line = m_all.lines[index];
    const bool loop = line.source == line.target;
    const Box source = m_all.nodes[line.source];
    const Point from = source.center();
    const Point to = m_all.nodes[line.target].center();
    const Point before = line.label;
    const bool had_place = m_placed[index];
    PlacedLine best = line;
    double lowest = std::numeric_limits<double>::max();
    for (const Offer& offer : loop ? offers_around(source, line.label_size) : offers_between(from, to)) {
      if (offer.price >= lowest) break;
      if (!is_free(index, Box::around(offer.center, line.label_size).grown(2))) continue;
      PlacedLine tried = line;
      tried.label = offer.center;
      if (loop) {
        close_loop(tried, from);
      } else {
        lead_through(tried, from, to);
      }
      const double price = offer.price + price_of(index, tried, lowest - offer.price);
      if (price >= lowest) continue;
      lowest = price;
      best = std::move(tried);
    }
    if (lowest == std::numeric_limits<double>::max()) {
      // no place at all, which takes boxes that fill 900 px around: straight, the label in the middle
      best.label = (from + to) * 0.5;
      loop ? close_loop(best, from) : lead_through(best, from, to);
    }
    line = std::move(best);
    m_traces[index] = trace(line);
    m_placed[index] = true;
    return !had_place || line.label != before;
  }

 private:
  [[nodiscard]] bool is_free(std::size_t index, Box label) const {
    if (std::ranges::any_of(m_all.nodes, [&](Box node) { return overlap(node, label); })) return false;
    for (std::size_t i = 0; i < m_all.lines.size(); ++i) {
      if (i != index && m_placed[i] && overlap(m_all.lines[i].label_box(), label)) return false;
    }
    return true;
  }

  /// What is wrong with a line, up to `enough`.
  [[nodiscard]] double price_of(std::size_t index, const PlacedLine& line, double enough) const {
    const Trace way = trace(line);
    const Box label = line.label_box();
    double sum = 0;
    for (std::size_t node = 0; node < m_all.nodes.size() && sum < enough; ++node) {
      const bool end = node == line.source || node == line.target;
      if (end) {
        sum += overlap(m_all.nodes[node], label.grown(k_head_room)) ? k_no_room_for_head : 0;
      } else {
        sum += runs_through(way, m_all.nodes[node].grown(3)) ? k_through_node : 0;
      }
    }
    for (std::size_t i = 0; i < m_all.lines.size() && sum < enough; ++i) {
      if (i == index || !m_placed[i]) continue;
      if (runs_through(m_traces[i], label)) sum += k_through_label;
      if (runs_through(way, m_all.lines[i].label_box())) sum += k_through_label;
      if (lines_cross(m_traces[i], way)) sum += k_crossing;
    }
    return sum;
  }

  Arrangement& m_all;
  std::vector<bool>& m_placed;
  std::vector<Trace> m_traces;
};

}  // namespace

void lead_lines(Arrangement& arrangement, std::span<const std::size_t> open, std::vector<bool>& placed) {
  constexpr std::size_t k_many_lines = 120;
  const int rounds = arrangement.lines.size() > k_many_lines ? 2 : 4;
  // short lines have the least choice
  std::vector<std::size_t> order(open.begin(), open.end());
  const auto distance = [&](std::size_t index) {
    const PlacedLine& line = arrangement.lines[index];
    return length(arrangement.nodes[line.source].center() - arrangement.nodes[line.target].center());
  };
  std::ranges::stable_sort(order, {}, distance);
  for (const std::size_t index : open) placed[index] = false;
  Router router(arrangement, placed);
  bool moved = true;
  for (int round = 0; round < rounds && moved; ++round) {
    moved = false;
    for (const std::size_t index : order) moved = router.lead(index) || moved;
  }
}

}  // namespace relgraph::render
