// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/reading.hpp"

namespace relgraph {

/// An entry whose trigger stands in a sentence, and how far it got; of an idiom, which states nothing, only
/// where it stands.
struct Trial {
  const Pattern* pattern = nullptr;
  std::size_t sentence = 0;
  std::size_t word = 0;                ///< the anchor
  std::size_t last = 0;                ///< the word of the trigger that stands farthest from it
  std::vector<std::size_t> sources{};  ///< entities
  std::vector<std::size_t> targets{};
  PatternOutcome outcome = PatternOutcome::stated;
};

/// What the patterns find in a document whose entities are known, in the order of sentences; every statement
/// tells its pattern. The ends fit the signature of the type. `trials` gets every entry that was tried; null:
/// nobody wants to know.
/// Complexity: linear in the words, times the patterns of one anchor. Deterministic: yes.
[[nodiscard]] std::vector<Statement> grammar_statements(const Reading& reading, const Grammar& grammar,
                                                        std::vector<Trial>* trials = nullptr);

/// Of each sentence: whether it mentions two different entities.
[[nodiscard]] std::vector<bool> sentences_of_two(const Reading& reading);

}  // namespace relgraph
