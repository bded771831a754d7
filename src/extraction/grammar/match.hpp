// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/reading.hpp"

namespace relgraph {

/// What the patterns find in a document whose entities are known, in the order of sentences; every statement
/// tells its pattern. The ends fit the signature of the type.
/// Complexity: linear in the words, times the patterns of one anchor. Deterministic: yes.
[[nodiscard]] std::vector<Statement> grammar_statements(const Reading& reading, const Grammar& grammar);

}  // namespace relgraph
