// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph::render {

/// One relation type on a line, in one status.
struct LineItem {
  std::string type;
  Status status = Status::asserted;
  Polarity polarity = Polarity::neutral;
  double weight = 0;                 ///< sum over the edges of pieces of evidence × confidence
  std::vector<std::uint32_t> edges;  ///< indices into Graph::edges
};

/// What is drawn as one line between two nodes: all relations of the pair in one direction.
struct Line {
  std::uint32_t source = 0;  ///< index into Graph::nodes
  std::uint32_t target = 0;
  bool mutual = false;          ///< a head at either end: symmetric, or the same both ways
  std::vector<LineItem> items;  ///< weightiest first
  Polarity polarity =
      Polarity::neutral;             ///< the weightiest, neutral counted a third; negative before positive
  Status status = Status::asserted;  ///< the weightiest
  double weight = 0;
  std::size_t evidence = 0;  ///< different sentences that state it, at least 1
};

/// Joins parallel edges: one line for each ordered pair. Symmetric relations join a directed line of their
/// pair if there is one; two directed lines with the same types and statuses become a mutual one.
/// Order: by source and target index. Complexity: O(m log m).
[[nodiscard]] std::vector<Line> join_lines(const Graph& graph);

/// The part of a graph that is drawn, and what is left out.
struct Core {
  std::vector<std::uint32_t> nodes;  ///< ascending
  std::vector<Line> lines;           ///< all ends are in `nodes`
  std::size_t all_nodes = 0;         ///< of the graph, without the isolated ones
  std::size_t all_edges = 0;
  std::size_t shown_edges = 0;
  std::size_t isolated = 0;  ///< nodes without an edge that are not drawn

  [[nodiscard]] bool whole() const { return nodes.size() >= all_nodes && shown_edges == all_edges; }
};

/// The weightiest connected part of at most `max_nodes` nodes and `max_edges` lines. It grows from the
/// node with the weightiest lines, each time by the node most tied to what is there; when there are too
/// many lines, those of a maximum spanning tree stay first, then the weightiest.
/// Nodes without an edge are left out, unless the graph has no edge at all.
/// Complexity: O((n + m) log n). Deterministic: ties by index.
[[nodiscard]] Core reduce(const Graph& graph, std::size_t max_nodes, std::size_t max_edges);

}  // namespace relgraph::render
