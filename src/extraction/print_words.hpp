// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

/// The analysis in words as they are printed, for rules that read the surface of a text: contractions,
/// compounds with hyphens and verbs with `n't` are one word each. Names keep their spans, also inside a
/// compound; trees and tags are left out. Complexity: linear.
[[nodiscard]] Analysis print_words(const Document& document, const Analysis& analysis);

}  // namespace relgraph
