// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace relgraph::render {

/// How large each of `nodes` is drawn: 11, 12, 14 or 17 px of text as a multiple of the usual 12. The steps
/// are by rank among what is drawn: the upper tenth (at least one), the next fifth, the next third, the rest.
/// Equal values have equal sizes; what is undefined counts as least. Empty `values`: all 1.
[[nodiscard]] std::vector<double> scales_of(const std::vector<double>& values,
                                            const std::vector<std::uint32_t>& nodes);

}  // namespace relgraph::render
