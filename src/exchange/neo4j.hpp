// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "exchange/record_names.hpp"

// What the writer and the reader of Neo4j's CSV files share.

namespace relgraph::exchange {

/// The label that every node has, so that one index finds all; beside it stands the type.
inline constexpr std::string_view k_common_label = "Entity";

/// A name of a property in a heading, where a colon begins the type: `%3A`, and the percent sign likewise.
[[nodiscard]] inline std::string neo4j_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    switch (c) {
      case ':': out += "%3A"; break;
      case '%': out += "%25"; break;
      case '(': out += "%28"; break;
      case '{': out += "%7B"; break;
      case '\n': out += "%0A"; break;
      case '\r': out += "%0D"; break;
      default: out += c;
    }
  }
  return out;
}

[[nodiscard]] inline std::string undo_neo4j_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view code = name.substr(i, 3);
    char c = name[i];
    if (code == "%3A") c = ':';
    if (code == "%25") c = '%';
    if (code == "%28") c = '(';
    if (code == "%7B") c = '{';
    if (code == "%0A") c = '\n';
    if (code == "%0D") c = '\r';
    if (c != name[i] || code == "%25") i += 2;
    out += c;
  }
  return out;
}

}  // namespace relgraph::exchange
