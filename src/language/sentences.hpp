// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

struct Lexicon;

/// Adds the tokens and sentences of a document. A sentence never goes over the end of a block.
/// It ends with a mark that ends sentences, unless that belongs to an abbreviation, an initial or an ordinal;
/// quotation marks and brackets that close behind the mark belong to it. More than 150 tokens are cut.
/// Complexity: linear.
void split_document(const Document& document, const Lexicon& words, Analysis& analysis);

}  // namespace relgraph
