// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "relgraph/span.hpp"

namespace relgraph {

/// Lines at the top and foot of pages that belong to the print and not to its text: page numbers, and what
/// stands on three pages or more but for its digits. Pages are parted by form feeds.
/// Output: the lines as spans of `text`, in order. Complexity: linear.
[[nodiscard]] std::vector<Span> find_running_heads(std::string_view text);

}  // namespace relgraph
