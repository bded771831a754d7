// SPDX-License-Identifier: Apache-2.0
#include "exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  relgraph::fuzz::check_exchange("graphml", data, size);
  return 0;
}
