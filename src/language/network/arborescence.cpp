// SPDX-License-Identifier: Apache-2.0
#include "language/network/arborescence.hpp"

#include <algorithm>
#include <limits>

namespace relgraph::network {

namespace {

constexpr double k_never = -std::numeric_limits<double>::infinity();

/// Scores of dependents (rows) under heads (columns); node 0 is the root.
struct Scores {
  std::size_t nodes;
  std::vector<double> values;

  explicit Scores(std::size_t size) : nodes(size), values(size * size, k_never) {}
  double& at(std::size_t dependent, std::size_t head) { return values[dependent * nodes + head]; }
  [[nodiscard]] double at(std::size_t dependent, std::size_t head) const {
    return values[dependent * nodes + head];
  }
};

using Heads = std::vector<std::size_t>;  // of node 0: itself

Heads best_heads(const Scores& scores) {
  Heads heads(scores.nodes, 0);
  for (std::size_t i = 1; i < scores.nodes; ++i) {
    const auto row = scores.values.begin() + static_cast<std::ptrdiff_t>(i * scores.nodes);
    heads[i] = static_cast<std::size_t>(
        std::max_element(row, row + static_cast<std::ptrdiff_t>(scores.nodes)) - row);
  }
  return heads;
}

/// The nodes of one cycle; none if there is none.
std::vector<std::size_t> find_cycle(const Heads& heads) {
  std::vector<std::size_t> seen_from(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen_from[at] == 0) {
      seen_from[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen_from[at] != start) continue;
    std::vector<std::size_t> cycle{at};
    for (std::size_t node = heads[at]; node != at; node = heads[node]) cycle.push_back(node);
    return cycle;
  }
  return {};
}

/// A graph in which the cycle is one node, the last, and what it stands for.
struct Contracted {
  Scores scores{0};
  std::vector<std::size_t> outside;  ///< old number of each other node
  std::vector<std::size_t> leave;    ///< the cycle's node that is the best head of each other node
  std::vector<std::size_t> enter;    ///< the cycle's node that each other node would be the head of
};

Contracted contract(const Scores& scores, const Heads& heads, const std::vector<std::size_t>& cycle) {
  Contracted out;
  std::vector<bool> inside(scores.nodes, false);
  for (const std::size_t node : cycle) inside[node] = true;
  for (std::size_t node = 0; node < scores.nodes; ++node)
    if (!inside[node]) out.outside.push_back(node);
  const std::size_t m = out.outside.size();
  out.scores = Scores(m + 1);
  out.leave.assign(m, cycle[0]);
  out.enter.assign(m, cycle[0]);
  for (std::size_t i = 0; i < m; ++i) {
    const std::size_t node = out.outside[i];
    for (std::size_t j = 0; j < m; ++j) out.scores.at(i, j) = scores.at(node, out.outside[j]);
    double best_out = k_never, best_in = k_never;
    for (const std::size_t in : cycle) {
      if (scores.at(node, in) > best_out) {
        best_out = scores.at(node, in);
        out.leave[i] = in;
      }
      const double gain = scores.at(in, node) - scores.at(in, heads[in]);
      if (gain > best_in) {
        best_in = gain;
        out.enter[i] = in;
      }
    }
    out.scores.at(i, m) = best_out;
    out.scores.at(m, i) = best_in;
  }
  return out;
}

Heads arborescence(const Scores& scores) {
  Heads heads = best_heads(scores);
  const auto cycle = find_cycle(heads);
  if (cycle.empty()) return heads;
  const Contracted small = contract(scores, heads, cycle);
  const Heads found = arborescence(small.scores);
  const std::size_t m = small.outside.size();
  for (std::size_t i = 1; i < m; ++i)
    heads[small.outside[i]] = found[i] == m ? small.leave[i] : small.outside[found[i]];
  heads[small.enter[found[m]]] = small.outside[found[m]];
  return heads;
}

/// A number that no change of heads makes up for.
double more_than_everything(std::span<const double> scores, std::size_t words) {
  double low = 0, high = 0;
  for (const double score : scores) {
    if (score == k_never) continue;
    low = std::min(low, score);
    high = std::max(high, score);
  }
  return (high - low) * static_cast<double>(words + 1) + 1;
}

}  // namespace

std::vector<std::int32_t> best_tree(std::span<const double> scores, std::size_t words) {
  Scores all(words + 1);
  for (std::size_t i = 0; i < words; ++i)
    for (std::size_t j = 0; j <= words; ++j)
      if (j != i + 1) all.at(i + 1, j) = scores[i * (words + 1) + j];
  Heads heads = arborescence(all);
  if (std::ranges::count(heads.begin() + 1, heads.end(), std::size_t{0}) > 1) {
    // A fine on every child of the root: the best tree has the fewest of them, which is one.
    const double fine = more_than_everything(scores, words);
    for (std::size_t i = 1; i <= words; ++i) all.at(i, 0) -= fine;
    heads = arborescence(all);
  }
  std::vector<std::int32_t> out(words);
  for (std::size_t i = 0; i < words; ++i) out[i] = static_cast<std::int32_t>(heads[i + 1]);
  return out;
}

}  // namespace relgraph::network
