// SPDX-License-Identifier: Apache-2.0
#include "relgraph/projection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace relgraph {

namespace {

/// Arcs sorted by their ends: first by target and then, stably, by source. Two rounds of counting sort.
struct Arcs {
  std::span<const std::uint32_t> sources;
  std::span<const std::uint32_t> targets;
  std::span<const double> weights;
};

/// The rows of the arcs, unsorted within a row, parallel arcs apart.
Adjacency rows_of(std::uint32_t vertices, const Arcs& arcs) {
  Adjacency out;
  out.begin.assign(std::size_t{vertices} + 1, 0);
  for (const std::uint32_t v : arcs.sources) ++out.begin[v + 1];
  std::partial_sum(out.begin.begin(), out.begin.end(), out.begin.begin());
  std::vector<std::uint32_t> next(out.begin.begin(), out.begin.end() - 1);
  out.to.resize(arcs.targets.size());
  out.weight.resize(arcs.weights.size());
  for (std::size_t i = 0; i < arcs.targets.size(); ++i) {
    const std::uint32_t at = next[arcs.sources[i]]++;
    out.to[at] = arcs.targets[i];
    if (!arcs.weights.empty()) out.weight[at] = arcs.weights[i];
  }
  return out;
}

/// The rows turned round; as the sources are walked in order, every row of the result is sorted.
Adjacency reverse(const Adjacency& rows) {
  const std::size_t vertices = rows.begin.size() - 1;
  Adjacency out;
  out.begin.assign(vertices + 1, 0);
  for (const std::uint32_t v : rows.to) ++out.begin[v + 1];
  std::partial_sum(out.begin.begin(), out.begin.end(), out.begin.begin());
  std::vector<std::uint32_t> next(out.begin.begin(), out.begin.end() - 1);
  out.to.resize(rows.to.size());
  out.weight.resize(rows.weight.size());
  for (std::uint32_t v = 0; v < vertices; ++v) {
    for (std::uint32_t i = rows.begin[v]; i < rows.begin[v + 1]; ++i) {
      const std::uint32_t at = next[rows.to[i]]++;
      out.to[at] = v;
      if (!rows.weight.empty()) out.weight[at] = rows.weight[i];
    }
  }
  return out;
}

/// Joins equal neighbours of sorted rows, in place.
void join_parallel(Adjacency& rows) {
  std::uint32_t write = 0;
  std::uint32_t read = 0;
  for (std::size_t v = 0; v + 1 < rows.begin.size(); ++v) {
    const std::uint32_t end = rows.begin[v + 1];
    const std::uint32_t first = write;
    for (; read < end; ++read) {
      if (write > first && rows.to[write - 1] == rows.to[read]) {
        if (!rows.weight.empty()) rows.weight[write - 1] += rows.weight[read];
        continue;
      }
      rows.to[write] = rows.to[read];
      if (!rows.weight.empty()) rows.weight[write] = rows.weight[read];
      ++write;
    }
    rows.begin[v] = first;
  }
  rows.begin.back() = write;
  rows.to.resize(write);
  if (!rows.weight.empty()) rows.weight.resize(write);
}

double weight_of(const Edge& edge, Weight weight) {
  switch (weight) {
    case Weight::none: return 1;
    case Weight::evidence: return static_cast<double>(std::max<std::size_t>(1, edge.evidence.size()));
    case Weight::amount: return number_property(edge.attributes, "amount").value_or(0);
    case Weight::confidence: return edge.confidence;
  }
  return 1;
}

}  // namespace

double Adjacency::strength(std::uint32_t v) const {
  if (weight.empty()) return static_cast<double>(begin[v + 1] - begin[v]);
  return std::accumulate(weight.begin() + begin[v], weight.begin() + begin[v + 1], 0.0);
}

std::size_t Projection::edges() const {
  if (directed) return out.to.size();
  std::size_t loops = 0;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    const auto row = out.of(v);
    loops += std::ranges::binary_search(row, v) ? 1 : 0;
  }
  return (out.to.size() - loops) / 2 + loops;
}

Projection project(std::uint32_t vertices, std::span<const std::uint32_t> sources,
                   std::span<const std::uint32_t> targets, std::span<const double> weights, bool directed) {
  constexpr std::size_t k_most = std::size_t{1} << 31U;
  if (sources.size() >= k_most) throw Error(ErrorCode::input, "the graph has more than 2^31 edges");
  Projection out;
  out.vertices = vertices;
  out.directed = directed;
  if (directed) {
    // Reversing sorts, so twice reversed both directions are sorted.
    out.reversed = reverse(rows_of(vertices, {sources, targets, weights}));
    out.out = reverse(out.reversed);
    join_parallel(out.out);
    out.reversed = reverse(out.out);
    return out;
  }
  std::vector<std::uint32_t> from(sources.begin(), sources.end());
  std::vector<std::uint32_t> to(targets.begin(), targets.end());
  std::vector<double> both(weights.begin(), weights.end());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i] == targets[i]) continue;
    from.push_back(targets[i]);
    to.push_back(sources[i]);
    if (!weights.empty()) both.push_back(weights[i]);
  }
  // The graph is its own reverse: sorting takes one turn.
  out.out = reverse(rows_of(vertices, {from, to, both}));
  join_parallel(out.out);
  return out;
}

Projection project(const Graph& graph, bool directed, Weight weight) {
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t> targets;
  std::vector<double> weights;
  sources.reserve(graph.edges.size());
  targets.reserve(graph.edges.size());
  for (const Edge& edge : graph.edges) {
    if (weight != Weight::none) {
      const double value = weight_of(edge, weight);
      if (!std::isfinite(value) || value < 0)
        throw Error(ErrorCode::input, "the edge from " + graph.nodes[edge.source].id + " to " +
                                          graph.nodes[edge.target].id +
                                          " has a negative or infinite weight, which has no meaning here");
      if (value == 0) continue;
      weights.push_back(value);
    }
    sources.push_back(edge.source);
    targets.push_back(edge.target);
  }
  return project(static_cast<std::uint32_t>(graph.nodes.size()), sources, targets, weights, directed);
}

}  // namespace relgraph
