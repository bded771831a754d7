// SPDX-License-Identifier: Apache-2.0
#include "render/order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace relgraph::render {

namespace {

std::vector<std::vector<std::size_t>> neighbors(std::size_t nodes, std::span<const Link> links) {
  std::vector<std::vector<std::size_t>> out(nodes);
  for (const auto& [a, b] : links) {
    if (a == b) continue;
    out[a].push_back(b);
    out[b].push_back(a);
  }
  return out;
}

/// Nodes in the order of a breadth-first search, with their distances; `seen` is updated.
std::vector<std::size_t> breadth_first(const std::vector<std::vector<std::size_t>>& next, std::size_t start,
                                       std::vector<std::size_t>& distance, std::vector<bool>& seen) {
  std::vector<std::size_t> order{start};
  seen[start] = true;
  distance[start] = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t node = order[i];
    for (const std::size_t other : next[node]) {
      if (seen[other]) continue;
      seen[other] = true;
      distance[other] = distance[node] + 1;
      order.push_back(other);
    }
  }
  return order;
}

}  // namespace

std::vector<std::vector<std::size_t>> connected_parts(std::size_t nodes, std::span<const Link> links) {
  const auto next = neighbors(nodes, links);
  std::vector<bool> seen(nodes, false);
  std::vector<std::size_t> distance(nodes, 0);
  std::vector<std::vector<std::size_t>> parts;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (seen[node]) continue;
    parts.push_back(breadth_first(next, node, distance, seen));
    std::ranges::sort(parts.back());
  }
  std::ranges::stable_sort(parts, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

std::vector<double> flow_order(std::size_t nodes, std::span<const Link> links) {
  std::vector<std::int64_t> out_degree(nodes, 0);
  std::vector<std::int64_t> in_degree(nodes, 0);
  std::vector<std::vector<Link>> at(nodes);
  for (const Link& link : links) {
    if (link.first == link.second) continue;
    ++out_degree[link.first];
    ++in_degree[link.second];
    at[link.first].push_back(link);
    at[link.second].push_back(link);
  }
  std::vector<double> place(nodes, 0);
  std::vector<bool> taken(nodes, false);
  double first = 0;
  auto last = static_cast<double>(nodes);
  const auto take = [&](std::size_t node, double where) {
    taken[node] = true;
    place[node] = where;
    for (const auto& [a, b] : at[node]) {
      if (!taken[b]) --in_degree[b];
      if (!taken[a]) --out_degree[a];
    }
  };
  for (std::size_t left = nodes; left > 0; --left) {
    // a sink goes to the end, a source to the front, else the node that sends most more than it gets
    std::size_t best = nodes;
    bool sink = false;
    for (std::size_t node = 0; node < nodes && !sink; ++node) {
      if (taken[node]) continue;
      sink = out_degree[node] == 0 && in_degree[node] > 0;
      const auto gain = [&](std::size_t n) { return out_degree[n] - in_degree[n]; };
      if (sink || best == nodes || gain(node) > gain(best)) best = node;
    }
    take(best, sink ? last-- : first++);
  }
  return place;
}

std::vector<double> hub_order(std::size_t nodes, std::span<const Link> links) {
  const auto next = neighbors(nodes, links);
  std::size_t hub = 0;
  for (std::size_t node = 1; node < nodes; ++node) {
    if (next[node].size() > next[hub].size()) hub = node;
  }
  std::vector<bool> seen(nodes, false);
  std::vector<std::size_t> distance(nodes, 0);
  std::vector<std::size_t> order = breadth_first(next, hub, distance, seen);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return distance[a] != distance[b] ? distance[a] < distance[b] : next[a].size() > next[b].size();
  });
  std::vector<double> place(nodes, 0);
  double load = 0;  // nodes below the hub minus nodes above it
  for (const std::size_t node : order) {
    if (node == hub) continue;
    double pull = -0.6 * load;
    for (const std::size_t other : next[node]) pull += place[other] > 0 ? 1 : place[other] < 0 ? -1 : 0;
    const double side = pull < 0 ? -1 : 1;
    load += side;
    place[node] = side * static_cast<double>(distance[node]);
  }
  return place;
}

std::vector<double> level_order(std::size_t nodes, std::span<const Link> links, std::size_t levels) {
  std::vector<std::vector<std::pair<std::size_t, bool>>> at(
      nodes);  // other end, whether the link starts here
  for (const auto& [a, b] : links) {
    if (a == b) continue;
    at[a].emplace_back(b, true);
    at[b].emplace_back(a, false);
  }
  const std::vector<double> start = hub_order(nodes, links);
  const auto top = static_cast<double>(levels - 1);
  std::vector<double> place(nodes, 0);
  std::vector<double> load(levels, 0);
  for (std::size_t node = 0; node < nodes; ++node) {
    place[node] = std::clamp(std::floor(top / 2) + start[node], 0.0, top);
    ++load[static_cast<std::size_t>(place[node])];
  }
  constexpr double k_same_level = 6;
  constexpr double k_backwards = 0.3;
  constexpr double k_crowding = 0.5;
  const auto price = [&](std::size_t node, double level) {
    double sum = k_crowding * load[static_cast<std::size_t>(level)];
    for (const auto& [other, starts_here] : at[node]) {
      const double step = starts_here ? place[other] - level : level - place[other];
      sum += step == 0 ? k_same_level : std::abs(step) + (step < 0 ? k_backwards : 0);
    }
    return sum;
  };
  bool moved = true;
  for (int round = 0; round < 30 && moved; ++round) {
    moved = false;
    for (std::size_t node = 0; node < nodes; ++node) {
      --load[static_cast<std::size_t>(place[node])];
      double best = place[node];
      double lowest = price(node, best);
      for (std::size_t step = 0; step < levels; ++step) {
        const auto level = static_cast<double>(step);
        const double offer = price(node, level);
        if (offer >= lowest - 1e-9) continue;
        lowest = offer;
        best = level;
      }
      moved = moved || best != place[node];
      place[node] = best;
      ++load[static_cast<std::size_t>(best)];
    }
  }
  return place;
}

}  // namespace relgraph::render
