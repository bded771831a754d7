// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/json_text.hpp"

namespace relgraph {

/// A text as a TOML string: those are JSON's, but for the control character 0x7F.
[[nodiscard]] inline std::string toml_string(std::string_view text) {
  std::string json, out;
  append_json_string(json, text);
  for (const char c : json) out += c == '\x7F' ? std::string("\\u007F") : std::string(1, c);
  return out;
}

}  // namespace relgraph
