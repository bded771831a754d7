// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relgraph/render.hpp"

namespace relgraph::cli {

/// Names of the pictures of a story: `story.svg` gives `story-1.svg`, `story-2.svg` …
/// Errors: `Error{usage}` for an output that is not a file ending in .svg.
[[nodiscard]] std::vector<std::string> story_files(const std::string& output, std::size_t count);

/// Writes all pictures or none: each is written beside its place, then all are moved there.
/// Errors: `Error{output}`; nothing is left behind.
void write_story(const std::vector<std::string>& files, std::span<const Drawing> pictures);

}  // namespace relgraph::cli
