// SPDX-License-Identifier: Apache-2.0
// DOT files from anywhere: an error, or a graph that loses nothing by being written and read again but what
// DOT does not carry.
#include "exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  const ExchangeFormat& format = find_exchange_format("dot");
  const auto graph = fuzz::read_checked(format, {reinterpret_cast<const char*>(data), size});
  if (!graph) return 0;
  const std::string written = fuzz::write(format, *graph);
  const Graph back = fuzz::read(format, written);
  fuzz::demand(back.nodes.size() == graph->nodes.size(), "other nodes after writing and reading");
  fuzz::demand(fuzz::write(format, back) == written, "another file after writing and reading");
  return 0;
}
