// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extraction/grammar/clauses.hpp"

namespace relgraph {

/// What the sentence makes of a predicate: asserted, denied, planned, reported, former; nothing if it asks or
/// supposes.
[[nodiscard]] std::optional<Status> status_of(const Reading& reading, const Grammar& grammar,
                                              const Clauses& clauses, std::size_t sentence,
                                              std::size_t predicate);

}  // namespace relgraph
