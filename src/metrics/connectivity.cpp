// SPDX-License-Identifier: Apache-2.0
#include "relgraph/connectivity.hpp"

#include <algorithm>
#include <numeric>
#include <ranges>

#include "metrics/parts.hpp"
#include "metrics/simple.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

constexpr std::uint32_t k_none = UINT32_MAX;

/// Disjoint sets; the root of a set is its least vertex, so a path to it only descends.
class Forest {
 public:
  explicit Forest(std::uint32_t size) : m_above(size) { std::iota(m_above.begin(), m_above.end(), 0U); }

  std::uint32_t root(std::uint32_t v) {
    while (m_above[v] != v) v = m_above[v] = m_above[m_above[v]];
    return v;
  }
  void join(std::uint32_t v, std::uint32_t w) {
    v = root(v);
    w = root(w);
    if (v != w) m_above[std::max(v, w)] = std::min(v, w);
  }
  /// For each vertex the root of its set.
  std::vector<std::uint32_t> roots() {
    for (std::uint32_t v = 0; v < m_above.size(); ++v) m_above[v] = m_above[m_above[v]];
    return m_above;
  }
  /// Root of the set with the most vertices; `k_none` if there are no vertices.
  std::uint32_t largest() {
    std::vector<std::uint32_t> sizes(m_above.size(), 0);
    for (const std::uint32_t root : roots()) ++sizes[root];
    const auto most = std::ranges::max_element(sizes);
    return most == sizes.end() ? k_none : static_cast<std::uint32_t>(most - sizes.begin());
  }

 private:
  std::vector<std::uint32_t> m_above;
};

}  // namespace

Parts components(const Projection& shape) {
  // Two arcs of each vertex join nearly everything that hangs together; then only what is not in the
  // largest part so far needs to be looked at whole, from both ends of its arcs.
  Forest forest(shape.vertices);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (const std::uint32_t w : shape.out.of(v) | std::views::take(2)) forest.join(v, w);
  }
  const std::uint32_t largest = forest.largest();
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    if (forest.root(v) == largest) continue;
    for (const std::uint32_t w : shape.out.of(v)) forest.join(v, w);
    if (!shape.directed) continue;
    for (const std::uint32_t w : shape.reversed.of(v)) forest.join(v, w);
  }
  return parts_of(forest.roots());
}

Parts strong_components(const Projection& shape) {
  if (!shape.directed) return components(shape);
  // Tarjan's algorithm with a stack of its own: a chain of a million arcs must not use up the program's.
  const Adjacency& rows = shape.out;
  std::vector<std::uint32_t> of(shape.vertices, k_none);
  std::vector<std::uint32_t> index(shape.vertices, k_none);
  std::vector<std::uint32_t> low(shape.vertices);
  std::vector<std::uint32_t> next(rows.begin.begin(), rows.begin.end() - 1);
  std::vector<std::uint32_t> path;
  std::vector<std::uint32_t> open;
  std::uint32_t visited = 0;
  std::uint32_t count = 0;
  for (std::uint32_t start = 0; start < shape.vertices; ++start) {
    if (index[start] != k_none) continue;
    const auto enter = [&](std::uint32_t v) {
      index[v] = low[v] = visited++;
      path.push_back(v);
      open.push_back(v);
    };
    enter(start);
    while (!path.empty()) {
      const std::uint32_t v = path.back();
      if (next[v] < rows.begin[v + 1]) {
        const std::uint32_t w = rows.to[next[v]++];
        if (index[w] == k_none) {
          enter(w);
        } else if (of[w] == k_none) {
          low[v] = std::min(low[v], index[w]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[v]);
      if (low[v] != index[v]) continue;
      std::uint32_t w = k_none;
      do {
        w = open.back();
        open.pop_back();
        of[w] = count;
      } while (w != v);
      ++count;
    }
  }
  return parts_of(std::move(of));
}

Cuts cuts(const Projection& shape) {
  const Adjacency rows = simple_neighbours(shape);
  Cuts out;
  out.vertices.assign(shape.vertices, false);
  std::vector<std::uint32_t> index(shape.vertices, k_none);
  std::vector<std::uint32_t> low(shape.vertices);
  std::vector<std::uint32_t> parent(shape.vertices, k_none);
  std::vector<std::uint32_t> next(rows.begin.begin(), rows.begin.end() - 1);
  std::vector<std::uint32_t> path;
  std::uint32_t visited = 0;
  for (std::uint32_t start = 0; start < shape.vertices; ++start) {
    if (index[start] != k_none) continue;
    std::uint32_t branches = 0;
    index[start] = low[start] = visited++;
    path.push_back(start);
    while (!path.empty()) {
      const std::uint32_t v = path.back();
      if (next[v] < rows.begin[v + 1]) {
        const std::uint32_t w = rows.to[next[v]++];
        if (index[w] == k_none) {
          parent[w] = v;
          index[w] = low[w] = visited++;
          path.push_back(w);
        } else if (w != parent[v]) {
          low[v] = std::min(low[v], index[w]);
        }
        continue;
      }
      path.pop_back();
      if (path.empty()) break;
      const std::uint32_t p = path.back();
      low[p] = std::min(low[p], low[v]);
      if (low[v] > index[p]) out.bridges.emplace_back(std::min(p, v), std::max(p, v));
      if (p == start) {
        ++branches;
      } else if (low[v] >= index[p]) {
        out.vertices[p] = true;
      }
    }
    out.vertices[start] = branches > 1;
  }
  std::ranges::sort(out.bridges);
  return out;
}

std::vector<double> articulation(const Projection& shape) {
  const Cuts found = cuts(shape);
  return {found.vertices.begin(), found.vertices.end()};
}

}  // namespace relgraph
