// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "relgraph/exchange.hpp"

// A file of a foreign format from anywhere: either an error that says where, or a graph that can be saved as
// JSON, and that is the same after writing and reading it in that format once it has gone that way.

namespace relgraph::fuzz {

inline void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

inline void check_exchange(std::string_view format_name, const std::uint8_t* data, std::size_t size) {
  const ExchangeFormat& format = find_exchange_format(format_name);
  Diagnostics diagnostics;
  const auto read = [&](std::string text) {
    const std::vector<ExchangeFile> files{{"input", std::move(text)}};
    return format.read(files, diagnostics);
  };
  Graph graph;
  try {
    graph = read({reinterpret_cast<const char*>(data), size});
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return;
  }
  for (const Edge& edge : graph.edges) {
    demand(edge.source < graph.nodes.size() && edge.target < graph.nodes.size(), "an edge to nowhere");
    demand(edge.confidence >= 0 && edge.confidence <= 1, "a confidence out of range");
  }
  const std::string saved = serialise_graph(graph);
  demand(serialise_graph(parse_graph(saved, "saved", diagnostics)) == saved, "other bytes after saving");
  const Graph once = read(format.write(graph, diagnostics).front().text);
  const Graph canonical = parse_graph(saved, "saved", diagnostics);
  demand(once.nodes.size() == canonical.nodes.size(), "another number of nodes");
  demand(once.edges.size() == canonical.edges.size(), "another number of edges");
  const Graph twice = read(format.write(once, diagnostics).front().text);
  demand(serialise_graph(twice) == serialise_graph(once), "another graph the second time");
}

}  // namespace relgraph::fuzz
