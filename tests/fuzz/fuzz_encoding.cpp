// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "base/utf8.hpp"
#include "reading/encoding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  Diagnostics diagnostics;
  try {
    const Decoded decoded = decode_text({reinterpret_cast<const char*>(data), size}, "input", diagnostics);
    if (!is_valid_utf8(decoded.text)) std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) std::abort();
  }
  return 0;
}
