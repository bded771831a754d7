// SPDX-License-Identifier: Apache-2.0
#include "relgraph/paths.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <set>

namespace relgraph {

namespace {

constexpr double k_unreached = std::numeric_limits<double>::infinity();

bool shorter(const Path& a, const Path& b) {
  return a.length != b.length ? a.length < b.length : a.vertices < b.vertices;
}

double length_of(const Adjacency& rows, std::size_t arc) {
  return rows.weight.empty() ? 1 : 1 / rows.weight[arc];
}

/// Shortest paths with some vertices and arcs out of bounds.
class Router {
 public:
  explicit Router(const Projection& shape)
      : m_shape(shape), m_distance(shape.vertices), m_closed(shape.vertices, false) {}

  void close(std::uint32_t v) { m_closed[v] = true; }
  void open_all() { m_closed.assign(m_closed.size(), false); }

  /// The first of the shortest paths by vertices, without the arcs `start` -> `barred`; nothing if there is
  /// none.
  std::optional<Path> route(std::uint32_t start, std::uint32_t to, const std::set<std::uint32_t>& barred) {
    // Distances to the goal are searched backwards; then the walk forwards always takes the least vertex.
    using Entry = std::pair<double, std::uint32_t>;
    std::ranges::fill(m_distance, k_unreached);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    m_distance[to] = 0;
    queue.emplace(0.0, to);
    const Adjacency& in = m_shape.in();
    while (!queue.empty()) {
      const auto [at, v] = queue.top();
      queue.pop();
      if (at > m_distance[v]) continue;
      for (std::uint32_t i = in.begin[v]; i < in.begin[v + 1]; ++i) {
        const std::uint32_t u = in.to[i];
        if (m_closed[u] || (u == start && barred.contains(v))) continue;
        const double further = at + length_of(in, i);
        if (further >= m_distance[u]) continue;
        m_distance[u] = further;
        if (u != start) queue.emplace(further, u);
      }
    }
    if (m_distance[start] == k_unreached) return std::nullopt;
    Path path{{start}, m_distance[start]};
    while (path.vertices.back() != to) path.vertices.push_back(next(path.vertices.back(), start, barred));
    return path;
  }

 private:
  [[nodiscard]] std::uint32_t next(std::uint32_t v, std::uint32_t start,
                                   const std::set<std::uint32_t>& barred) const {
    std::uint32_t best = UINT32_MAX;
    double least = k_unreached;
    for (std::uint32_t i = m_shape.out.begin[v]; i < m_shape.out.begin[v + 1]; ++i) {
      const std::uint32_t w = m_shape.out.to[i];
      if (m_closed[w] || w == start || w == v || (v == start && barred.contains(w))) continue;
      const double length = m_distance[w] + length_of(m_shape.out, i);
      if (length >= least) continue;
      least = length;
      best = w;
    }
    return best;
  }

  const Projection& m_shape;
  std::vector<double> m_distance;  ///< to the goal
  std::vector<bool> m_closed;
};

double length_along(const Projection& shape, std::span<const std::uint32_t> vertices) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < vertices.size(); ++i) {
    const auto row = shape.out.of(vertices[i]);
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(row, vertices[i + 1]) - row.begin());
    sum += length_of(shape.out, shape.out.begin[vertices[i]] + at);
  }
  return sum;
}

}  // namespace

std::vector<Path> shortest_paths(const Projection& shape, std::uint32_t from, std::uint32_t to,
                                 std::size_t count) {
  if (from == to || count == 0) return {};
  Router router(shape);
  std::optional<Path> first = router.route(from, to, {});
  if (!first) return {};
  std::vector<Path> found{std::move(*first)};
  const auto before = [](const Path& a, const Path& b) { return shorter(a, b); };
  std::set<Path, decltype(before)> candidates(before);
  while (found.size() < count) {
    const std::vector<std::uint32_t> last = found.back().vertices;
    router.open_all();
    for (std::size_t spur = 0; spur + 1 < last.size(); ++spur) {
      // Leave the last path here: by another arc than all found paths with the same beginning.
      const std::span<const std::uint32_t> root(last.data(), spur + 1);
      std::set<std::uint32_t> barred;
      for (const Path& path : found) {
        if (path.vertices.size() > spur + 1 &&
            std::ranges::equal(root, std::span(path.vertices).first(spur + 1)))
          barred.insert(path.vertices[spur + 1]);
      }
      if (std::optional<Path> rest = router.route(last[spur], to, barred)) {
        Path whole{{root.begin(), root.end()}, 0};
        whole.vertices.insert(whole.vertices.end(), rest->vertices.begin() + 1, rest->vertices.end());
        whole.length = length_along(shape, whole.vertices);
        candidates.insert(std::move(whole));
      }
      router.close(last[spur]);
    }
    if (candidates.empty()) break;
    found.push_back(*candidates.begin());
    candidates.erase(candidates.begin());
  }
  return found;
}

AllPaths all_paths(const Projection& shape, std::uint32_t from, std::uint32_t to, std::size_t most_arcs,
                   std::size_t limit) {
  AllPaths out;
  if (from == to) return out;
  // Who cannot reach the goal within the arcs left is not entered, so no search goes on in vain.
  std::vector<std::size_t> to_go(shape.vertices, SIZE_MAX);
  std::vector<std::uint32_t> queue{to};
  to_go[to] = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (const std::uint32_t u : shape.in().of(queue[next])) {
      if (to_go[u] != SIZE_MAX) continue;
      to_go[u] = to_go[queue[next]] + 1;
      queue.push_back(u);
    }
  }
  std::vector<std::uint32_t> path{from};
  std::vector<std::uint32_t> arc{shape.out.begin[from]};
  std::vector<bool> on_path(shape.vertices, false);
  on_path[from] = true;
  while (!path.empty()) {
    const std::uint32_t v = path.back();
    if (arc.back() == shape.out.begin[v + 1]) {
      on_path[v] = false;
      path.pop_back();
      arc.pop_back();
      continue;
    }
    const std::uint32_t w = shape.out.to[arc.back()++];
    if (on_path[w] || to_go[w] == SIZE_MAX || path.size() + to_go[w] > most_arcs) continue;
    if (w == to) {
      if (out.paths.size() == limit) {
        out.complete = false;
        break;
      }
      Path found{path, 0};
      found.vertices.push_back(to);
      found.length = length_along(shape, found.vertices);
      out.paths.push_back(std::move(found));
      continue;
    }
    on_path[w] = true;
    path.push_back(w);
    arc.push_back(shape.out.begin[w]);
  }
  std::ranges::sort(out.paths, shorter);
  return out;
}

}  // namespace relgraph
