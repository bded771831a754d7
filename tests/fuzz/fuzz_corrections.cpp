// SPDX-License-Identifier: Apache-2.0
// A corrections file from anywhere: either an error that says which line, or corrections that come back from
// what is written of them and that a graph takes, once and again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "relgraph/corrections.hpp"

namespace {

using namespace relgraph;

void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz_corrections: %s\n", what);
  std::abort();
}

Graph example() {
  Graph graph;
  graph.documents.push_back({.id = "d"});
  graph.nodes = {{.id = "a", .label = "A", .type = "person", .aliases = {"Ada", "A Beta"}},
                 {.id = "b", .label = "B", .type = "organization", .aliases = {"Beta"}},
                 {.id = "c", .label = "C", .type = "place"}};
  graph.nodes[0].mentions = {{"d", {0, 3}, "name"}, {"d", {20, 22}, "pronoun"}, {"d", {31, 40}, "name"}};
  for (std::uint32_t i = 0; i < 3; ++i) {
    Edge edge;
    edge.source = i;
    edge.target = (i + 1) % 3;
    edge.type = i == 0 ? "meets" : "sues";
    edge.evidence.push_back({.document = "d", .span = {10 * i, 10 * i + 12}, .text = "Ada sues B. "});
    graph.edges.push_back(edge);
  }
  canonicalise(graph);
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Corrections corrections;
  try {
    corrections = parse_corrections(text, "input");
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(error.where().line.has_value(), "an error without a line");
    demand(!error.hint().empty(), "an error without a suggestion");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return 0;
  }
  std::string written;
  for (const Correction& correction : corrections.items) written += to_toml(correction) + "\n";
  const Corrections back = parse_corrections(written, "written");
  demand(back.items.size() == corrections.items.size(), "a correction lost in writing");
  for (std::size_t i = 0; i < back.items.size(); ++i)
    demand(back.items[i].what == corrections.items[i].what, "another correction after writing");
  Diagnostics diagnostics;
  const Graph once = apply_corrections(example(), corrections, diagnostics);
  const std::string saved = serialise_graph(once);
  demand(serialise_graph(parse_graph(saved, "saved", diagnostics)) == saved, "no graph after correcting");
  for (const Diagnostic& entry : diagnostics.entries)
    demand(is_valid_utf8(entry.message), "a finding that is not UTF-8");
  return 0;
}
