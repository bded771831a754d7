// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/positions.hpp"
#include "render/keep.hpp"
#include "render/scene.hpp"

namespace relgraph::render {

/// What a file of positions says of the boxes and lines of a scene, in their orders. A line that has changed
/// its direction, or become mutual, is still the same line.
[[nodiscard]] Kept kept_of(const Scene& scene, const Positions& positions);

/// Where everything stands in a scene.
[[nodiscard]] Positions positions_of(const Scene& scene);

}  // namespace relgraph::render
