// SPDX-License-Identifier: Apache-2.0
#include "cli/weighing.hpp"

#include <algorithm>
#include <array>

#include "base/wording.hpp"
#include "cli/table.hpp"

namespace relgraph::cli {

namespace {

/// `{1}`, `{2}` … are places to fill in.
struct Words {
  std::string_view accepted, by_pattern, improbable, signature, supposed, weaker, denied, anything, or_word;
  std::string_view stated, no_end, source, target;
};
constexpr Words k_english{"it is in the graph",
                          "it is in the graph: a pattern finds it",
                          "less than the {1} that a relation needs",
                          "does not go with the types {1} and {2}: it leads from {3} to {4}",
                          "its words stand in a condition: it might be, but is not said to be",
                          "a weaker reading beside '{1}' ({2}) between the two",
                          "its words deny it",
                          "anything",
                          " or ",
                          "states it",
                          "no entity stands at its {1} ({2})",
                          "source",
                          "target"};
constexpr Words k_german{"steht im Graphen",
                         "steht im Graphen: ein Muster findet es",
                         "weniger als die {1}, die eine Beziehung braucht",
                         "passt nicht zu den Arten {1} und {2}: führt von {3} zu {4}",
                         "seine Wörter stehen in einer Bedingung: es könnte sein, gesagt ist es nicht",
                         "eine schwächere Lesart neben „{1}“ ({2}) zwischen den beiden",
                         "seine Wörter verneinen es",
                         "allem",
                         " oder ",
                         "sagt es",
                         "an seiner {1} ({2}) steht keine Entität",
                         "Quelle",
                         "Ziel-Stelle"};

std::string listed(const std::vector<std::string>& types, const Words& words) {
  std::string out;
  for (const std::string& type : types) out += (out.empty() ? "" : std::string(words.or_word)) + type;
  return out.empty() ? std::string(words.anything) : out;
}

/// The surest relation between the two that is in the graph.
const CandidateRelation* surest(const Weighed& weighed, const CandidateRelation& candidate) {
  const auto ends = [](const CandidateRelation& c) { return std::minmax({c.source, c.target}); };
  const CandidateRelation* best = nullptr;
  for (const CandidateRelation& other : weighed.candidates) {
    if (other.verdict != Verdict::accepted || ends(other) != ends(candidate)) continue;
    if (best == nullptr || other.probability > best->probability) best = &other;
  }
  return best;
}

}  // namespace

std::string shown_probability(double value) { return table_number(value, false).substr(0, 4); }

std::string reason(const Weighed& weighed, const CandidateRelation& candidate, std::string_view language) {
  const Words& words = language == "de" ? k_german : k_english;
  switch (candidate.verdict) {
    case Verdict::accepted:
      return std::string(candidate.probability < extraction_threshold() ? words.by_pattern : words.accepted);
    case Verdict::improbable: return fill_in(words.improbable, {shown_probability(extraction_threshold())});
    case Verdict::denied: return std::string(words.denied);
    case Verdict::supposed: return std::string(words.supposed);
    case Verdict::signature:
      return fill_in(words.signature,
                     {weighed.graph.nodes[candidate.source].type, weighed.graph.nodes[candidate.target].type,
                      listed(candidate.type->sources, words), listed(candidate.type->targets, words)});
    case Verdict::weaker: {
      const CandidateRelation* other = surest(weighed, candidate);
      if (other == nullptr) return std::string(words.improbable);
      return fill_in(words.weaker,
                     {relation_label(other->type->id, language), shown_probability(other->probability)});
    }
  }
  return {};
}

std::string reason(const Weighed& weighed, const PatternTrial& trial, std::string_view language) {
  const Words& words = language == "de" ? k_german : k_english;
  switch (trial.outcome) {
    case PatternOutcome::stated: return std::string(words.stated);
    case PatternOutcome::no_source:
      return fill_in(words.no_end, {std::string(words.source), trial.source_roles});
    case PatternOutcome::no_target:
      return fill_in(words.no_end, {std::string(words.target), trial.target_roles});
    case PatternOutcome::supposed: return std::string(words.supposed);
    case PatternOutcome::signature:
      return fill_in(
          words.signature,
          {weighed.graph.nodes[trial.sources.front()].type, weighed.graph.nodes[trial.targets.front()].type,
           listed(trial.type->sources, words), listed(trial.type->targets, words)});
  }
  return {};
}

std::vector<std::string> rejections(const std::vector<Weighed>& parts, const Document& document) {
  std::vector<std::string> out;
  for (const Weighed& part : parts) {
    for (const CandidateRelation& c : part.candidates) {
      if (c.verdict == Verdict::accepted || c.verdict == Verdict::improbable) continue;
      out.push_back(document.id + ", " + std::to_string(c.sentence.begin) + ": '" +
                    part.graph.nodes[c.source].label + "' " + c.type->id + " '" +
                    part.graph.nodes[c.target].label + "' (" + shown_probability(c.probability) +
                    ") is left out: " + reason(part, c, "en"));
    }
  }
  return out;
}

}  // namespace relgraph::cli
