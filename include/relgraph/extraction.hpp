// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

/// Layers of the network whose vectors the analysis has to bring along (`vector_layers` of analyse).
/// Errors: `Error{input}` if the trained reader of relations is missing or damaged.
[[nodiscard]] std::size_t extraction_layers();

/// What finds the relations: the trained reader, the patterns of data/grammar, or both together.
enum class Extractor : std::uint8_t { model, grammar, both };

/// Entities and typed relations of one document as a graph: nodes with every mention, edges with the
/// sentence that states them. Nothing is in the graph that is not in the text.
/// Precondition: `analysis` is of `document`, with the vectors of `extraction_layers()` layers.
/// Complexity: linear in the text: mentions are compared with a bounded number of others.
/// Deterministic: yes; the network's integers are the same on every processor. Errors: as
/// `extraction_layers`.
[[nodiscard]] Graph extract(const Document& document, const Analysis& analysis,
                            Extractor extractor = Extractor::both);

/// What became of a possible relation.
enum class Verdict : std::uint8_t {
  accepted,    ///< it is in the graph
  improbable,  ///< less than `extraction_threshold()`
  signature,   ///< the type does not go with the types of the two (`fits_signature`)
  supposed,    ///< its words stand in a condition: it says what might be, not what is
  weaker,      ///< far less probable than another relation between the two
  denied,      ///< the grammar finds that the text denies it
};

/// One type asked for one pair of entities in one sentence.
struct CandidateRelation {
  std::uint32_t source = 0;  ///< index into the nodes of the graph
  std::uint32_t target = 0;
  const RelationType* type = nullptr;  ///< of the ontology, never null
  double probability = 0;              ///< that a careful reader draws it, as calibrated for edges
  Verdict verdict = Verdict::improbable;
  Span sentence{};        ///< bytes of the document
  Span source_mention{};  ///< the mentions that speak for it most; one may stand in a sentence before
  Span target_mention{};
};

/// How far an entry of the grammar got.
enum class PatternOutcome : std::uint8_t {
  stated,     ///< it finds a relation; whether that is in the graph is weighed with the trained reader
  no_source,  ///< no entity stands in the roles of its source
  no_target,  ///< none in those of its target
  supposed,   ///< its words stand in a question or condition
  signature,  ///< the type does not go with the types of the entities
};

/// An entry of the grammar whose trigger stands in a sentence.
struct PatternTrial {
  std::string pattern;  ///< its id, as evidence names it behind `grammar:`
  const RelationType* type = nullptr;
  Span sentence{};                     ///< bytes of the document
  Span trigger{};                      ///< the word that the entry hangs on
  std::vector<std::uint32_t> sources;  ///< indices of the nodes in the roles of its source
  std::vector<std::uint32_t> targets;
  std::string source_roles;  ///< as the entry has them: `subj`, `an|bei`
  std::string target_roles;
  PatternOutcome outcome = PatternOutcome::stated;
};

/// A graph with everything that was weighed for it.
struct Weighed {
  Graph graph;
  std::vector<CandidateRelation> candidates;  ///< in the order of the sentences
  std::vector<PatternTrial> trials;  ///< verbs, nouns and adjectives only; in the order of the sentences
};

/// The same as `extract`, and why each possible relation is or is not in the graph: one candidate for each
/// sentence, ordered pair of entities within reach of each other in it, and relation type. A symmetric type
/// is asked both ways. The grammar weighs nothing: with it alone there are no candidates.
/// Preconditions, errors, complexity: as `extract`; the candidates are many times the words.
[[nodiscard]] Weighed extract_weighed(const Document& document, const Analysis& analysis,
                                      Extractor extractor = Extractor::both);

/// The least probability of a relation. Errors: as `extraction_layers()`.
[[nodiscard]] double extraction_threshold();

}  // namespace relgraph
