// SPDX-License-Identifier: Apache-2.0
#include "merge_nodes.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "join.hpp"
#include "node_id.hpp"
#include "order.hpp"

namespace relgraph {

namespace {

constexpr std::string_view k_unknown = "unknown";
constexpr std::string_view k_person = "person";

/// Disjoint sets. Source: Tarjan 1975, union by smaller index with path halving.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : m_parent(size) {
    std::iota(m_parent.begin(), m_parent.end(), 0U);
  }

  [[nodiscard]] std::size_t find(std::size_t i) {
    while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> m_parent;
};

/// Joins whatever has a key in common.
class KeyJoiner {
 public:
  explicit KeyJoiner(std::size_t size) : m_sets(size) {}
  void add(std::string key, std::size_t item) {
    const auto [first, is_new] = m_first.emplace(std::move(key), item);
    if (!is_new) m_sets.join(first->second, item);
  }
  [[nodiscard]] std::size_t find(std::size_t item) { return m_sets.find(item); }

 private:
  DisjointSets m_sets;
  std::unordered_map<std::string, std::size_t> m_first;
};

std::vector<const Node*> all_nodes(std::span<const Graph> graphs) {
  std::vector<const Node*> out;
  for (const Graph& graph : graphs) {
    for (const Node& node : graph.nodes) out.push_back(&node);
  }
  return out;
}

bool is_full_name(std::string_view folded) {
  return folded.find(' ') != std::string_view::npos || (folded.size() > 1 && folded.front() == '@');
}

/// Who is a person, the untyped nodes judged by the typed ones of their id.
std::vector<char> find_persons(const std::vector<const Node*>& nodes) {
  struct Seen {
    bool person = false;
    bool other = false;
  };
  std::unordered_map<std::string_view, Seen> by_id;
  for (const Node* node : nodes) {
    if (node->type == k_person) by_id[node->id].person = true;
    if (node->type != k_person && node->type != k_unknown) by_id[node->id].other = true;
  }
  std::vector<char> out;
  out.reserve(nodes.size());
  for (const Node* node : nodes) {
    bool person = node->type == k_person;
    if (node->type == k_unknown) {
      const auto seen = by_id.find(node->id);
      person = seen != by_id.end() && seen->second.person && !seen->second.other;
    }
    out.push_back(person ? 1 : 0);
  }
  return out;
}

KeyJoiner same_actors(const std::vector<const Node*>& nodes) {
  const std::vector<char> persons = find_persons(nodes);
  KeyJoiner joiner(nodes.size());
  const std::string separator(1, '\0');
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = *nodes[i];
    joiner.add((persons[i] != 0 ? "p" : "o") + separator + node.id, i);
    std::string prefix = "n" + separator;
    prefix += node.type + separator;
    if (const std::string label = fold(node.label); !label.empty()) joiner.add(prefix + label, i);
    for (const std::string& alias : node.aliases) {
      if (const std::string name = fold(alias); is_full_name(name)) joiner.add(prefix + name, i);
    }
  }
  return joiner;
}

/// The value that most members have; among equals the longer, then the one that sorts first.
template <class Get>
std::string most_frequent(const std::vector<const Node*>& members, Get get) {
  std::map<std::string_view, std::size_t> count;
  for (const Node* node : members) ++count[get(*node)];
  const auto better = [](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second > b.second;
    if (a.first.size() != b.first.size()) return a.first.size() > b.first.size();
    return a.first < b.first;
  };
  return std::string(std::ranges::min_element(count, better)->first);
}

Node join_members(const std::vector<const Node*>& members) {
  if (members.size() == 1) return *members.front();
  Node out;
  out.label = most_frequent(members, [](const Node& n) { return std::string_view(n.label); });
  std::vector<const Node*> typed;
  std::ranges::copy_if(members, std::back_inserter(typed),
                       [](const Node* n) { return n->type != k_unknown; });
  out.type =
      most_frequent(typed.empty() ? members : typed, [](const Node& n) { return std::string_view(n.type); });
  for (const Node* node : members) {
    if (node->label == out.label && (out.id.empty() || node->id < out.id)) out.id = node->id;
    out.aliases.push_back(node->label);
    out.aliases.insert(out.aliases.end(), node->aliases.begin(), node->aliases.end());
    out.mentions.insert(out.mentions.end(), node->mentions.begin(), node->mentions.end());
    join_properties(out.extra, node->extra);
  }
  tidy_aliases(out);
  tidy_mentions(out.mentions);
  return out;
}

/// Different actors may have brought the same id: all but the first of them get a number.
void make_ids_unique(std::vector<Node>& nodes) {
  std::vector<std::uint32_t> sequence(nodes.size());
  std::iota(sequence.begin(), sequence.end(), 0U);
  std::ranges::sort(sequence, [&](std::uint32_t a, std::uint32_t b) {
    return order::node(nodes[a], nodes[b]) == std::strong_ordering::less;
  });
  NodeIds ids;
  for (const Node& node : nodes) ids.take(node.id);
  for (std::size_t i = 1; i < sequence.size(); ++i) {
    // The first with an id keeps it, so what follows is compared with what stood there before.
    std::size_t last = i;
    while (last < sequence.size() && nodes[sequence[last]].id == nodes[sequence[i - 1]].id) ++last;
    const std::string id = nodes[sequence[i - 1]].id;
    for (; i < last; ++i) nodes[sequence[i]].id = ids.make_from(id);
  }
}

}  // namespace

JoinedNodes join_nodes(std::span<const Graph> graphs) {
  const std::vector<const Node*> nodes = all_nodes(graphs);
  KeyJoiner joiner = same_actors(nodes);
  std::vector<std::vector<const Node*>> groups(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) groups[joiner.find(i)].push_back(nodes[i]);
  JoinedNodes out;
  std::vector<std::uint32_t> index(nodes.size(), 0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].empty()) continue;
    index[i] = static_cast<std::uint32_t>(out.nodes.size());
    out.nodes.push_back(join_members(groups[i]));
  }
  make_ids_unique(out.nodes);
  std::size_t next = 0;
  for (const Graph& graph : graphs) {
    auto& moved_to = out.moved_to.emplace_back();
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) moved_to.push_back(index[joiner.find(next++)]);
  }
  return out;
}

}  // namespace relgraph
