// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph::cli {

/// The graph in the format that the ending of `output` names; standard output (`-`) gets an SVG.
/// Errors: `Error{usage}` for an ending that is none of them; those of the format.
[[nodiscard]] std::string picture_as(const std::string& output, const Graph& graph,
                                     const RenderOptions& options);

}  // namespace relgraph::cli
