// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

struct Lexicon;

/// Adds the tokens and sentences of a document. A sentence never goes over the end of a block.
/// Source: Unicode sentence boundaries (UAX 29) by ICU, less those behind abbreviations, initials and
/// ordinals; quotation marks and brackets that close behind the full stop belong to the sentence.
/// Complexity: linear.
void split_document(const Document& document, const Lexicon& words, Analysis& analysis);

}  // namespace relgraph
