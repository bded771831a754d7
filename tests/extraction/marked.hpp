// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/grammar/pattern_file.hpp"

namespace relgraph::test {

/// A sentence with marked actors, and the node types that they are to have.
struct MarkedInput {
  MarkedSentence sentence;
  std::string_view source_type = "person";
  std::string_view target_type = "organization";
};

/// What a grammar found in a sentence, by the marks of the ends: `1 criticizes 2`, and its pattern.
struct Found {
  std::string edge;  ///< with ` (planned)` … behind it unless asserted
  const Pattern* pattern;
};

/// The statements of each sentence. The actors are those of the marks, so that the grammar is tested alone;
/// the words and trees are the analyser's. All sentences are analysed at once.
[[nodiscard]] std::vector<std::vector<Found>> match_marked(const std::vector<MarkedInput>& inputs,
                                                           const Grammar& grammar);

}  // namespace relgraph::test
