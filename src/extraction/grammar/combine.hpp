// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/reading.hpp"

namespace relgraph {

/// What the trained reader and the grammar find together. A relation that both find is as probable as if they
/// were two witnesses; one that the grammar alone finds is taken if its pattern is right often enough; one
/// that the grammar finds denied is left to it. Of two actors a reading that is much weaker than another is
/// dropped. The numbers were fitted on held-out training articles. In the order of sentences.
[[nodiscard]] std::vector<Statement> combine(std::vector<Statement> by_model,
                                             std::vector<Statement> by_grammar);

}  // namespace relgraph
