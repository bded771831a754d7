// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph::cli {

/// A picture, written.
struct PictureFile {
  std::string bytes;
  Diagnostics findings{};                ///< what there is to say about it
  std::optional<Positions> positions{};  ///< if RenderOptions::keep is set
};

/// The graph in the format that the ending of `output` asks for; SVG for `-` and without one.
/// Errors: `Error{usage}` for an ending that none of the formats has, and those of the writers.
[[nodiscard]] PictureFile picture_as(const std::string& output, const Graph& graph,
                                     const RenderOptions& options);

/// The same error as picture_as() for an unknown ending, before long work is done in vain.
void require_picture_ending(const std::string& output);

}  // namespace relgraph::cli
