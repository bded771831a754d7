// SPDX-License-Identifier: Apache-2.0
// A graph file from anywhere: either an error that says where, or a graph that every room can take and that
// is the same after saving and loading. Whatever is taken must be JSON to another parser, too.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "relgraph/graph.hpp"

namespace {

using namespace relgraph;

void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz_graph: %s\n", what);
  std::abort();
}

void check_graph(const Graph& graph) {
  for (const Edge& edge : graph.edges) {
    demand(edge.source < graph.nodes.size() && edge.target < graph.nodes.size(), "an edge to nowhere");
    demand(edge.confidence >= 0 && edge.confidence <= 1, "a confidence out of range");
    for (const Property& property : edge.attributes)
      demand(nlohmann::json::accept(property.json), "an attribute that is no JSON");
  }
}

void check_round_trip(const Graph& graph) {
  Diagnostics diagnostics;
  const std::string saved = serialise_graph(graph);
  const Graph back = parse_graph(saved, "saved", diagnostics);
  demand(diagnostics.entries.empty(), "a warning about an own file");
  demand(serialise_graph(back) == saved, "other bytes after a round trip");
  const std::vector<Graph> twice{graph, back};
  const std::string merged = serialise_graph(merge(twice));
  const std::vector<Graph> turned{back, graph};
  demand(serialise_graph(merge(turned)) == merged, "a merge that depends on the order");
  static_cast<void>(filter(graph, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  Graph graph;
  try {
    graph = parse_graph(text, "input", diagnostics);
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return 0;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  demand(nlohmann::json::accept(text), "read what is no JSON");
  check_graph(graph);
  check_round_trip(graph);
  return 0;
}
