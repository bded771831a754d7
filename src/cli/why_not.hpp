// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/explanation.hpp"
#include "relgraph/document.hpp"
#include "relgraph/extraction.hpp"

namespace relgraph::cli {

/// A document with all that extraction weighed for it.
struct WeighedDocument {
  Document document;
  std::vector<Weighed> parts;
};

/// A relation that a sentence might state, and what became of it.
struct PossibleRelation {
  const CandidateRelation* candidate = nullptr;
  std::string reason{};
};

/// An entry of the grammar whose trigger stands in a sentence, and how far it got.
struct TriedPattern {
  const PatternTrial* trial = nullptr;
  std::string reason{};
};

/// A sentence that has both entities, or one of them near the other.
struct WeighedSentence {
  const WeighedDocument* document = nullptr;
  const Weighed* part = nullptr;
  Span span{};
  std::vector<PossibleRelation> relations{};  ///< the wanted ones first, then the most probable
  std::vector<TriedPattern> patterns{};       ///< that come nearest to relating the two
};

/// The closest that two entities come to each other where no sentence has both.
struct NearestMentions {
  const WeighedDocument* document = nullptr;
  Span first{};
  Span second{};
};

struct WhyNot {
  std::vector<WeighedSentence> sentences{};  ///< the most telling first
  std::optional<NearestMentions> nearest{};  ///< only without sentences
};

/// Why two entities are not in a relation, or not in one of the types `wanted` (empty: any): the sentences
/// that come nearest to stating it, with the types that the model thinks of most and the patterns that got
/// farthest. The documents must live on. `language`: of the reasons. Errors: `Error{usage}` if one of them is
/// no entity of any document.
[[nodiscard]] WhyNot why_not(const std::vector<WeighedDocument>& documents, const std::string& a,
                             const std::string& b, const std::vector<std::string>& wanted,
                             std::string_view language);

[[nodiscard]] std::string to_text(const WhyNot& found, std::string_view language, Marking marking);
[[nodiscard]] nlohmann::ordered_json to_json(const WhyNot& found);

}  // namespace relgraph::cli
