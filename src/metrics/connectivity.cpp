// SPDX-License-Identifier: Apache-2.0
#include "relgraph/connectivity.hpp"

#include <algorithm>

#include "metrics/parts.hpp"
#include "metrics/simple.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

constexpr std::uint32_t k_none = UINT32_MAX;

}  // namespace

Parts components(const Projection& shape) {
  std::vector<std::uint32_t> of(shape.vertices, k_none);
  std::vector<std::uint32_t> queue;
  std::uint32_t count = 0;
  for (std::uint32_t start = 0; start < shape.vertices; ++start) {
    if (of[start] != k_none) continue;
    of[start] = count;
    queue.assign(1, start);
    while (!queue.empty()) {
      const std::uint32_t v = queue.back();
      queue.pop_back();
      const auto visit = [&](std::uint32_t w) {
        if (of[w] != k_none) return;
        of[w] = count;
        queue.push_back(w);
      };
      for (const std::uint32_t w : shape.out.of(v)) visit(w);
      if (shape.directed) {
        for (const std::uint32_t w : shape.reversed.of(v)) visit(w);
      }
    }
    ++count;
  }
  return parts_of(std::move(of));
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
