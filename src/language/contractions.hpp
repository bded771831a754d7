// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "relgraph/analysis.hpp"

namespace relgraph {

struct Lexicon;

/// Adds the syntactic words of a token: one, or the two of a German contraction (`zum` is `zu` and `dem`), as
/// the treebanks of Universal Dependencies have them (https://universaldependencies.org/de/).
void add_words(std::string_view text, Span token, const Lexicon& words, std::vector<Token>& out);

}  // namespace relgraph
