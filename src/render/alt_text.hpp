// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "render/scene.hpp"

namespace relgraph::render {

/// What a screen reader reads instead of the picture: how many actors and relations it has, then for each
/// actor what it does to whom.
[[nodiscard]] std::string description(const Scene& scene);

/// What was left out of the picture, as sentences; empty if nothing was.
[[nodiscard]] std::string omission_note(const Scene& scene);

/// Tooltip of a node: name, type, other names. `index` is of core.nodes.
[[nodiscard]] std::string node_tooltip(const Scene& scene, std::size_t index);

/// Tooltip of a line: who, what in which status, and the sentences that say so, with the speaker and,
/// when there is more than one, the document. `index` is of core.lines.
[[nodiscard]] std::string line_tooltip(const Scene& scene, std::size_t index);

}  // namespace relgraph::render
