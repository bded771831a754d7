// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

constexpr double k_damping = 0.85;
constexpr double k_tolerance = 1e-11;  ///< L1 change; the distance to the limit is at most 0.85 / 0.15 of it
constexpr int k_most_iterations = 1000;  ///< the change shrinks by 0.85 each time: 160 are enough

/// What a vertex hands on for each unit of weight; 0 where nothing goes out.
std::vector<double> inverse_strengths(const Adjacency& out) {
  std::vector<double> inverse(out.begin.size() - 1, 0);
  for (std::uint32_t v = 0; v < inverse.size(); ++v) {
    const double all = out.strength(v);
    if (all > 0) inverse[v] = 1 / all;
  }
  return inverse;
}

/// Sum of what comes in; the unweighted loop is apart because it is the common and the quick one.
double incoming(const Adjacency& in, std::uint32_t v, const std::vector<double>& share) {
  double sum = 0;
  if (in.weight.empty()) {
    for (std::uint32_t i = in.begin[v]; i < in.begin[v + 1]; ++i) sum += share[in.to[i]];
  } else {
    for (std::uint32_t i = in.begin[v]; i < in.begin[v + 1]; ++i) sum += in.weight[i] * share[in.to[i]];
  }
  return sum;
}

}  // namespace

std::vector<double> pagerank(const Projection& shape, std::span<const std::uint32_t> restart) {
  const std::uint32_t n = shape.vertices;
  if (n == 0) return {};
  std::vector<double> teleport(n, restart.empty() ? 1.0 / n : 0.0);
  for (const std::uint32_t v : restart) teleport[v] += 1.0 / static_cast<double>(restart.size());
  const std::vector<double> inverse = inverse_strengths(shape.out);

  // Gauss-Seidel: a vertex sees what those before it have become in the same round (Arasu et al. 2002). The
  // mass of dangling vertices is left out, which changes all values by one factor only (Del Corso, Gullí,
  // Romani 2005).
  std::vector<double> rank = teleport;
  std::vector<double> share(n);
  for (std::uint32_t v = 0; v < n; ++v) share[v] = rank[v] * inverse[v];
  for (int iteration = 0; iteration < k_most_iterations; ++iteration) {
    double change = 0;
    double sum = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
      const double next = (1 - k_damping) * teleport[v] + k_damping * incoming(shape.in(), v, share);
      change += std::abs(next - rank[v]);
      sum += next;
      rank[v] = next;
      share[v] = next * inverse[v];
    }
    if (change <= k_tolerance * sum) break;
  }
  const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
  for (double& value : rank) value /= sum;
  return rank;
}

}  // namespace relgraph
