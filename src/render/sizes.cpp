// SPDX-License-Identifier: Apache-2.0
#include "render/sizes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace relgraph::render {

std::vector<double> scales_of(const std::vector<double>& values, const std::vector<std::uint32_t>& nodes) {
  std::vector<double> out(nodes.size(), 1);
  if (values.empty()) return out;
  const auto value_of = [&](std::uint32_t node) {
    return std::isnan(values[node]) ? -std::numeric_limits<double>::infinity() : values[node];
  };
  std::vector<double> sorted;
  sorted.reserve(nodes.size());
  for (const std::uint32_t node : nodes) sorted.push_back(value_of(node));
  std::ranges::sort(sorted);
  if (sorted.empty() || sorted.front() == sorted.back()) return out;
  const auto count = static_cast<double>(sorted.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto greater =
        static_cast<double>(sorted.end() - std::ranges::upper_bound(sorted, value_of(nodes[i])));
    const double share = greater / count;
    const double px = greater == 0 || share < 0.1 ? 17 : share < 0.3 ? 14 : share < 0.63 ? 12 : 11;
    out[i] = px / 12;
  }
  return out;
}

}  // namespace relgraph::render
