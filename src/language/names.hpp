// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "relgraph/analysis.hpp"

namespace relgraph {

struct Lexicon;

/// Names of the sentences of `analysis`, in text order: runs of capital words that are no common words,
/// known names, handles, and the naming part of compounds (`Tesla-Chef` gives `Tesla`).
/// Complexity: linear.
[[nodiscard]] std::vector<Name> find_names(std::string_view text, const Analysis& analysis,
                                           const Lexicon& words);

}  // namespace relgraph
