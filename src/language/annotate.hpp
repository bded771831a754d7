// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

/// Fills in tags, features, lemmas, trees and names of the words and sentences that are there already.
/// The language of the analysis is `de` or `en`.
/// `layers`, if not 0: the vectors of the pieces behind so many layers of the network are kept as well.
/// Complexity: linear in the number of sentences. Errors: `Error{input}` if the model is missing or damaged.
void annotate_words(const Document& document, Analysis& analysis, std::size_t layers = 0);

}  // namespace relgraph
