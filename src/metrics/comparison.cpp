// SPDX-License-Identifier: Apache-2.0
#include "relgraph/comparison.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/utf8.hpp"
#include "relgraph/metrics.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

constexpr std::uint32_t k_none = UINT32_MAX;

/// For each node of the new graph the old one's, or k_none.
std::vector<std::uint32_t> counterparts(const Graph& before, const Graph& after) {
  std::map<std::string, std::uint32_t> by_id;
  std::map<std::string, std::uint32_t> by_label;
  const auto key = [](const Node& node) { return node.type + '\n' + fold(node.label); };
  for (std::uint32_t v = 0; v < before.nodes.size(); ++v) {
    by_id.emplace(before.nodes[v].id, v);
    by_label.emplace(key(before.nodes[v]), v);
  }
  std::vector<std::uint32_t> out(after.nodes.size(), k_none);
  std::vector<bool> taken(before.nodes.size(), false);
  for (std::uint32_t v = 0; v < out.size(); ++v) {
    const auto found = by_id.find(after.nodes[v].id);
    if (found == by_id.end()) continue;
    out[v] = found->second;
    taken[found->second] = true;
  }
  for (std::uint32_t v = 0; v < out.size(); ++v) {
    const auto found = by_label.find(key(after.nodes[v]));
    if (out[v] != k_none || found == by_label.end() || taken[found->second]) continue;
    out[v] = found->second;
    taken[found->second] = true;
  }
  return out;
}

using EdgeKey = std::tuple<std::uint32_t, std::uint32_t, std::string>;

/// Edges by ends and type; the ends are numbers that both graphs share.
std::map<EdgeKey, std::vector<std::uint32_t>> edges_by_key(const Graph& graph,
                                                           const std::vector<std::uint32_t>& number) {
  std::map<EdgeKey, std::vector<std::uint32_t>> out;
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    const Edge& edge = graph.edges[e];
    std::uint32_t a = number[edge.source];
    std::uint32_t b = number[edge.target];
    if (b < a && is_symmetric(edge.type)) std::swap(a, b);
    out[{a, b, edge.type}].push_back(e);
  }
  return out;
}

/// Of the edges with the same ends and type: equal statuses go together, what is left changed, came or went.
void match(const Graph& before, std::vector<std::uint32_t> old_edges, const Graph& after,
           std::vector<std::uint32_t> new_edges, Comparison& out) {
  std::erase_if(new_edges, [&](std::uint32_t e) {
    const auto same = std::ranges::find_if(
        old_edges, [&](std::uint32_t o) { return before.edges[o].status == after.edges[e].status; });
    if (same == old_edges.end()) return false;
    old_edges.erase(same);
    return true;
  });
  const std::size_t changed = std::min(old_edges.size(), new_edges.size());
  for (std::size_t i = 0; i < changed; ++i) out.statuses.push_back({old_edges[i], new_edges[i]});
  out.edges_gone.insert(out.edges_gone.end(), old_edges.begin() + static_cast<std::ptrdiff_t>(changed),
                        old_edges.end());
  out.edges_new.insert(out.edges_new.end(), new_edges.begin() + static_cast<std::ptrdiff_t>(changed),
                       new_edges.end());
}

std::vector<std::size_t> places(const Graph& graph) {
  const Projection shape = project(graph);
  const std::vector<std::string> by{"pagerank"};
  const Ranking ranking = rank({.graph = graph, .shape = shape}, by);
  std::vector<std::size_t> out(graph.nodes.size());
  for (const Ranking::Row& row : ranking.rows) out[row.node] = row.place;
  return out;
}

}  // namespace

Comparison compare(const Graph& before, const Graph& after) {
  Comparison out;
  const std::vector<std::uint32_t> old_of = counterparts(before, after);
  // New actors are numbered behind the old ones.
  std::vector<std::uint32_t> number(after.nodes.size());
  std::vector<std::uint32_t> old_number(before.nodes.size());
  std::vector<bool> kept(before.nodes.size(), false);
  for (std::uint32_t v = 0; v < old_number.size(); ++v) old_number[v] = v;
  for (std::uint32_t v = 0; v < number.size(); ++v) {
    if (old_of[v] == k_none) {
      number[v] = static_cast<std::uint32_t>(before.nodes.size()) + v;
      out.nodes_new.push_back(v);
    } else {
      number[v] = old_of[v];
      kept[old_of[v]] = true;
    }
  }
  for (std::uint32_t v = 0; v < kept.size(); ++v) {
    if (!kept[v]) out.nodes_gone.push_back(v);
  }
  auto old_edges = edges_by_key(before, old_number);
  for (auto& [key, edges] : edges_by_key(after, number)) {
    match(before, std::move(old_edges[key]), after, edges, out);
    old_edges.erase(key);
  }
  for (auto& [key, edges] : old_edges)
    out.edges_gone.insert(out.edges_gone.end(), edges.begin(), edges.end());
  std::ranges::sort(out.edges_gone);
  std::ranges::sort(out.edges_new);

  const std::vector<std::size_t> old_places = places(before);
  const std::vector<std::size_t> new_places = places(after);
  for (std::uint32_t v = 0; v < number.size(); ++v) {
    if (old_of[v] != k_none && old_places[old_of[v]] != new_places[v])
      out.ranks.push_back({v, old_places[old_of[v]], new_places[v]});
  }
  std::ranges::sort(out.ranks, [&](const auto& a, const auto& b) {
    return a.after != b.after ? a.after < b.after : after.nodes[a.node].id < after.nodes[b.node].id;
  });
  return out;
}

}  // namespace relgraph
