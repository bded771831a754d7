// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "metrics/search.hpp"
#include "metrics/simple.hpp"
#include "metrics/triangles.hpp"
#include "relgraph/connectivity.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_for_distances = 20000;  ///< all pairs take n times m steps

void add_distances(Summary& out, const Adjacency& rows, const Parts& parts) {
  if (out.largest_component > k_most_for_distances) return;
  Search search(rows);
  double greatest = 0;
  double sum = 0;
  for (std::uint32_t v = 0; v < parts.of.size(); ++v) {
    if (parts.of[v] != 0) continue;
    for (const std::uint32_t w : search.run(v)) {
      greatest = std::max(greatest, search.distance(w));
      sum += search.distance(w);
    }
  }
  const auto n = static_cast<double>(out.largest_component);
  out.diameter = static_cast<std::uint32_t>(greatest);
  out.mean_distance = n > 1 ? sum / (n * (n - 1)) : 0;
}

void add_triangles(Summary& out, const Adjacency& rows) {
  const std::size_t n = rows.begin.size() - 1;
  std::vector<double> triangles(n, 0);
  for_each_triangle(rows, [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    for (const std::uint32_t v : {a, b, c}) ++triangles[v];
  });
  double closed = 0;
  double triples = 0;
  double clustering = 0;
  for (std::size_t v = 0; v < n; ++v) {
    const double degree = rows.begin[v + 1] - rows.begin[v];
    const double pairs = degree * (degree - 1) / 2;
    closed += triangles[v];
    triples += pairs;
    if (pairs > 0) clustering += triangles[v] / pairs;
  }
  if (triples > 0) out.transitivity = closed / triples;
  if (n > 0) out.mean_clustering = clustering / static_cast<double>(n);
}

std::optional<double> reciprocity(const Projection& shape) {
  if (!shape.directed || shape.out.to.empty()) return std::nullopt;
  double answered = 0;
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (const std::uint32_t w : shape.out.of(v)) {
      if (w != v && std::ranges::binary_search(shape.out.of(w), v)) ++answered;
    }
  }
  return answered / static_cast<double>(shape.out.to.size());
}

/// Pearson's correlation of the degrees over the arcs. Source: Newman 2003.
std::optional<double> assortativity(const Projection& shape) {
  const std::vector<double> from = shape.directed ? out_degree(shape) : degree(shape);
  const std::vector<double> to = shape.directed ? in_degree(shape) : from;
  double count = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (const std::uint32_t w : shape.out.of(v)) {
      ++count;
      x += from[v];
      y += to[w];
      xx += from[v] * from[v];
      yy += to[w] * to[w];
      xy += from[v] * to[w];
    }
  }
  const double spread = (count * xx - x * x) * (count * yy - y * y);
  if (!(spread > 0)) return std::nullopt;
  return (count * xy - x * y) / std::sqrt(spread);
}

}  // namespace

Summary summarise(const Projection& shape) {
  Summary out;
  out.vertices = shape.vertices;
  out.edges = shape.edges();
  const auto n = static_cast<double>(shape.vertices);
  if (n > 1) out.density = static_cast<double>(out.edges) * (shape.directed ? 1 : 2) / (n * (n - 1));
  const Parts weak = components(shape);
  out.components = weak.sizes.size();
  out.largest_component = weak.sizes.empty() ? 0 : weak.sizes.front();
  out.strong_components = strong_components(shape).sizes.size();
  const Adjacency rows = simple_neighbours(shape);
  add_distances(out, rows, weak);
  add_triangles(out, rows);
  out.reciprocity = reciprocity(shape);
  out.assortativity = assortativity(shape);
  for (const double core : core_number(shape))
    out.core = std::max(out.core, static_cast<std::uint32_t>(core));
  const Cuts found = cuts(shape);
  out.bridges = found.bridges.size();
  out.articulation_points = static_cast<std::size_t>(std::ranges::count(found.vertices, true));
  return out;
}

}  // namespace relgraph
