// SPDX-License-Identifier: Apache-2.0
#include "graphs.hpp"

#include <algorithm>

#include "../language/documents.hpp"

namespace relgraph::test {

Graph graph_of(const std::string& text, std::string_view language) {
  const Analysed a = analysed(text, language, extraction_layers());
  return extract(a.document, a.analysis);
}

std::vector<std::string> edges_of(const std::string& text, std::string_view language) {
  const Graph graph = graph_of(text, language);
  std::vector<std::string> out;
  for (const Edge& edge : graph.edges) {
    std::string line =
        graph.nodes[edge.source].label + " " + edge.type + " " + graph.nodes[edge.target].label;
    if (edge.status != Status::asserted) line += " (" + std::string(to_string(edge.status)) + ")";
    out.push_back(line);
  }
  std::ranges::sort(out);
  return out;
}

std::vector<std::string> nodes_of(const std::string& text, std::string_view language) {
  std::vector<std::string> out;
  for (const Node& node : graph_of(text, language).nodes) out.push_back(node.type + ":" + node.label);
  std::ranges::sort(out);
  return out;
}

bool has_edge(const std::string& text, std::string_view language, const std::string& edge) {
  const auto edges = edges_of(text, language);
  return std::ranges::find(edges, edge) != edges.end();
}

}  // namespace relgraph::test
