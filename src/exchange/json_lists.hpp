// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

// Lists that have no counterpart in tables are one cell each: JSON as in a graph file (docs/graph-format.md),
// on one line, without the keys that have no value.

namespace relgraph::exchange {

[[nodiscard]] std::string to_json(const std::vector<std::string>& aliases);
[[nodiscard]] std::string to_json(const std::vector<Mention>& mentions);
[[nodiscard]] std::string to_json(const std::vector<Evidence>& evidence);
[[nodiscard]] std::string to_json(const std::vector<DocumentInfo>& documents);

/// Output: false if the text is not such a list; `out` is left as it is then.
[[nodiscard]] bool from_json(std::string_view text, std::vector<Mention>& out);
[[nodiscard]] bool from_json(std::string_view text, std::vector<Evidence>& out);
[[nodiscard]] bool from_json(std::string_view text, std::vector<DocumentInfo>& out);

/// A list of names as JSON, or as other programs write one: `[a, "b, c"]` (GEXF 1.3), `a|b` (GEXF 1.2), or
/// one name.
[[nodiscard]] std::vector<std::string> parse_names(std::string_view text);

}  // namespace relgraph::exchange
