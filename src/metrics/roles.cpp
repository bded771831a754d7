// SPDX-License-Identifier: Apache-2.0
#include "relgraph/roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Score> ranked(const Graph& graph, const std::map<std::uint32_t, double>& values) {
  std::vector<Score> out;
  for (const auto& [node, value] : values) {
    if (value > 0) out.push_back({node, value});
  }
  std::ranges::sort(out, [&](const Score& a, const Score& b) {
    return a.value != b.value ? a.value > b.value : graph.nodes[a.node].id < graph.nodes[b.node].id;
  });
  return out;
}

/// Ordered pairs joined by a relation of that polarity; a symmetric relation joins both ways.
std::set<Pair> pairs_of(const Graph& graph, Polarity polarity) {
  std::set<Pair> out;
  for (const Edge& edge : graph.edges) {
    if (edge.polarity != polarity || edge.source == edge.target) continue;
    out.emplace(edge.source, edge.target);
    if (is_symmetric(edge.type)) out.emplace(edge.target, edge.source);
  }
  return out;
}

std::vector<Score> mediators(const Graph& graph, const Balance& camps) {
  std::map<std::uint32_t, std::array<std::set<std::uint32_t>, 2>> friends;
  for (const auto& [from, to] : pairs_of(graph, Polarity::positive)) {
    if (camps.camp[to] >= 0) friends[from][static_cast<std::size_t>(camps.camp[to])].insert(to);
    if (camps.camp[from] >= 0) friends[to][static_cast<std::size_t>(camps.camp[from])].insert(from);
  }
  std::map<std::uint32_t, double> values;
  for (const auto& [node, camp] : friends)
    values[node] = static_cast<double>(std::min(camp[0].size(), camp[1].size()));
  return ranked(graph, values);
}

std::vector<Money> money(const Graph& graph) {
  std::map<std::pair<std::string, std::uint32_t>, Money> sums;
  const auto at = [&](const std::string& currency, std::uint32_t node) -> Money& {
    Money& money = sums[{currency, node}];
    money.node = node;
    money.currency = currency;
    return money;
  };
  for (const Edge& edge : graph.edges) {
    const std::optional<double> amount = number_property(edge.attributes, "amount");
    if (!amount) continue;
    const std::string currency = string_property(edge.attributes, "currency").value_or("");
    at(currency, edge.source).out += *amount;
    at(currency, edge.target).in += *amount;
  }
  std::vector<Money> out;
  for (auto& [key, money] : sums) out.push_back(std::move(money));
  std::ranges::sort(out, [&](const Money& a, const Money& b) {
    return std::forward_as_tuple(a.currency, -(a.in + a.out), graph.nodes[a.node].id) <
           std::forward_as_tuple(b.currency, -(b.in + b.out), graph.nodes[b.node].id);
  });
  return out;
}

}  // namespace

Roles roles(const Graph& graph, const Balance& camps) {
  Roles out;
  std::map<std::uint32_t, double> hostile_to;
  std::map<std::uint32_t, double> hit_by;
  const std::set<Pair> hostile = pairs_of(graph, Polarity::negative);
  for (const auto& [from, to] : hostile) {
    ++hostile_to[from];
    ++hit_by[to];
    if (!hostile.contains({to, from})) {
      out.one_sided.emplace_back(from, to);
    } else if (from < to) {
      out.feuds.emplace_back(from, to);
    }
  }
  out.attackers = ranked(graph, hostile_to);
  out.attacked = ranked(graph, hit_by);
  out.mediators = mediators(graph, camps);
  out.money = money(graph);
  return out;
}

}  // namespace relgraph
