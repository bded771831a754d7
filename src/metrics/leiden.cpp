// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <random>
#include <utility>

#include "metrics/parts.hpp"
#include "relgraph/communities.hpp"

namespace relgraph {

namespace {

constexpr double k_randomness = 0.01;  ///< theta of the paper
constexpr int k_most_rounds = 10;
constexpr std::size_t k_most_starts = 16;
constexpr std::size_t k_effort = 100'000;  ///< arcs that the starts together may look at in a round
constexpr double k_least_rise = 0.002;     ///< of the modularity, by a round; with less a start is over
constexpr double k_least_gain = 1e-10;

/// A graph whose vertices may stand for many of the first one. Every edge is at both ends, loops are not
/// kept: weight within a vertex shows in its strength alone.
struct Level {
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> to;
  std::vector<double> weight;
  std::vector<double> strength;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
};

Level first_level(const Projection& shape) {
  Level level;
  level.begin.push_back(0);
  level.strength.resize(shape.vertices);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (std::uint32_t i = shape.out.begin[v]; i < shape.out.begin[v + 1]; ++i) {
      const std::uint32_t w = shape.out.to[i];
      level.strength[v] += shape.out.weight_at(i) * (w == v ? 2 : 1);
      if (w == v) continue;
      level.to.push_back(w);
      level.weight.push_back(shape.out.weight_at(i));
    }
    level.begin.push_back(static_cast<std::uint32_t>(level.to.size()));
  }
  return level;
}

/// Sums by community; emptied in the time of what was put in.
class Tally {
 public:
  explicit Tally(std::size_t size) : m_sum(size, 0) {}
  void add(std::uint32_t key, double value) {
    if (m_sum[key] == 0) m_keys.push_back(key);
    m_sum[key] += value;
  }
  [[nodiscard]] double at(std::uint32_t key) const { return m_sum[key]; }
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return m_keys; }
  void clear() {
    for (const std::uint32_t key : m_keys) m_sum[key] = 0;
    m_keys.clear();
  }

 private:
  std::vector<double> m_sum;
  std::vector<std::uint32_t> m_keys;
};

class Leiden {
 public:
  Leiden(double resolution, double twice_weight, std::uint64_t seed)
      : m_scale(twice_weight > 0 ? resolution / twice_weight : 0), m_random(seed) {}

  /// One round down and up again: moves, refines, goes on with the refined parts as vertices until they are
  /// the communities. True if anything moved.
  bool round(const Level& base, std::vector<std::uint32_t>& community) {
    bool moved_ever = false;
    Level level = base;
    std::vector<std::uint32_t> part(community);         // of the level's vertices
    std::vector<std::uint32_t> vertex_of(base.size());  // level's vertex of each of the base
    std::iota(vertex_of.begin(), vertex_of.end(), 0U);
    for (;;) {
      moved_ever = move(level, part) || moved_ever;
      const std::uint32_t parts = renumber(part);
      if (parts == level.size()) break;
      std::vector<std::uint32_t> refined = refine(level, part, parts);
      const std::uint32_t count = renumber(refined);
      if (count == level.size()) break;  // nothing joined: the next level would be this one
      std::vector<std::uint32_t> next(count);
      for (std::uint32_t v = 0; v < level.size(); ++v) next[refined[v]] = part[v];
      for (std::uint32_t& v : vertex_of) v = refined[v];
      level = aggregate(level, refined, count);
      part = std::move(next);
    }
    for (std::uint32_t v = 0; v < base.size(); ++v) community[v] = part[vertex_of[v]];
    return moved_ever;
  }

 private:
  std::vector<std::uint32_t> shuffled(std::uint32_t count) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[m_random() % i]);
    return order;
  }

  /// Fast local moving: only vertices whose surroundings changed are looked at again.
  bool move(const Level& level, std::vector<std::uint32_t>& part) {
    const std::uint32_t n = level.size();
    std::vector<double> strength(n, 0);
    std::vector<std::uint32_t> members(n, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
      strength[part[v]] += level.strength[v];
      ++members[part[v]];
    }
    std::vector<std::uint32_t> empty;
    for (std::uint32_t c = n; c-- > 0;) {
      if (members[c] == 0) empty.push_back(c);
    }
    const std::vector<std::uint32_t> order = shuffled(n);
    std::deque<std::uint32_t> queue(order.begin(), order.end());
    std::vector<bool> queued(n, true);
    Tally to(n);
    bool moved = false;
    while (!queue.empty()) {
      const std::uint32_t v = queue.front();
      queue.pop_front();
      queued[v] = false;
      const std::uint32_t from = part[v];
      for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i)
        to.add(part[level.to[i]], level.weight[i]);
      strength[from] -= level.strength[v];
      const auto gain = [&](std::uint32_t c) { return to.at(c) - m_scale * level.strength[v] * strength[c]; };
      std::uint32_t best = from;
      double most = gain(from);
      for (const std::uint32_t c : to.keys()) {
        const double here = gain(c);
        if (here > most + k_least_gain) {
          most = here;
          best = c;
        }
      }
      if (most < -k_least_gain && members[from] > 1) best = empty.back();
      to.clear();
      strength[best] += level.strength[v];
      if (best == from) continue;
      moved = true;
      part[v] = best;
      if (members[best]++ == 0) empty.pop_back();
      if (--members[from] == 0) empty.push_back(from);
      for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i) {
        const std::uint32_t w = level.to[i];
        if (part[w] == best || queued[w]) continue;
        queued[w] = true;
        queue.push_back(w);
      }
    }
    return moved;
  }

  /// Divides every part anew: single vertices join well-connected neighbours of their part, the better the
  /// likelier.
  std::vector<std::uint32_t> refine(const Level& level, const std::vector<std::uint32_t>& part,
                                    std::uint32_t parts) {
    const std::uint32_t n = level.size();
    std::vector<double> part_strength(parts, 0);
    for (std::uint32_t v = 0; v < n; ++v) part_strength[part[v]] += level.strength[v];
    std::vector<std::uint32_t> refined(n);
    std::iota(refined.begin(), refined.end(), 0U);
    std::vector<double> strength = level.strength;  // of refined communities
    std::vector<double> outward(n, 0);              // weight from them to the rest of their part
    std::vector<std::uint32_t> members(n, 1);
    for (std::uint32_t v = 0; v < n; ++v) {
      for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i) {
        if (part[level.to[i]] == part[v]) outward[v] += level.weight[i];
      }
    }
    const auto well_connected = [&](std::uint32_t c, std::uint32_t of) {
      return outward[c] >= m_scale * strength[c] * (part_strength[of] - strength[c]) - k_least_gain;
    };
    Tally to(n);
    std::vector<std::uint32_t> choices;
    std::vector<double> chances;
    for (const std::uint32_t v : shuffled(n)) {
      if (members[refined[v]] != 1 || refined[v] != v || !well_connected(v, part[v])) continue;
      for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i) {
        if (part[level.to[i]] == part[v]) to.add(refined[level.to[i]], level.weight[i]);
      }
      choices.clear();
      chances.clear();
      double sum = 0;
      double most = 0;
      for (const std::uint32_t c : to.keys()) {
        const double gain = to.at(c) - m_scale * level.strength[v] * strength[c];
        if (gain < 0 || !well_connected(c, part[v])) continue;
        choices.push_back(c);
        chances.push_back(gain);
        most = std::max(most, gain);
      }
      for (double& chance : chances) sum += chance = std::exp((chance - most) / k_randomness);
      if (!choices.empty()) {
        const std::uint32_t c = choices[draw(chances, sum)];
        outward[c] += outward[v] - 2 * to.at(c);
        strength[c] += level.strength[v];
        ++members[c];
        members[v] = 0;
        refined[v] = c;
      }
      to.clear();
    }
    return refined;
  }

  std::size_t draw(const std::vector<double>& chances, double sum) {
    double rest = static_cast<double>(m_random() >> 11U) * 0x1p-53 * sum;
    for (std::size_t i = 0; i + 1 < chances.size(); ++i) {
      rest -= chances[i];
      if (rest < 0) return i;
    }
    return chances.size() - 1;
  }

  static Level aggregate(const Level& level, const std::vector<std::uint32_t>& group, std::uint32_t count) {
    std::vector<std::uint32_t> start(std::size_t{count} + 1, 0);
    for (const std::uint32_t g : group) ++start[g + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> members(level.size());
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (std::uint32_t v = 0; v < level.size(); ++v) members[next[group[v]]++] = v;
    Level out;
    out.begin.push_back(0);
    out.strength.resize(count);
    Tally to(count);
    for (std::uint32_t g = 0; g < count; ++g) {
      for (std::uint32_t at = start[g]; at < start[g + 1]; ++at) {
        const std::uint32_t v = members[at];
        out.strength[g] += level.strength[v];
        for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i) {
          if (group[level.to[i]] != g) to.add(group[level.to[i]], level.weight[i]);
        }
      }
      for (const std::uint32_t other : to.keys()) {
        out.to.push_back(other);
        out.weight.push_back(to.at(other));
      }
      to.clear();
      out.begin.push_back(static_cast<std::uint32_t>(out.to.size()));
    }
    return out;
  }

  double m_scale;  ///< resolution / (2 m)
  std::mt19937_64 m_random;
};

double modularity_of(const Level& level, const std::vector<std::uint32_t>& part_of, double resolution) {
  const double twice = std::accumulate(level.strength.begin(), level.strength.end(), 0.0);
  if (twice == 0) return 0;
  std::vector<double> strength(level.size(), 0);
  std::vector<double> within(level.size(), 0);
  for (std::uint32_t v = 0; v < level.size(); ++v) {
    strength[part_of[v]] += level.strength[v];
    double inside = level.strength[v];
    for (std::uint32_t i = level.begin[v]; i < level.begin[v + 1]; ++i) {
      if (part_of[level.to[i]] != part_of[v]) inside -= level.weight[i];
    }
    within[part_of[v]] += inside;
  }
  double sum = 0;
  for (std::size_t c = 0; c < within.size(); ++c)
    sum += within[c] / twice - resolution * (strength[c] / twice) * (strength[c] / twice);
  return sum;
}

}  // namespace

Parts leiden(const Projection& undirected, double resolution, std::uint64_t seed) {
  const Level base = first_level(undirected);
  const double twice = std::accumulate(base.strength.begin(), base.strength.end(), 0.0);
  Leiden algorithm(resolution, twice, seed);
  // The order of the vertices decides a little: a small graph can afford to be looked at more than once.
  const std::size_t starts = std::clamp<std::size_t>(k_effort / (base.to.size() + 1), 1, k_most_starts);
  std::vector<std::uint32_t> best;
  double greatest = 0;
  for (std::size_t start = 0; start < starts; ++start) {
    std::vector<std::uint32_t> community(base.size());
    std::iota(community.begin(), community.end(), 0U);
    double quality = 0;
    for (int round = 0; round < k_most_rounds && algorithm.round(base, community); ++round) {
      const double before = std::exchange(quality, modularity_of(base, community, resolution));
      if (round > 0 && starts == 1 && quality < before + k_least_rise) break;
    }
    if (best.empty() || quality > greatest + k_least_gain) {
      greatest = quality;
      best = std::move(community);
    }
  }
  return parts_of(std::move(best));
}

double modularity(const Projection& undirected, const std::vector<std::uint32_t>& part_of,
                  double resolution) {
  return modularity_of(first_level(undirected), part_of, resolution);
}

}  // namespace relgraph
