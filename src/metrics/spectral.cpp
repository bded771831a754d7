// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/json_text.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

constexpr double k_tolerance = 1e-12;  ///< L1 change of a vector of length 1
constexpr int k_most_iterations = 20000;

/// y[v] = sum of x over the arcs of v.
void multiply(const Adjacency& rows, const std::vector<double>& x, std::vector<double>& y) {
  for (std::uint32_t v = 0; v < y.size(); ++v) {
    double sum = 0;
    for (std::uint32_t i = rows.begin[v]; i < rows.begin[v + 1]; ++i)
      sum += rows.weight_at(i) * x[rows.to[i]];
    y[v] = sum;
  }
}

double norm(const std::vector<double>& x) {
  return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
}

/// Scales to length 1; false for the zero vector.
bool normalise(std::vector<double>& x) {
  const double length = norm(x);
  if (!(length > 0) || !std::isfinite(length)) return false;
  for (double& value : x) value /= length;
  return true;
}

double change(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

void scale_to_sum(std::vector<double>& x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  if (sum > 0) {
    for (double& value : x) value /= sum;
  }
}

[[noreturn]] void unsettled(const std::string& what, std::string hint) {
  throw Error(ErrorCode::input, what + " does not settle on this graph", {}, std::move(hint));
}

}  // namespace

std::vector<double> eigenvector(const Projection& shape) {
  std::vector<double> x(shape.vertices, 1.0);
  if (!normalise(x)) return x;
  std::vector<double> next(x.size());
  for (int iteration = 0; iteration < k_most_iterations; ++iteration) {
    // With the identity added, a graph of two camps does not swing to and fro; the eigenvectors stay.
    multiply(shape.in(), x, next);
    for (std::size_t v = 0; v < x.size(); ++v) next[v] += x[v];
    normalise(next);
    const double moved = change(x, next);
    std::swap(x, next);
    if (moved < k_tolerance) return x;
  }
  unsettled("eigenvector centrality", "It needs cycles: take PageRank or Katz centrality, or --undirected");
}

std::vector<double> katz(const Projection& shape, double alpha) {
  std::vector<double> x(shape.vertices, 1.0);
  std::vector<double> next(x.size());
  double before = 0;
  for (int iteration = 0; iteration < k_most_iterations; ++iteration) {
    multiply(shape.in(), x, next);
    double moved = 0;
    double size = 0;
    for (std::size_t v = 0; v < x.size(); ++v) {
      next[v] = alpha * next[v] + 1;
      moved += std::abs(next[v] - x[v]);
      size += std::abs(next[v]);
    }
    std::swap(x, next);
    if (moved <= k_tolerance * size) {
      normalise(x);
      return x;
    }
    // The change shrinks by alpha times the greatest eigenvalue each time, once the start is forgotten.
    if (!std::isfinite(moved) || (iteration > 1000 && moved >= before)) break;
    before = moved;
  }
  std::string given;
  append_json_number(given, alpha);
  unsettled("Katz centrality with alpha " + given,
            "Alpha must be below the inverse of the greatest eigenvalue: try a smaller one");
}

HubsAndAuthorities hits(const Projection& shape) {
  HubsAndAuthorities out{std::vector<double>(shape.vertices, 1.0), std::vector<double>(shape.vertices, 0.0)};
  if (!normalise(out.hubs) || shape.out.to.empty()) {
    out.hubs.assign(shape.vertices, 0);
    return out;
  }
  std::vector<double> next(out.hubs.size());
  for (int iteration = 0; iteration < k_most_iterations; ++iteration) {
    multiply(shape.in(), out.hubs, out.authorities);
    multiply(shape.out, out.authorities, next);
    normalise(next);
    const double moved = change(out.hubs, next);
    std::swap(out.hubs, next);
    if (moved < k_tolerance) {
      multiply(shape.in(), out.hubs, out.authorities);
      scale_to_sum(out.hubs);
      scale_to_sum(out.authorities);
      return out;
    }
  }
  unsettled("HITS", "Two parts of it are equally strong: take PageRank instead");
}

}  // namespace relgraph
