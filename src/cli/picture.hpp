// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph::cli {

/// The bytes of a picture file in the format that its ending asks for; SVG for `-` and without one. What
/// there is to say about the picture goes to `diagnostics`. Errors: `Error{usage}` for an ending that none of
/// the formats has, and those of the writers.
[[nodiscard]] std::string picture_as(const std::string& output, const Graph& graph,
                                     const RenderOptions& options, Diagnostics& diagnostics);

/// The same error as picture_as() for an unknown ending, before long work is done in vain.
void require_picture_ending(const std::string& output);

}  // namespace relgraph::cli
