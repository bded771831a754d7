// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/graph.hpp"

namespace relgraph {

/// The graph in the DOT language, for Graphviz and the tools that read it: every node and edge with its
/// type, status and confidence; the attributes of relgraph's own start with `relgraph_`.
/// Deterministic: yes. Source: graphviz.org/doc/info/lang.html.
[[nodiscard]] std::string to_dot(const Graph& graph);

}  // namespace relgraph
