// SPDX-License-Identifier: Apache-2.0
#include "render/keep.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "render/free_place.hpp"
#include "render/order.hpp"
#include "render/route.hpp"
#include "render/trace.hpp"

namespace relgraph::render {

namespace {

constexpr double k_box_gap = 4;  ///< px that kept boxes have between them at least
constexpr double k_same = 0.02;  ///< px that files round away
double hundredths(double value) { return std::round(value * 100) / 100; }
Point hundredths(Point p) { return {hundredths(p.x), hundredths(p.y)}; }

/// Pushes two boxes apart along the axis that takes less. Whether they were too near.
bool push_apart(Point& a, Size a_size, Point& b, Size b_size) {
  const Point gap{(a_size.width + b_size.width) / 2 + k_box_gap - std::abs(a.x - b.x),
                  (a_size.height + b_size.height) / 2 + k_box_gap - std::abs(a.y - b.y)};
  if (gap.x <= 0 || gap.y <= 0) return false;
  const bool sideways = gap.x < gap.y;
  // a little more, so that rounding does not bring them back
  const double by = (sideways ? gap.x : gap.y) / 2 + 0.02;
  const double sign = (sideways ? a.x <= b.x : a.y <= b.y) ? 1 : -1;
  const Point step = sideways ? Point{by * sign, 0} : Point{0, by * sign};
  a = a - step;
  b = b + step;
  return true;
}

/// One picture in the making.
class Keeper {
 public:
  Keeper(std::span<const Size> nodes, std::span<const LineToPlace> lines, LayoutEngine engine,
         const Kept& kept)
      : m_sizes(nodes),
        m_lines(lines),
        m_engine(engine),
        m_kept(kept),
        m_moved(nodes.size(), false),
        m_placed(lines.size(), false),
        m_fixed(lines.size(), false) {}

  /// Whether every line stays where it was.
  [[nodiscard]] bool all_fixed() const { return std::ranges::find(m_fixed, false) == m_fixed.end(); }

  Arrangement run() {
    place_kept_boxes();
    place_kept_lines();
    place_newcomers();
    place_strangers();
    lead_open_lines();
    round_places(m_all, m_sizes);
    measure(m_all);
    return std::move(m_all);
  }

 private:
  void place_kept_boxes() {
    m_all.nodes.assign(m_sizes.size(), k_nowhere);
    std::vector<std::size_t> members;
    std::vector<Point> centers(m_sizes.size());
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
      if (!m_kept.nodes[i]) continue;
      members.push_back(i);
      centers[i] = *m_kept.nodes[i];
    }
    separate(members, centers);
    for (const std::size_t i : members) {
      m_all.nodes[i] = Box::around(hundredths(centers[i]), m_sizes[i]);
      m_moved[i] = length(centers[i] - *m_kept.nodes[i]) > k_same;
      m_has_kept = true;
    }
  }

  void separate(const std::vector<std::size_t>& members, std::vector<Point>& centers) const {
    constexpr int k_rounds = 200;
    constexpr int k_stretches = 40;
    constexpr double k_stretch = 1.1;
    for (int stretch = 0; stretch < k_stretches; ++stretch) {
      bool touched = true;
      for (int round = 0; round < k_rounds && touched; ++round) {
        touched = false;
        for (std::size_t i = 0; i < members.size(); ++i) {
          for (std::size_t k = i + 1; k < members.size(); ++k) {
            const std::size_t a = members[i];
            const std::size_t b = members[k];
            touched = push_apart(centers[a], m_sizes[a], centers[b], m_sizes[b]) || touched;
          }
        }
      }
      if (!touched) return;
      for (const std::size_t i : members) centers[i] = centers[i] * k_stretch;
    }
  }

  void place_kept_lines() {
    for (const LineToPlace& line : m_lines)
      m_all.lines.push_back({line.source, line.target, line.label, {}, {}, {}});
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (!m_kept.lines[i] || !still_fits(*m_kept.lines[i], m_lines[i])) continue;
      PlacedLine& line = m_all.lines[i];
      line.label = m_kept.lines[i]->label;
      line.to_label = m_kept.lines[i]->to_label;
      line.from_label = m_kept.lines[i]->from_label;
      m_placed[i] = is_clear(i);
      m_fixed[i] = m_placed[i];
    }
  }

  /// Whether a kept line still runs from one centre over its label to the other.
  [[nodiscard]] bool still_fits(const PlacedLine& kept, const LineToPlace& line) const {
    constexpr double k_near = 2;  // Graphviz ends its curves near centres
    const auto near = [](Point a, Point b) { return length(a - b) <= k_near; };
    const auto is_spline = [](const Spline& spline) { return spline.size() >= 4 && spline.size() % 3 == 1; };
    return is_spline(kept.to_label) && is_spline(kept.from_label) &&
           near(kept.to_label.front(), m_all.nodes[line.source].center()) &&
           near(kept.to_label.back(), kept.label) && near(kept.from_label.front(), kept.label) &&
           near(kept.from_label.back(), m_all.nodes[line.target].center());
  }

  /// Whether nothing new is in the way of a kept line: a box that moved, or anything at all if its own label
  /// has another size now. What was in its way before may stay there.
  [[nodiscard]] bool is_clear(std::size_t index) const {
    const Size was = m_kept.lines[index]->label_size;
    const Size is = m_lines[index].label;
    const bool grown = is.width > was.width + k_same || is.height > was.height + k_same;
    const Box label = m_all.lines[index].label_box();
    const Trace way = trace(m_all.lines[index]);
    for (std::size_t node = 0; node < m_all.nodes.size(); ++node) {
      if ((grown || m_moved[node]) && overlap(m_all.nodes[node], label)) return false;
      const bool end = node == m_lines[index].source || node == m_lines[index].target;
      if (!end && m_moved[node] && runs_through(way, m_all.nodes[node])) return false;
    }
    for (std::size_t i = 0; grown && i < m_lines.size(); ++i) {
      if (i == index || !m_kept.lines[i]) continue;
      if (overlap(Box::around(m_kept.lines[i]->label, m_lines[i].label), label)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_placed(std::size_t node) const { return is_somewhere(m_all.nodes[node]); }

  /// Lines between a box and boxes that stand.
  [[nodiscard]] std::vector<std::size_t> ties_of(std::size_t node) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const auto [source, target, label] = m_lines[i];
      if (source == target || (source != node && target != node)) continue;
      if (is_placed(source == node ? target : source)) out.push_back(i);
    }
    return out;
  }

  /// New boxes one after the other, the most tied first; their lines are led at once, so that the next box
  /// keeps off them.
  void place_newcomers() {
    while (true) {
      std::size_t next = m_sizes.size();
      std::vector<std::size_t> ties;
      for (std::size_t node = 0; node < m_sizes.size(); ++node) {
        if (is_placed(node)) continue;
        std::vector<std::size_t> its = ties_of(node);
        if (its.size() <= ties.size()) continue;
        next = node;
        ties = std::move(its);
      }
      if (ties.empty()) return;
      m_all.nodes[next] = FreePlaces(m_all, m_placed, m_sizes).best_box(next, ties);
      lead_lines(m_all, ties, m_placed);
    }
  }

  /// Boxes without any way to those that stand: each part is laid out on its own and set into a hole, to the
  /// right of the rest or below it, whichever fits a page best.
  void place_strangers() {
    std::vector<Link> links;
    for (const LineToPlace& line : m_lines) links.emplace_back(line.source, line.target);
    if (!m_has_kept) {
      std::vector<std::size_t> all(m_sizes.size());
      std::iota(all.begin(), all.end(), 0);
      place_part(all);
      return;
    }
    for (const std::vector<std::size_t>& part : connected_parts(m_sizes.size(), links)) {
      if (!is_placed(part.front())) place_part(part);
    }
  }

  void place_part(const std::vector<std::size_t>& members) {
    if (members.empty()) return;
    std::vector<std::size_t> place(m_sizes.size(), m_sizes.size());
    std::vector<Size> boxes;
    for (const std::size_t i : members) {
      place[i] = boxes.size();
      boxes.push_back(m_sizes[i]);
    }
    std::vector<std::size_t> line_ids;
    std::vector<LineToPlace> lines;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (place[m_lines[i].source] == m_sizes.size()) continue;
      line_ids.push_back(i);
      lines.push_back({place[m_lines[i].source], place[m_lines[i].target], m_lines[i].label});
    }
    Arrangement part = arrange(boxes, lines, m_engine);
    if (m_has_kept) {
      const Point corner =
          FreePlaces(m_all, m_placed, m_sizes).best_corner({part.bounds.width(), part.bounds.height()});
      shift(part, corner - Point{part.bounds.left, part.bounds.top});
    }
    for (std::size_t i = 0; i < members.size(); ++i) m_all.nodes[members[i]] = part.nodes[i];
    for (std::size_t i = 0; i < line_ids.size(); ++i) {
      PlacedLine& line = m_all.lines[line_ids[i]];
      line = std::move(part.lines[i]);
      line.source = m_lines[line_ids[i]].source;
      line.target = m_lines[line_ids[i]].target;
      m_placed[line_ids[i]] = m_fixed[line_ids[i]] = true;
    }
  }

  /// Those without a kept way, and those that a new box was set on.
  void lead_open_lines() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (!m_fixed[i] || runs_through_newcomer(i)) open.push_back(i);
    }
    lead_lines(m_all, open, m_placed);
  }

  [[nodiscard]] bool runs_through_newcomer(std::size_t index) const {
    if (!m_kept.lines[index]) return false;
    const Trace way = trace(m_all.lines[index]);
    for (std::size_t node = 0; node < m_all.nodes.size(); ++node) {
      const bool end = node == m_lines[index].source || node == m_lines[index].target;
      if (!end && !m_kept.nodes[node] && runs_through(way, m_all.nodes[node])) return true;
    }
    return false;
  }

  std::span<const Size> m_sizes;
  std::span<const LineToPlace> m_lines;
  LayoutEngine m_engine;
  const Kept& m_kept;
  std::vector<bool> m_moved;   ///< kept boxes that had to make room
  std::vector<bool> m_placed;  ///< lines that others keep off
  std::vector<bool> m_fixed;   ///< lines that stay as they are
  bool m_has_kept = false;
  Arrangement m_all;
};

}  // namespace

void round_places(Arrangement& arrangement, std::span<const Size> nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    arrangement.nodes[i] = Box::around(hundredths(arrangement.nodes[i].center()), nodes[i]);
  }
  for (PlacedLine& line : arrangement.lines) {
    line.label = hundredths(line.label);
    for (Point& p : line.to_label) p = hundredths(p);
    for (Point& p : line.from_label) p = hundredths(p);
  }
}

namespace {

/// All kept places further apart, in the same directions from each other.
Kept stretched(Kept kept, double by) {
  const auto move = [&](Point& p) { p = hundredths(p * by); };
  for (auto& node : kept.nodes) {
    if (node) move(*node);
  }
  for (auto& line : kept.lines) {
    if (!line) continue;
    move(line->label);
    std::ranges::for_each(line->to_label, move);
    std::ranges::for_each(line->from_label, move);
  }
  return kept;
}

}  // namespace

Arrangement arrange_kept(std::span<const Size> nodes, std::span<const LineToPlace> lines, LayoutEngine engine,
                         const Kept& kept) {
  constexpr std::size_t k_many_lines = 120;  // above it what comes out first stays
  constexpr double k_per_stretch = 2;        // in units of cost(): moving everything must be worth it
  Keeper unmoved(nodes, lines, engine, kept);
  Arrangement best = unmoved.run();
  if (unmoved.all_fixed() || lines.size() > k_many_lines) return best;
  const auto is_clean = [](const Faults& faults) {
    return faults.lines_through_nodes == 0 && faults.lines_through_labels <= 2;
  };
  Faults faults = find_faults(best);
  double lowest = cost(best, faults);
  for (const double stretch : {1.12, 1.25, 1.4}) {
    if (is_clean(faults)) break;
    const Kept wider = stretched(kept, stretch);
    Arrangement tried = Keeper(nodes, lines, engine, wider).run();
    faults = find_faults(tried);
    const double price = cost(tried, faults) + k_per_stretch * (stretch - 1);
    if (price >= lowest) continue;
    lowest = price;
    best = std::move(tried);
  }
  return best;
}

}  // namespace relgraph::render
