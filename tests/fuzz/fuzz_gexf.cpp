// SPDX-License-Identifier: Apache-2.0
#include "exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return relgraph::fuzz::check_lossless("gexf", data, size);
}
