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
#include <vector>

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

inline std::string through(const ExchangeFormat& format, const std::string& saved) {
  Diagnostics diagnostics;
  const Graph graph = parse_graph(saved, "saved", diagnostics);
  return serialise_graph(format.read(format.write(graph, diagnostics), diagnostics));
}

/// A second file follows after a line `----`.
inline std::vector<ExchangeFile> files_of(std::string_view text) {
  constexpr std::string_view k_border = "\n----\n";
  const std::size_t border = text.find(k_border);
  std::vector<ExchangeFile> files{{"input", std::string(text.substr(0, border))}};
  if (border != std::string_view::npos)
    files.push_back({"second", std::string(text.substr(border + k_border.size()))});
  return files;
}

inline int check_reader(std::string_view name, const std::uint8_t* data, std::size_t size) {
  const ExchangeFormat& format = find_exchange_format(name);
  Diagnostics diagnostics;
  std::string saved;
  try {
    const Graph graph = format.read(files_of({reinterpret_cast<const char*>(data), size}), diagnostics);
    check_graph(graph);
    saved = serialise_graph(graph);
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return 0;
  }
  // The first time what the format cannot hold is replaced, the second time columns may change their order.
  const std::string settled = through(format, through(format, saved));
  demand(through(format, settled) == settled, "a graph that changes each time it is written and read");
  return 0;
}

/// For formats that keep every node and edge: nothing gets lost on the way, and the second time changes
/// nothing.
inline int check_lossless(std::string_view name, const std::uint8_t* data, std::size_t size) {
  const ExchangeFormat& format = find_exchange_format(name);
  const auto graph = read_checked(format, {reinterpret_cast<const char*>(data), size});
  if (!graph) return 0;
  Diagnostics diagnostics;
  const Graph canonical = parse_graph(serialise_graph(*graph), "saved", diagnostics);
  const Graph once = read(format, write(format, *graph));
  demand(once.nodes.size() == canonical.nodes.size(), "another number of nodes");
  demand(once.edges.size() == canonical.edges.size(), "another number of edges");
  demand(serialise_graph(read(format, write(format, once))) == serialise_graph(once),
         "another graph the second time");
  return 0;
}

}  // namespace relgraph::fuzz
