// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/reading.hpp"
#include "relgraph/gaps.hpp"

namespace relgraph {

/// Predicates between two entities that none of the statements tells (`find_gaps` says which), in the order
/// of the text. Complexity: linear in the words, times what hangs on one of them. Deterministic: yes.
[[nodiscard]] std::vector<Gap> grammar_gaps(const Reading& reading, const Grammar& grammar,
                                            const std::vector<Statement>& statements);

}  // namespace relgraph
