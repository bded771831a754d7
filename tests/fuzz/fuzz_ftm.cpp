// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney entities from anywhere: an error, or a graph that is the same after writing and reading.
#include "exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  const ExchangeFormat& format = find_exchange_format("ftm");
  const auto graph = fuzz::read_checked(format, {reinterpret_cast<const char*>(data), size});
  if (!graph) return 0;
  const Graph back = fuzz::read(format, fuzz::write(format, *graph));
  fuzz::demand(serialise_graph(back) == serialise_graph(*graph), "another graph after writing and reading");
  return 0;
}
