// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace relgraph {

/// What a node can be, in the order in which reports and messages list it. The trained reader counts its
/// types by a table of its own, whose order is that of its file (extraction/reader_sizes.hpp).
inline constexpr std::array<std::string_view, 5> k_node_types = {"person", "organization", "place", "project",
                                                                 "product"};

}  // namespace relgraph
