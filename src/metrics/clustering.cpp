// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "metrics/simple.hpp"
#include "metrics/triangles.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

/// 1 for an arc in each direction.
double arcs_between(const Projection& shape, std::uint32_t v, std::uint32_t w) {
  const auto has = [](std::span<const std::uint32_t> row, std::uint32_t to) {
    return std::ranges::binary_search(row, to) ? 1.0 : 0.0;
  };
  return has(shape.out.of(v), w) + has(shape.out.of(w), v);
}

/// Fagiolo's directed triangles of a triangle of neighbours: every side may go in one direction or both.
std::vector<double> directed_clustering(const Projection& shape, const Adjacency& rows) {
  std::vector<double> triangles(shape.vertices, 0);
  for_each_triangle(rows, [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const double all = arcs_between(shape, a, b) * arcs_between(shape, b, c) * arcs_between(shape, a, c);
    for (const std::uint32_t v : {a, b, c}) triangles[v] += all;
  });
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    double degree = 0;
    double mutual = 0;
    for (const std::uint32_t w : rows.of(v)) {
      const double arcs = arcs_between(shape, v, w);
      degree += arcs;
      mutual += arcs == 2 ? 1 : 0;
    }
    const double pairs = 2 * (degree * (degree - 1) - 2 * mutual);
    triangles[v] = triangles[v] == 0 ? 0 : 2 * triangles[v] / pairs;
  }
  return triangles;
}

}  // namespace

std::vector<double> clustering(const Projection& shape) {
  const Adjacency rows = simple_neighbours(shape);
  if (shape.directed) return directed_clustering(shape, rows);
  std::vector<double> out(shape.vertices, 0);
  for_each_triangle(rows, [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    for (const std::uint32_t v : {a, b, c}) ++out[v];
  });
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    const double degree = rows.begin[v + 1] - rows.begin[v];
    if (degree > 1) out[v] /= degree * (degree - 1) / 2;
  }
  return out;
}

}  // namespace relgraph
