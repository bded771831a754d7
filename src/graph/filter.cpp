// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <unordered_set>
#include <vector>

#include "boost_graph.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_far = std::numeric_limits<std::size_t>::max();

bool contains(const std::vector<std::string>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

/// Leaves of every list what the wanted documents say.
void restrict_to_documents(Graph& graph, const std::vector<std::string>& documents) {
  const std::unordered_set<std::string_view> wanted(documents.begin(), documents.end());
  const auto other = [&](const auto& item) { return !wanted.contains(item.document); };
  std::erase_if(graph.documents, [&](const DocumentInfo& d) { return !wanted.contains(d.id); });
  for (Node& node : graph.nodes) std::erase_if(node.mentions, other);
  for (Edge& edge : graph.edges) std::erase_if(edge.evidence, other);
}

bool is_wanted(const Edge& edge, const Filter& filter) {
  if (!filter.types.empty() && !contains(filter.types, edge.type)) return false;
  if (!filter.families.empty()) {
    const RelationType* type = find_relation_type(edge.type);
    if (type == nullptr || !contains(filter.families, type->family)) return false;
  }
  if (!filter.statuses.empty() && std::ranges::find(filter.statuses, edge.status) == filter.statuses.end())
    return false;
  if (edge.confidence < filter.min_confidence) return false;
  return filter.documents.empty() || !edge.evidence.empty();
}

std::vector<char> marks(const Graph& graph, const std::vector<std::uint32_t>& nodes) {
  std::vector<char> out(graph.nodes.size(), 0);
  for (const std::uint32_t node : nodes) {
    if (node >= out.size())
      throw Error(ErrorCode::internal,
                  "a filter names node " + std::to_string(node) + " of " + std::to_string(out.size()));
    out[node] = 1;
  }
  return out;
}

/// Hops from the focus along wanted edges in either direction; k_far where there is no way.
std::vector<std::size_t> hops_from(const Graph& graph, const std::vector<std::uint32_t>& focus,
                                   const std::vector<char>& gone, std::size_t limit) {
  const PropertyGraph shape = property_graph(graph);
  std::vector<std::size_t> hops(graph.nodes.size(), k_far);
  std::vector<std::uint32_t> queue;
  const auto reach = [&](std::uint32_t node, std::size_t distance) {
    if (hops[node] != k_far || gone[node] != 0) return;
    hops[node] = distance;
    queue.push_back(node);
  };
  for (const std::uint32_t node : focus) reach(node, 0);
  for (std::size_t next = 0; next < queue.size(); ++next) {  // NOLINT(modernize-loop-convert): it grows
    const std::uint32_t node = queue[next];
    if (hops[node] == limit) break;
    for (const auto edge : boost::make_iterator_range(out_edges(node, shape)))
      reach(target(edge, shape), hops[node] + 1);
    for (const auto edge : boost::make_iterator_range(in_edges(node, shape)))
      reach(source(edge, shape), hops[node] + 1);
  }
  return hops;
}

/// Drops nodes and the edges that lose an end.
void keep_nodes(Graph& graph, const std::vector<char>& keep) {
  std::vector<std::uint32_t> moved_to(graph.nodes.size(), 0);
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    moved_to[i] = static_cast<std::uint32_t>(nodes.size());
    if (keep[i] != 0) nodes.push_back(std::move(graph.nodes[i]));
  }
  graph.nodes = std::move(nodes);
  std::erase_if(graph.edges, [&](const Edge& e) { return keep[e.source] == 0 || keep[e.target] == 0; });
  for (Edge& edge : graph.edges) {
    edge.source = moved_to[edge.source];
    edge.target = moved_to[edge.target];
  }
}

}  // namespace

Graph filter(const Graph& graph, const Filter& filter) {
  Graph out = graph;
  const std::vector<char> gone = marks(graph, filter.exclude);
  const std::vector<char> in_focus = marks(graph, filter.focus);
  if (!filter.documents.empty()) restrict_to_documents(out, filter.documents);
  std::erase_if(out.edges, [&](const Edge& edge) {
    return gone[edge.source] != 0 || gone[edge.target] != 0 || !is_wanted(edge, filter);
  });
  std::vector<std::size_t> hops(graph.nodes.size(), 0);
  if (!filter.focus.empty()) hops = hops_from(out, filter.focus, gone, filter.hops);

  std::vector<char> has_edge(graph.nodes.size(), 0);
  for (const Edge& edge : out.edges) {
    if (hops[edge.source] == k_far || hops[edge.target] == k_far) continue;
    has_edge[edge.source] = has_edge[edge.target] = 1;
  }
  std::vector<char> keep(graph.nodes.size(), 0);
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (gone[i] != 0 || hops[i] == k_far) continue;
    const bool mentioned = filter.documents.empty() || !out.nodes[i].mentions.empty();
    keep[i] = has_edge[i] != 0 || in_focus[i] != 0 || (filter.keep_isolated && mentioned) ? 1 : 0;
  }
  keep_nodes(out, keep);
  return out;
}

}  // namespace relgraph
