// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

std::vector<double> row_sizes(const Adjacency& rows) {
  std::vector<double> out(rows.begin.size() - 1);
  for (std::size_t v = 0; v < out.size(); ++v)
    out[v] = static_cast<double>(rows.begin[v + 1] - rows.begin[v]);
  return out;
}

std::vector<double> row_strengths(const Adjacency& rows) {
  std::vector<double> out(rows.begin.size() - 1);
  for (std::uint32_t v = 0; v < out.size(); ++v) out[v] = rows.strength(v);
  return out;
}

/// The weight of a vertex's edge to itself, which an undirected projection holds once; 0 without.
double loop(const Adjacency& rows, std::uint32_t v, bool weighted) {
  const auto row = rows.of(v);
  const auto found = std::ranges::lower_bound(row, v);
  if (found == row.end() || *found != v) return 0;
  return weighted ? rows.weight_at(rows.begin[v] + static_cast<std::size_t>(found - row.begin())) : 1;
}

/// Both directions together; a self-loop has two ends.
std::vector<double> total(const Projection& shape, std::vector<double> out, const std::vector<double>& in,
                          bool weighted) {
  for (std::uint32_t v = 0; v < shape.vertices; ++v)
    out[v] += shape.directed ? in[v] : loop(shape.out, v, weighted);
  return out;
}

}  // namespace

std::vector<double> degree(const Projection& shape) {
  return total(shape, row_sizes(shape.out), row_sizes(shape.in()), false);
}
std::vector<double> in_degree(const Projection& shape) { return row_sizes(shape.in()); }
std::vector<double> out_degree(const Projection& shape) { return row_sizes(shape.out); }

std::vector<double> strength(const Projection& shape) {
  return total(shape, row_strengths(shape.out), row_strengths(shape.in()), true);
}
std::vector<double> in_strength(const Projection& shape) { return row_strengths(shape.in()); }
std::vector<double> out_strength(const Projection& shape) { return row_strengths(shape.out); }

}  // namespace relgraph
