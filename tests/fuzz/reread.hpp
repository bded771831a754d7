// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.hpp"
#include "relgraph/exchange.hpp"

// Shared by the fuzz targets of exchange formats: a file from anywhere is either refused with a message, or
// a graph that every room can take.

namespace relgraph::fuzz {

inline void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

inline Graph read(const ExchangeFormat& format, std::string_view text) {
  Diagnostics diagnostics;
  const ExchangeFile file{"input", std::string(text)};
  return format.read({&file, 1}, diagnostics);
}

inline std::string write(const ExchangeFormat& format, const Graph& graph) {
  Diagnostics diagnostics;
  return format.write(graph, diagnostics).front().text;
}

inline void check_graph(const Graph& graph) {
  std::unordered_set<std::string_view> ids;
  for (const Node& node : graph.nodes) demand(ids.insert(node.id).second, "an id used twice");
  for (const Edge& edge : graph.edges) {
    demand(edge.source < graph.nodes.size() && edge.target < graph.nodes.size(), "an edge to nowhere");
    demand(edge.confidence >= 0 && edge.confidence <= 1, "a confidence out of range");
    for (const Property& property : edge.attributes)
      demand(nlohmann::json::accept(property.json), "an attribute that is no JSON");
  }
  const std::string saved = serialise_graph(graph);
  Diagnostics diagnostics;
  demand(serialise_graph(parse_graph(saved, "saved", diagnostics)) == saved, "other bytes after saving");
}

/// The graph of an input, checked, or nothing if it was refused as it should be.
inline std::optional<Graph> read_checked(const ExchangeFormat& format, std::string_view text) {
  try {
    std::optional<Graph> graph = read(format, text);
    check_graph(*graph);
    return graph;
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return std::nullopt;
  }
}

}  // namespace relgraph::fuzz
