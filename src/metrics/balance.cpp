// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <random>

#include "metrics/simple.hpp"
#include "metrics/triangles.hpp"
#include "relgraph/communities.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_for_exact = 18;  ///< vertices: 2^17 divisions are looked at
constexpr int k_restarts = 32;
constexpr double k_nothing = 1e-12;

/// Pairs with their signed weights, as rows.
struct Signed {
  Adjacency rows;
  std::vector<Balance::Pair> pairs;
};

Signed signed_pairs(const Graph& graph) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
  for (const Edge& edge : graph.edges) {
    if (edge.polarity == Polarity::neutral || edge.source == edge.target) continue;
    sums[std::minmax(edge.source, edge.target)] += static_cast<double>(edge.polarity);
  }
  Signed out;
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t> targets;
  std::vector<double> weights;
  for (const auto& [ends, weight] : sums) {
    if (std::abs(weight) < k_nothing) continue;
    out.pairs.push_back({ends.first, ends.second, weight});
    sources.push_back(ends.first);
    targets.push_back(ends.second);
    weights.push_back(weight);
  }
  out.rows = project(static_cast<std::uint32_t>(graph.nodes.size()), sources, targets, weights, false).out;
  return out;
}

/// Camps of the vertices of one component whose leaves have been taken off.
class Camps {
 public:
  Camps(const Signed& graph, std::vector<std::uint32_t> vertices, std::vector<std::int8_t>& camp)
      : m_rows(graph.rows), m_vertices(std::move(vertices)), m_camp(camp) {}

  /// True if no division breaks less.
  bool divide(std::mt19937_64& random) {
    if (m_vertices.size() <= k_most_for_exact) {
      try_all();
      return true;
    }
    std::vector<std::int8_t> best;
    double least = 0;
    for (int restart = 0; restart < k_restarts; ++restart) {
      for (const std::uint32_t v : m_vertices) m_camp[v] = static_cast<std::int8_t>(random() & 1U);
      improve();
      const double now = broken();
      if (best.empty() || now < least - k_nothing) {
        least = now;
        best = m_camp;
      }
      if (least < k_nothing) break;
    }
    m_camp = best;
    return least < k_nothing;
  }

 private:
  /// What changing the camp of v would mend.
  [[nodiscard]] double gain(std::uint32_t v) const {
    double sum = 0;
    for (std::uint32_t i = m_rows.begin[v]; i < m_rows.begin[v + 1]; ++i) {
      const std::uint32_t w = m_rows.to[i];
      if (m_camp[w] < 0) continue;  // a leaf, or another component's
      sum += m_camp[w] == m_camp[v] ? -m_rows.weight[i] : m_rows.weight[i];
    }
    return sum;
  }

  [[nodiscard]] double broken() const {
    double sum = 0;
    for (const std::uint32_t v : m_vertices) {
      for (std::uint32_t i = m_rows.begin[v]; i < m_rows.begin[v + 1]; ++i) {
        const std::uint32_t w = m_rows.to[i];
        if (m_camp[w] < 0 || w < v) continue;
        if ((m_camp[w] == m_camp[v]) != (m_rows.weight[i] > 0)) sum += std::abs(m_rows.weight[i]);
      }
    }
    return sum;
  }

  /// Changes camps one by one as long as that mends something.
  void improve() {
    bool moved = true;
    while (moved) {
      moved = false;
      for (const std::uint32_t v : m_vertices) {
        if (gain(v) <= k_nothing) continue;
        m_camp[v] = static_cast<std::int8_t>(1 - m_camp[v]);
        moved = true;
      }
    }
  }

  /// All divisions in the order of Gray's code, so that one vertex changes at a time.
  void try_all() {
    for (const std::uint32_t v : m_vertices) m_camp[v] = 0;
    double now = broken();
    double least = now;
    std::vector<std::int8_t> best = m_camp;
    const std::uint64_t count = std::uint64_t{1} << (m_vertices.size() - 1);
    for (std::uint64_t code = 1; code < count && least > k_nothing; ++code) {
      const std::uint32_t v = m_vertices[static_cast<std::size_t>(std::countr_zero(code))];
      now -= gain(v);
      m_camp[v] = static_cast<std::int8_t>(1 - m_camp[v]);
      if (now < least - k_nothing) {
        least = now;
        best = m_camp;
      }
    }
    m_camp = best;
  }

  const Adjacency& m_rows;
  std::vector<std::uint32_t> m_vertices;
  std::vector<std::int8_t>& m_camp;
};

/// Vertices that only one other hangs on to never break a camp; they are taken off, one after the other.
std::vector<std::uint32_t> leaves_outwards(const Adjacency& rows) {
  const auto n = static_cast<std::uint32_t>(rows.begin.size() - 1);
  std::vector<std::uint32_t> degree(n);
  std::vector<std::uint32_t> out;
  for (std::uint32_t v = 0; v < n; ++v) {
    degree[v] = rows.begin[v + 1] - rows.begin[v];
    if (degree[v] == 1) out.push_back(v);
  }
  std::vector<bool> off(n, false);
  for (std::size_t next = 0; next < out.size(); ++next) {
    const std::uint32_t v = out[next];
    off[v] = true;
    for (const std::uint32_t w : rows.of(v)) {
      if (!off[w] && --degree[w] == 1) out.push_back(w);
    }
  }
  return out;
}

/// Puts a leaf where its one neighbour with a camp wants it.
void attach(const Adjacency& rows, std::uint32_t v, std::vector<std::int8_t>& camp) {
  camp[v] = 0;
  for (std::uint32_t i = rows.begin[v]; i < rows.begin[v + 1]; ++i) {
    const std::int8_t other = camp[rows.to[i]];
    if (rows.to[i] != v && other >= 0)
      camp[v] = static_cast<std::int8_t>(rows.weight[i] > 0 ? other : 1 - other);
  }
}

void count_triangles(const Signed& graph, Balance& out) {
  for_each_triangle(graph.rows, [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const auto hostile = [&](std::uint32_t v, std::uint32_t w) {
      const auto row = graph.rows.of(v);
      const auto at = std::ranges::lower_bound(row, w) - row.begin();
      return graph.rows.weight[graph.rows.begin[v] + static_cast<std::size_t>(at)] < 0 ? 1 : 0;
    };
    ++out.triangles;
    out.balanced += (hostile(a, b) + hostile(b, c) + hostile(a, c)) % 2 == 0 ? 1 : 0;
  });
}

}  // namespace

Balance balance(const Graph& graph, std::uint64_t seed) {
  const Signed pairs = signed_pairs(graph);
  const auto n = static_cast<std::uint32_t>(graph.nodes.size());
  Balance out;
  out.camp.assign(n, -1);
  std::mt19937_64 random(seed);

  const std::vector<std::uint32_t> leaves = leaves_outwards(pairs.rows);
  std::vector<bool> is_leaf(n, false);
  for (const std::uint32_t v : leaves) is_leaf[v] = true;
  Projection core;
  core.vertices = n;
  core.directed = false;
  core.out = pairs.rows;
  const Parts parts = components(core);
  std::vector<std::vector<std::uint32_t>> members(parts.sizes.size());
  for (std::uint32_t v = 0; v < n; ++v) {
    if (!is_leaf[v] && !pairs.rows.of(v).empty()) members[parts.of[v]].push_back(v);
  }
  for (std::vector<std::uint32_t>& component : members) {
    if (!component.empty() && !Camps(pairs, std::move(component), out.camp).divide(random)) out.exact = false;
  }
  for (std::size_t i = leaves.size(); i-- > 0;) attach(pairs.rows, leaves[i], out.camp);

  // The two camps of a component have no names: that of its first vertex comes first.
  std::vector<std::int8_t> turned(parts.sizes.size(), -1);
  for (std::uint32_t v = 0; v < n; ++v) {
    if (out.camp[v] < 0) continue;
    std::int8_t& turn = turned[parts.of[v]];
    if (turn < 0) turn = out.camp[v];
    out.camp[v] = static_cast<std::int8_t>(out.camp[v] ^ turn);
  }
  for (const Balance::Pair& pair : pairs.pairs) {
    out.weight += std::abs(pair.weight);
    if ((out.camp[pair.first] == out.camp[pair.second]) == (pair.weight > 0)) continue;
    out.frustration += std::abs(pair.weight);
    out.breaking.push_back(pair);
  }
  count_triangles(pairs, out);
  return out;
}

}  // namespace relgraph
