// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

/// Fills in tags, features, lemmas, trees and names of the words and sentences that are there already.
/// The language of the analysis is `de` or `en`.
/// Complexity: linear in the number of sentences. Errors: `Error{input}` if the model is missing or damaged.
void annotate_words(const Document& document, Analysis& analysis);

}  // namespace relgraph
