// SPDX-License-Identifier: Apache-2.0
// A file of positions from anywhere: either an error about the input, or positions that are the same after
// saving and loading twice, and that a picture can be drawn with.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "relgraph/render.hpp"

namespace {

using namespace relgraph;

void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz_positions: %s\n", what);
  std::abort();
}

Graph small_graph() {
  Graph graph;
  graph.nodes = {{"anna-berg", "Anna Berg", "person"}, {"a", "A", "person"}, {"b", "B", "place"}};
  Edge edge;
  edge.type = "praises";
  edge.target = 1;
  graph.edges.push_back(edge);
  edge.source = 1;
  edge.target = 2;
  graph.edges.push_back(edge);
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Positions positions;
  try {
    positions = parse_positions({reinterpret_cast<const char*>(data), size}, "input");
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return 0;
  }
  const std::string saved = serialise_positions(positions);
  demand(serialise_positions(parse_positions(saved, "saved")) == saved, "other bytes after a round trip");
  const Drawing drawing = draw(small_graph(), {.keep = positions});
  demand(drawing.positions.nodes.size() == 3, "a node without a place");
  return 0;
}
