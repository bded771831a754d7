// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "render/labels.hpp"

namespace relgraph::render {

/// Leads lines between boxes that stand already: each goes straight, or gently curved through a place beside
/// the straight way, wherever its label touches no box and no other label, and so that it runs through as
/// few boxes, labels and lines as possible.
/// Input: `open` are the lines to lead, by index; `placed` says of every line whether it counts as an
/// obstacle, and is set for those that were led.
/// Complexity: O(p · m (n + m)) for p places tried for a line (some hundreds). Deterministic: yes.
void lead_lines(Arrangement& arrangement, std::span<const std::size_t> open, std::vector<bool>& placed);

}  // namespace relgraph::render
