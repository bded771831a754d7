// SPDX-License-Identifier: Apache-2.0
#include "render/keep.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

#include "render/order.hpp"
#include "render/route.hpp"
#include "render/trace.hpp"

namespace relgraph::render {

namespace {

constexpr double k_box_gap = 4;        ///< px that kept boxes have between them at least
constexpr double k_newcomer_gap = 14;  ///< px around a new box
constexpr double k_part_gap = 36;
constexpr double k_same = 0.02;  ///< px that files round away
/// Where boxes wait that have no place yet: out of everybody's way.
constexpr Box k_nowhere{-1e8, -1e8, -1e8, -1e8};

double hundredths(double value) { return std::round(value * 100) / 100; }
Point hundredths(Point p) { return {hundredths(p.x), hundredths(p.y)}; }

/// How far one box reaches in a direction.
double reach(Size box, Point along) {
  constexpr double k_tiny = 1e-9;
  const double x =
      std::abs(along.x) < k_tiny ? std::numeric_limits<double>::max() : box.width / 2 / std::abs(along.x);
  const double y =
      std::abs(along.y) < k_tiny ? std::numeric_limits<double>::max() : box.height / 2 / std::abs(along.y);
  return std::min(x, y);
}

/// How far apart the centres of two boxes must be for a label between them with room for the heads.
double room_needed(Size a, Size b, Size label, Point along) {
  return reach(a, along) + reach(b, along) + 2 * reach(label, along) + 30;
}

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

  [[nodiscard]] bool is_placed(std::size_t node) const { return m_all.nodes[node].left > k_nowhere.left; }

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
      m_all.nodes[next] = best_place(next, ties);
      lead_lines(m_all, ties, m_placed);
    }
  }

  [[nodiscard]] Box bounds() const {
    Arrangement standing;
    for (std::size_t i = 0; i < m_all.nodes.size(); ++i) {
      if (is_placed(i)) standing.nodes.push_back(m_all.nodes[i]);
    }
    for (std::size_t i = 0; i < m_all.lines.size(); ++i) {
      if (m_placed[i]) standing.lines.push_back(m_all.lines[i]);
    }
    measure(standing);
    return standing.bounds;
  }

  [[nodiscard]] Box best_place(std::size_t node, const std::vector<std::size_t>& ties) const {
    const Box all = bounds();
    std::vector<Trace> traces(m_lines.size());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (m_placed[i]) traces[i] = trace(m_all.lines[i]);
    }
    Box best = Box::around({all.right + m_sizes[node].width, all.center().y}, m_sizes[node]);
    double lowest = std::numeric_limits<double>::max();
    for (const Point center : places_near(node, ties, all)) {
      const Box box = Box::around(center, m_sizes[node]);
      if (!is_free(box)) continue;
      const double price = price_of(node, center, ties, traces, all, lowest);
      if (price >= lowest) continue;
      lowest = price;
      best = box;
    }
    return best;
  }

  /// Around those it is linked to, and all over the picture and its margins.
  [[nodiscard]] std::vector<Point> places_near(std::size_t node, const std::vector<std::size_t>& ties,
                                               Box all) const {
    constexpr int k_angles = 32;
    constexpr double k_outside = 150;
    constexpr double k_most_points = 1500;
    const double area = (all.width() + 2 * k_outside) * (all.height() + 2 * k_outside);
    const double grid = std::max(30.0, std::sqrt(area / k_most_points));
    std::vector<Point> out;
    for (const std::size_t tie : ties) {
      const std::size_t other = m_lines[tie].source == node ? m_lines[tie].target : m_lines[tie].source;
      for (int i = 0; i < k_angles; ++i) {
        const double angle = 2 * std::numbers::pi * i / k_angles;
        const Point along{std::cos(angle), std::sin(angle)};
        const double needed = room_needed(m_sizes[node], m_sizes[other], m_lines[tie].label, along);
        for (const double stretch : {1.0, 1.2, 1.5, 2.0}) {
          out.push_back(hundredths(m_all.nodes[other].center() + along * (needed * stretch)));
        }
      }
    }
    for (double y = all.top - k_outside; y <= all.bottom + k_outside; y += grid) {
      for (double x = all.left - k_outside; x <= all.right + k_outside; x += grid) {
        out.push_back(hundredths({x, y}));
      }
    }
    return out;
  }

  [[nodiscard]] bool is_free(Box box) const {
    const Box with_gap = box.grown(k_newcomer_gap);
    if (std::ranges::any_of(m_all.nodes, [&](Box node) { return overlap(node, with_gap); })) return false;
    for (std::size_t i = 0; i < m_all.lines.size(); ++i) {
      if (m_placed[i] && overlap(m_all.lines[i].label_box(), box.grown(k_box_gap))) return false;
    }
    return true;
  }

  /// What a place costs: lines too long or too short for their labels, what they run through, lines that
  /// the box stands on, and what the picture grows by. Stops at `enough`.
  [[nodiscard]] double price_of(std::size_t node, Point center, const std::vector<std::size_t>& ties,
                                const std::vector<Trace>& traces, Box all, double enough) const {
    constexpr double k_on_line = 120;
    constexpr double k_through_node = 80;
    constexpr double k_through_label = 30;
    constexpr double k_crossing = 14;
    constexpr double k_label_off = 40;
    constexpr double k_per_page = 400;
    constexpr double k_to_the_left = 0.2;  // growth to the left and the top shifts all the rest
    const Box box = Box::around(center, m_sizes[node]);
    Box grown = all;
    grown.include(box);
    double sum = k_per_page *
                 (page_stretch({grown.width(), grown.height()}) - page_stretch({all.width(), all.height()}));
    sum += k_to_the_left * (all.left - grown.left + all.top - grown.top);
    for (const std::size_t tie : ties) {
      const std::size_t other = m_lines[tie].source == node ? m_lines[tie].target : m_lines[tie].source;
      const Point end = m_all.nodes[other].center();
      const Point way = end - center;
      const double spare =
          length(way) - room_needed(m_sizes[node], m_sizes[other], m_lines[tie].label, unit(way));
      sum += spare < 0 ? -3 * spare : 0.5 * spare;
      if (sum >= enough) return sum;
      const Trace straight{{center, end}, box_of(std::array{center, end})};
      const Box label = Box::around((center + end) * 0.5, m_lines[tie].label);
      bool label_off = false;
      for (std::size_t i = 0; i < m_all.nodes.size(); ++i) {
        if (i == node || i == other) continue;
        sum += runs_through(straight, m_all.nodes[i].grown(3)) ? k_through_node : 0;
        label_off = label_off || overlap(m_all.nodes[i], label);
      }
      for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_placed[i]) continue;
        sum += runs_through(straight, m_all.lines[i].label_box()) ? k_through_label : 0;
        sum += lines_cross(straight, traces[i]) ? k_crossing : 0;
        label_off = label_off || overlap(m_all.lines[i].label_box(), label);
      }
      sum += label_off ? k_label_off : 0;
    }
    for (std::size_t i = 0; i < m_lines.size() && sum < enough; ++i) {
      if (m_placed[i] && runs_through(traces[i], box.grown(3))) sum += k_on_line;
    }
    return sum;
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
    if (m_has_kept) shift(part, corner_for(part.bounds) - Point{part.bounds.left, part.bounds.top});
    for (std::size_t i = 0; i < members.size(); ++i) m_all.nodes[members[i]] = part.nodes[i];
    for (std::size_t i = 0; i < line_ids.size(); ++i) {
      PlacedLine& line = m_all.lines[line_ids[i]];
      line = std::move(part.lines[i]);
      line.source = m_lines[line_ids[i]].source;
      line.target = m_lines[line_ids[i]].target;
      m_placed[line_ids[i]] = m_fixed[line_ids[i]] = true;
    }
  }

  /// The free place where the picture stays smallest, the uppermost and leftmost of those.
  [[nodiscard]] Point corner_for(Box part) const {
    constexpr double k_grid = 24;
    const Box all = bounds();
    std::vector<Trace> traces;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (m_placed[i]) traces.push_back(trace(m_all.lines[i]));
    }
    Point best{all.left, all.bottom + k_part_gap};
    double lowest = std::numeric_limits<double>::max();
    const auto offer = [&](Point corner) {
      Box box{corner.x, corner.y, corner.x + part.width(), corner.y + part.height()};
      Box grown = all;
      grown.include(box);
      const double price = page_stretch({grown.width(), grown.height()}) + 1e-6 * (corner.y + corner.x);
      if (price >= lowest) return;
      box = box.grown(k_part_gap - 1);
      if (!is_free(box)) return;
      if (std::ranges::any_of(traces, [&](const Trace& line) { return runs_through(line, box); })) return;
      lowest = price;
      best = corner;
    };
    for (double y = all.top; y <= all.bottom; y += k_grid) {
      for (double x = all.left; x <= all.right; x += k_grid) offer({x, y});
      offer({all.right + k_part_gap, y});
    }
    for (double x = all.left; x <= all.right; x += k_grid) offer({x, all.bottom + k_part_gap});
    return hundredths(best);
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
