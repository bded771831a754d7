// SPDX-License-Identifier: Apache-2.0
#include "graph/boost_graph.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

/// Searches backwards from one node after the other; the memory is used again.
class BackwardSearch {
 public:
  explicit BackwardSearch(const SimpleDigraph& shape)
      : m_shape(shape), m_seen_in(num_vertices(shape), k_never), m_distance(num_vertices(shape)) {}

  /// How many other nodes reach this one, and the sum of their distances.
  struct Reach {
    std::uint64_t nodes = 0;
    std::uint64_t distance = 0;
  };
  [[nodiscard]] Reach run(std::uint32_t start) {
    Reach reach;
    m_queue.assign(1, start);
    m_seen_in[start] = start;
    m_distance[start] = 0;
    for (std::size_t next = 0; next < m_queue.size(); ++next) {
      const std::uint32_t v = m_queue[next];
      for (const auto edge : boost::make_iterator_range(in_edges(v, m_shape))) {
        const std::uint32_t u = source(edge, m_shape);
        if (m_seen_in[u] == start) continue;
        m_seen_in[u] = start;
        m_distance[u] = m_distance[v] + 1;
        reach.distance += m_distance[u];
        m_queue.push_back(u);
      }
    }
    reach.nodes = m_queue.size() - 1;
    return reach;
  }

 private:
  static constexpr std::uint32_t k_never = UINT32_MAX;
  const SimpleDigraph& m_shape;
  std::vector<std::uint32_t> m_seen_in;  ///< the start of the last search that came by
  std::vector<std::uint32_t> m_distance;
  std::vector<std::uint32_t> m_queue;
};

}  // namespace

std::vector<double> closeness(const Graph& graph) {
  const auto n = graph.nodes.size();
  const SimpleDigraph shape = simple_digraph(graph);
  BackwardSearch search(shape);
  std::vector<double> out(n, 0);
  for (std::uint32_t v = 0; v < n; ++v) {
    const auto reach = search.run(v);
    if (reach.nodes == 0) continue;
    const auto nodes = static_cast<double>(reach.nodes);
    out[v] = nodes / static_cast<double>(reach.distance) * nodes / static_cast<double>(n - 1);
  }
  return out;
}

}  // namespace relgraph
