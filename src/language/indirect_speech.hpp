// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "language/sentence_tree.hpp"
#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

/// Where somebody speaks: the cue, who, and what, as far as the sentence has them.
struct SpeechEvent {
  Span cue;
  std::optional<Span> speaker;
  std::optional<Span> message;
  std::size_t cue_token = 0;
};

/// The speech events of a sentence by its tree: verbs of saying with their clause (`sagte, dass …`, `…, sagte
/// X`, `wie X mitteilte`), sources (`laut X`, `nach Angaben von X`, `X zufolge`, `according to X`), and `so
/// X`. Complexity: quadratic in the words of the sentence.
[[nodiscard]] std::vector<SpeechEvent> speech_events(const Document& document, const Analysis& analysis,
                                                     const SentenceTree& tree);

/// Whether the main verb of the sentence is in the German subjunctive, which goes on with reported speech
/// (Konjunktiv I, and II where the forms of I are those of the indicative).
[[nodiscard]] bool is_reported(const Document& document, const SentenceTree& tree);

/// The words of a phrase without the clauses that hang on it and the marks at its ends: whom it names.
[[nodiscard]] Span phrase(const SentenceTree& tree, std::size_t head);

}  // namespace relgraph
