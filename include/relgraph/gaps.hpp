// SPDX-License-Identifier: Apache-2.0
// What the relation grammar has no entry for yet: the to-do list of those who write it.
#pragma once

#include <string>
#include <vector>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/extraction.hpp"

namespace relgraph {

/// One predicate between two entities of a sentence that no relation came of.
struct Gap {
  std::string predicate;    ///< as a pattern file writes the trigger: `kritisieren`, `take over`, `Kritik`
  std::string kind;         ///< `verb`, `noun` (an act) or `role` (an office or kinship)
  std::string source_role;  ///< where the source stands: `subj`, `agent`, `holder`, a preposition …
  std::string target_role;
  std::string language;  ///< of the document
  std::string source;    ///< label of the node
  std::string target;
  Span sentence{};  ///< bytes of the document
  Span trigger{};
  Span source_mention{};
  Span target_mention{};

  /// As a pattern file says it, in one word: `subj>an`.
  [[nodiscard]] std::string frame() const { return source_role + ">" + target_role; }
};

/// Verbs, nouns of acts and roles in whose places two different entities stand (subject, object, agent,
/// holder, genitive, what prepositions bring), where the graph of `extract` has no edge between the two from
/// that sentence and the grammar has no entry for the predicate with them. One for each word and frame, with
/// the first such pair of a list, in the order of the text. Left out: auxiliary and modal verbs, verbs that
/// only carry a noun (the noun is the predicate), words that the grammar calls an idiom, and what stands in a
/// question or condition, where no entry would find anything.
/// Preconditions, errors, determinism: as `extract`; a document in a language without a grammar has none.
/// Complexity: that of `extract`.
[[nodiscard]] std::vector<Gap> find_gaps(const Document& document, const Analysis& analysis,
                                         Extractor extractor = Extractor::both);

}  // namespace relgraph
