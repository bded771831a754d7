// SPDX-License-Identifier: Apache-2.0
#include "join.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "order.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_few = 16;

bool is_money(std::string_view name) { return name == "amount" || name == "currency"; }

bool has_money(const Properties& properties) {
  return std::ranges::any_of(properties, [](const Property& p) { return is_money(p.name); });
}

bool same_place(const Evidence& a, const Evidence& b) {
  if (a.document != b.document || a.span != b.span) return false;
  // Without a place only the words tell two sentences apart.
  return !a.span.empty() || a.text == b.text;
}

}  // namespace

void join_properties(Properties& into, const Properties& from) {
  if (from.empty()) return;
  const bool keep_money = has_money(into);
  const std::size_t before = into.size();
  const auto wanted = [&](const Property& p) { return !(keep_money && is_money(p.name)); };
  if (before <= k_few) {
    for (const Property& property : from) {
      const auto end = into.begin() + static_cast<std::ptrdiff_t>(before);
      const bool known =
          std::find_if(into.begin(), end, [&](const Property& p) { return p.name == property.name; }) != end;
      if (!known && wanted(property)) into.push_back(property);
    }
    return;
  }
  std::unordered_set<std::string> names;
  for (const Property& property : into) names.insert(property.name);
  for (const Property& property : from) {
    if (!names.contains(property.name) && wanted(property)) into.push_back(property);
  }
}

void tidy_evidence(std::vector<Evidence>& evidence) {
  if (evidence.size() < 2) return;
  std::ranges::sort(evidence, order::less<order::evidence>);
  evidence.erase(std::unique(evidence.begin(), evidence.end(), same_place), evidence.end());
  std::unordered_set<std::string_view> said;
  std::vector<Evidence> kept;
  kept.reserve(evidence.size());
  for (Evidence& item : evidence) {
    if (!kept.empty() && kept.back().document != item.document) said.clear();
    const bool repeated = !item.text.empty() && said.contains(item.text);
    if (repeated) continue;
    kept.push_back(std::move(item));  // within the reserved room: views into it stay good
    if (!kept.back().text.empty()) said.insert(kept.back().text);
  }
  evidence = std::move(kept);
}

void tidy_mentions(std::vector<Mention>& mentions) {
  if (mentions.size() < 2) return;
  std::ranges::sort(mentions, order::less<order::mention>);
  const auto same = [](const Mention& a, const Mention& b) {
    return a.document == b.document && a.span == b.span;
  };
  mentions.erase(std::unique(mentions.begin(), mentions.end(), same), mentions.end());
}

void tidy_aliases(Node& node) {
  std::ranges::sort(node.aliases);
  node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
  std::erase(node.aliases, node.label);
}

void join_equal_edges(std::vector<Edge>& edges) {
  std::vector<Edge> kept;
  kept.reserve(edges.size());
  for (auto group = edges.begin(); group != edges.end();) {
    auto next = std::next(group);
    while (next != edges.end() && order::same_relation(*group, *next)) {
      join_properties(group->attributes, next->attributes);
      join_properties(group->extra, next->extra);
      std::ranges::move(next->evidence, std::back_inserter(group->evidence));
      ++next;
    }
    if (std::distance(group, next) > 1) tidy_evidence(group->evidence);
    kept.push_back(std::move(*group));
    group = next;
  }
  edges = std::move(kept);
}

void number_keys(std::vector<Edge>& edges) {
  const Edge* last = nullptr;
  for (Edge& edge : edges) {
    const bool parallel = last != nullptr && last->source == edge.source && last->target == edge.target;
    edge.key = parallel ? last->key + 1 : 0;
    last = &edge;
  }
}

}  // namespace relgraph
