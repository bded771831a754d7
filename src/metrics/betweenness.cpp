// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <random>
#include <thread>

#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

/// Sources are shared out in so many parts whatever the number of threads: sums of floating-point numbers
/// depend on their order, results may not.
constexpr std::size_t k_parts = 16;

/// What Brandes' algorithm knows of the shortest paths from one source.
class ShortestPaths {
 public:
  explicit ShortestPaths(const Projection& shape)
      : m_shape(shape),
        m_distance(shape.vertices, k_unreached),
        m_paths(shape.vertices),
        m_share(shape.vertices) {}

  /// Adds the source's part: of every vertex to `vertices`, of every arc to `arcs`, either may be empty.
  void add(std::uint32_t source, std::span<double> vertices, std::span<double> arcs) {
    for (const std::uint32_t v : m_order) m_distance[v] = k_unreached;
    m_order.clear();
    m_distance[source] = 0;
    m_paths[source] = 1;
    if (m_shape.weighted()) {
      by_length(source);
      sum_up<true>(source, vertices, arcs);
    } else {
      by_breadth(source);
      sum_up<false>(source, vertices, arcs);
    }
  }

 private:
  static constexpr double k_unreached = std::numeric_limits<double>::infinity();

  [[nodiscard]] double length(std::uint32_t arc) const { return 1 / m_shape.out.weight[arc]; }
  /// Of weighted arcs.
  [[nodiscard]] bool leads_on(std::uint32_t v, std::uint32_t w, std::uint32_t arc) const {
    return v != w && m_distance[v] + length(arc) == m_distance[w];
  }

  /// From the farthest back: the arcs of shortest paths are those that lead exactly one arc further.
  template <bool weighted>
  void sum_up(std::uint32_t source, std::span<double> vertices, std::span<double> arcs) {
    for (std::size_t i = m_order.size(); i-- > 0;) {
      const std::uint32_t v = m_order[i];
      const double paths = m_paths[v], further = m_distance[v] + 1;
      double dependency = 0;
      for (std::uint32_t a = m_shape.out.begin[v]; a < m_shape.out.begin[v + 1]; ++a) {
        const std::uint32_t w = m_shape.out.to[a];
        if (weighted ? !leads_on(v, w, a) : m_distance[w] != further) continue;
        dependency += m_share[w];
        if (!arcs.empty()) arcs[a] += paths * m_share[w];
      }
      dependency *= paths;
      m_share[v] = (1 + dependency) / paths;
      if (!vertices.empty() && v != source) vertices[v] += dependency;
    }
  }

  void by_breadth(std::uint32_t source) {
    m_order.push_back(source);
    for (std::size_t next = 0; next < m_order.size(); ++next) {
      const std::uint32_t v = m_order[next];
      const double further = m_distance[v] + 1;
      for (const std::uint32_t w : m_shape.out.of(v)) {
        if (m_distance[w] == k_unreached) {
          m_distance[w] = further;
          m_paths[w] = m_paths[v];
          m_order.push_back(w);
        } else if (m_distance[w] == further) {
          m_paths[w] += m_paths[v];
        }
      }
    }
  }

  void by_length(std::uint32_t source) {
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.emplace(0.0, source);
    while (!queue.empty()) {
      const auto [at, v] = queue.top();
      queue.pop();
      if (at > m_distance[v]) continue;
      m_order.push_back(v);
      for (std::uint32_t a = m_shape.out.begin[v]; a < m_shape.out.begin[v + 1]; ++a) {
        const std::uint32_t w = m_shape.out.to[a];
        const double further = at + length(a);
        if (further < m_distance[w]) {
          m_distance[w] = further;
          m_paths[w] = m_paths[v];
          queue.emplace(further, w);
        } else if (further == m_distance[w] && w != v) {
          m_paths[w] += m_paths[v];
        }
      }
    }
  }

  const Projection& m_shape;
  std::vector<double> m_distance;
  std::vector<double> m_paths;  ///< number of shortest paths from the source
  std::vector<double> m_share;  ///< (1 + dependency) / paths
  std::vector<std::uint32_t> m_order;
};

std::vector<std::uint32_t> sources_of(std::uint32_t n, const PathSampling& sampling) {
  std::vector<std::uint32_t> all(n);
  std::iota(all.begin(), all.end(), 0U);
  if (sampling.samples == 0 || sampling.samples >= n) return all;
  // Fisher and Yates by hand: std::shuffle draws otherwise in every library.
  std::mt19937_64 random(sampling.seed);
  for (std::size_t i = 0; i < sampling.samples; ++i) std::swap(all[i], all[i + random() % (n - i)]);
  all.resize(sampling.samples);
  return all;
}

/// Runs `work(part)` for all parts on some threads.
void in_parts(unsigned threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto loop = [&] {
    for (std::size_t part = next++; part < k_parts; part = next++) work(part);
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::min<std::size_t>(threads, k_parts); ++i) others.emplace_back(loop);
  loop();
}

struct Sums {
  std::vector<double> vertices;
  std::vector<double> arcs;
};

Sums path_sums(const Projection& shape, const PathSampling& sampling, bool of_arcs) {
  const std::vector<std::uint32_t> sources = sources_of(shape.vertices, sampling);
  std::vector<Sums> parts(k_parts);
  in_parts(sampling.threads, [&](std::size_t part) {
    Sums& sums = parts[part];
    sums.vertices.resize(of_arcs ? 0 : shape.vertices);
    sums.arcs.resize(of_arcs ? shape.out.to.size() : 0);
    ShortestPaths paths(shape);
    for (std::size_t i = part; i < sources.size(); i += k_parts)
      paths.add(sources[i], sums.vertices, sums.arcs);
  });
  Sums out = std::move(parts.front());
  const double scale =
      sources.empty() ? 0 : static_cast<double>(shape.vertices) / static_cast<double>(sources.size());
  const auto add = [&](std::vector<double>& to, std::vector<double> Sums::*member) {
    for (std::size_t part = 1; part < k_parts; ++part) {
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += (parts[part].*member)[i];
    }
    for (double& value : to) value *= scale;
  };
  add(out.vertices, &Sums::vertices);
  add(out.arcs, &Sums::arcs);
  return out;
}

}  // namespace

std::vector<double> betweenness(const Projection& shape, const PathSampling& sampling) {
  if (shape.vertices < 3) return std::vector<double>(shape.vertices, 0);
  std::vector<double> out = path_sums(shape, sampling, false).vertices;
  const double n = shape.vertices;
  for (double& value : out) value /= (n - 1) * (n - 2);
  return out;
}

double betweenness_error(std::size_t vertices, std::size_t samples, double delta) {
  if (samples == 0 || samples >= vertices || vertices < 3) return 0;
  const auto n = static_cast<double>(vertices);
  // Every sample's value lies between 0 and n / (n - 1).
  return n / (n - 1) * std::sqrt(std::log(2 * n / delta) / (2 * static_cast<double>(samples)));
}

std::vector<double> edge_betweenness(const Projection& shape, const PathSampling& sampling) {
  if (shape.vertices < 2) return std::vector<double>(shape.out.to.size(), 0);
  std::vector<double> out = path_sums(shape, sampling, true).arcs;
  const double n = shape.vertices;
  for (double& value : out) value /= n * (n - 1);
  if (shape.directed) return out;
  // A path between two vertices goes over an undirected edge in one direction or the other.
  std::vector<double> both = out;
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (std::uint32_t a = shape.out.begin[v]; a < shape.out.begin[v + 1]; ++a) {
      const std::uint32_t w = shape.out.to[a];
      const auto row = shape.out.of(w);
      const auto back = std::ranges::lower_bound(row, v) - row.begin();
      if (v != w) both[a] += out[shape.out.begin[w] + static_cast<std::uint32_t>(back)];
    }
  }
  return both;
}

}  // namespace relgraph
