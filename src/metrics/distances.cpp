// SPDX-License-Identifier: Apache-2.0
#include "metrics/search.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

/// One value a vertex from what a search along these rows reaches.
template <class Value>
std::vector<double> by_search(const Adjacency& rows, Value value) {
  Search search(rows);
  std::vector<double> out(rows.begin.size() - 1, 0);
  for (std::uint32_t v = 0; v < out.size(); ++v) out[v] = value(search, search.run(v));
  return out;
}

}  // namespace

std::vector<double> closeness(const Projection& shape) {
  const double others = static_cast<double>(shape.vertices) - 1;
  return by_search(shape.in(), [&](const Search& search, const std::vector<std::uint32_t>& reached) {
    double sum = 0;
    for (const std::uint32_t v : reached) sum += search.distance(v);
    if (sum == 0) return 0.0;
    const double count = static_cast<double>(reached.size()) - 1;
    return count / sum * count / others;
  });
}

std::vector<double> harmonic(const Projection& shape) {
  return by_search(shape.in(), [](const Search& search, const std::vector<std::uint32_t>& reached) {
    double sum = 0;
    for (std::size_t i = 1; i < reached.size(); ++i) sum += 1 / search.distance(reached[i]);
    return sum;
  });
}

std::vector<double> eccentricity(const Projection& shape) {
  return by_search(shape.out, [](const Search& search, const std::vector<std::uint32_t>& reached) {
    return search.distance(reached.back());
  });
}

}  // namespace relgraph
