// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

#include "relgraph/projection.hpp"

namespace relgraph {

/// Shortest distances from one vertex after the other; the memory is used again. Without weights by breadth,
/// with weights by Dijkstra's algorithm, an arc being 1 / weight long.
class Search {
 public:
  static constexpr double k_unreached = std::numeric_limits<double>::infinity();

  explicit Search(const Adjacency& rows) : m_rows(rows), m_distance(rows.begin.size() - 1, k_unreached) {}

  /// Reached vertices in ascending distance, the start first. Good until the next call.
  const std::vector<std::uint32_t>& run(std::uint32_t start) {
    for (const std::uint32_t v : m_order) m_distance[v] = k_unreached;
    m_order.clear();
    m_distance[start] = 0;
    if (m_rows.weight.empty()) {
      by_breadth(start);
    } else {
      by_length(start);
    }
    return m_order;
  }
  [[nodiscard]] double distance(std::uint32_t v) const { return m_distance[v]; }

 private:
  void by_breadth(std::uint32_t start) {
    m_order.push_back(start);
    for (std::size_t next = 0; next < m_order.size(); ++next) {
      const std::uint32_t v = m_order[next];
      for (const std::uint32_t w : m_rows.of(v)) {
        if (m_distance[w] != k_unreached) continue;
        m_distance[w] = m_distance[v] + 1;
        m_order.push_back(w);
      }
    }
  }

  void by_length(std::uint32_t start) {
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.emplace(0.0, start);
    while (!queue.empty()) {
      const auto [length, v] = queue.top();
      queue.pop();
      if (length > m_distance[v]) continue;
      m_order.push_back(v);
      for (std::uint32_t i = m_rows.begin[v]; i < m_rows.begin[v + 1]; ++i) {
        const double further = length + 1 / m_rows.weight[i];
        if (further >= m_distance[m_rows.to[i]]) continue;
        m_distance[m_rows.to[i]] = further;
        queue.emplace(further, m_rows.to[i]);
      }
    }
  }

  const Adjacency& m_rows;
  std::vector<double> m_distance;
  std::vector<std::uint32_t> m_order;
};

}  // namespace relgraph
