// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "join.hpp"
#include "order.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

/// Sorts the nodes and turns the ends of the edges to where the nodes went.
void sort_nodes(Graph& graph) {
  const auto by_id = [&](std::uint32_t a, std::uint32_t b) { return graph.nodes[a].id < graph.nodes[b].id; };
  std::vector<std::uint32_t> sequence(graph.nodes.size());
  std::iota(sequence.begin(), sequence.end(), 0U);
  if (std::ranges::is_sorted(sequence, by_id)) return;
  std::ranges::stable_sort(sequence, by_id);
  std::vector<Node> nodes;
  nodes.reserve(graph.nodes.size());
  std::vector<std::uint32_t> moved_to(graph.nodes.size());
  for (const std::uint32_t old : sequence) {
    moved_to[old] = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(std::move(graph.nodes[old]));
  }
  graph.nodes = std::move(nodes);
  for (Edge& edge : graph.edges) {
    edge.source = moved_to[edge.source];
    edge.target = moved_to[edge.target];
  }
}

/// A symmetric relation has no direction: it is written from the smaller id to the greater.
void turn_symmetric(std::vector<Edge>& edges) {
  for (Edge& edge : edges) {
    if (edge.source > edge.target && is_symmetric(edge.type)) std::swap(edge.source, edge.target);
  }
}

}  // namespace

void canonicalise(Graph& graph) {
  std::ranges::sort(graph.documents, order::less<order::document>);
  sort_nodes(graph);
  for (Node& node : graph.nodes) {
    tidy_aliases(node);
    tidy_mentions(node.mentions);
  }
  turn_symmetric(graph.edges);
  for (Edge& edge : graph.edges) tidy_evidence(edge.evidence);
  const auto less = order::less<order::edge>;
  if (!std::ranges::is_sorted(graph.edges, less)) std::ranges::sort(graph.edges, less);
  join_equal_edges(graph.edges);
  number_keys(graph.edges);
}

}  // namespace relgraph
