// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "render/geometry.hpp"
#include "render/kinds.hpp"

namespace relgraph::render {

/// Which of the three widths a line has: 0 for one piece of evidence, 1 for two or three, 2 for more.
[[nodiscard]] std::size_t width_step(std::size_t evidence);

/// Width in px; what is over is drawn thin whatever its evidence.
[[nodiscard]] double line_width(std::size_t step, Status status);

/// Dashes as `stroke-dasharray` for a line of that width; empty for a solid one.
[[nodiscard]] std::string dashes(Status status, double width);

/// How much of a line its head takes, in px.
[[nodiscard]] double head_length(Polarity polarity, double width);

/// Appends the head of a line that ends at `tip` in direction `along` (a unit vector), as path data:
/// positive a filled triangle, negative a filled triangle that runs against a bar, neutral an open angle.
void append_head(std::string& out, Polarity polarity, double width, Point tip, Point along);

/// Whether heads of that polarity are filled (otherwise they are stroked only).
[[nodiscard]] bool head_is_filled(Polarity polarity);

}  // namespace relgraph::render
