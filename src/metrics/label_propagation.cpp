// SPDX-License-Identifier: Apache-2.0
#include <numeric>
#include <random>

#include "metrics/parts.hpp"
#include "relgraph/communities.hpp"

namespace relgraph {

namespace {

constexpr int k_most_rounds = 1000;  ///< a few are enough; ties could go on for ever
constexpr double k_equal = 1e-12;

}  // namespace

Parts label_propagation(const Projection& undirected, std::uint64_t seed) {
  const std::uint32_t n = undirected.vertices;
  const Adjacency& rows = undirected.out;
  std::vector<std::uint32_t> label(n);
  std::iota(label.begin(), label.end(), 0U);
  std::vector<std::uint32_t> order = label;
  std::vector<double> votes(n, 0);
  std::vector<std::uint32_t> seen;
  std::vector<std::uint32_t> best;
  std::mt19937_64 random(seed);
  bool moved = true;
  for (int round = 0; round < k_most_rounds && moved; ++round) {
    moved = false;
    for (std::uint32_t i = n; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t v : order) {
      seen.clear();
      for (std::uint32_t i = rows.begin[v]; i < rows.begin[v + 1]; ++i) {
        if (rows.to[i] == v) continue;
        const std::uint32_t other = label[rows.to[i]];
        if (votes[other] == 0) seen.push_back(other);
        votes[other] += rows.weight_at(i);
      }
      double most = 0;
      for (const std::uint32_t other : seen) most = std::max(most, votes[other]);
      best.clear();
      bool stays = false;
      for (const std::uint32_t other : seen) {
        if (votes[other] < most - k_equal * most) continue;
        best.push_back(other);
        stays = stays || other == label[v];
      }
      for (const std::uint32_t other : seen) votes[other] = 0;
      if (best.empty() || stays) continue;  // who is content does not move, so that the rounds come to an end
      label[v] = best[random() % best.size()];
      moved = true;
    }
  }
  return parts_of(std::move(label));
}

}  // namespace relgraph
