// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "relgraph/reading.hpp"

/// Reads the bytes as a file of that name: a sound document or an Error, nothing else.
inline int fuzz_reader(const std::uint8_t* data, std::size_t size, const char* name) {
  using namespace relgraph;
  Diagnostics diagnostics;
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const Document& document : parse_documents(bytes, name, {}, diagnostics)) {
      if (document.text.empty() || !is_valid_utf8(document.text)) std::abort();
      if (document.blocks.empty() || document.blocks.back().span.end != document.text.size()) std::abort();
      for (const Origin& origin : document.origins) {
        if (origin.source.end > size && document.source.find(".jsonl") == std::string::npos) std::abort();
      }
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) std::abort();
  }
  return 0;
}
