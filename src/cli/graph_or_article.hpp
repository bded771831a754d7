// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// Whether bytes are a node-link graph: a JSON object whose `nodes` is an array. Reads no further than it
/// must.
[[nodiscard]] bool is_graph_json(std::string_view bytes);

/// One graph of everything a call names, articles and graph files alike; files that end in `.json` and
/// standard input are looked into, and JSON that is neither is refused. What could not be read is reported
/// and left out. Errors: `Error{input}` when nothing is left.
struct GatheredGraph {
  Graph graph;
  bool failed = false;  ///< some inputs are missing (exit status 1)
};
[[nodiscard]] GatheredGraph gather_graph(const InputOptions& options, const Session& session);

}  // namespace relgraph::cli
