// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "relgraph/span.hpp"

namespace relgraph {

struct Lexicon;

/// Words and punctuation marks of `part`, in order, without white space.
/// Source: Unicode word boundaries (UAX 29) by ICU, then joined or cut where news text needs it:
/// abbreviations with their full stop, German ordinals, compounds with hyphens, handles, tags, addresses,
/// runs of one punctuation mark; the English possessive is cut off.
/// Complexity: linear. Errors: `Error{internal}` if ICU has no rules.
[[nodiscard]] std::vector<Span> tokenise(std::string_view text, Span part, const Lexicon& words);

}  // namespace relgraph
