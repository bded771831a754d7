// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

struct Lexicon;

/// Direct speech with its cue and speaker, and posts of social networks with the speaker of their
/// signature line. Needs the names of `analysis`. Complexity: linear.
[[nodiscard]] std::vector<Quotation> find_quotations(const Document& document, const Analysis& analysis,
                                                     const Lexicon& words);

}  // namespace relgraph
