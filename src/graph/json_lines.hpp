// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/graph.hpp"

// Parts of a graph file (docs/graph-format.md) as JSON on one line, for formats that carry them inside.

namespace relgraph {

[[nodiscard]] std::string to_json_line(const DocumentInfo& document);
[[nodiscard]] std::string to_json_line(const Node& node);
[[nodiscard]] std::string to_json_line(const Graph& graph, const Edge& edge);

}  // namespace relgraph
