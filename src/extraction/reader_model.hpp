// SPDX-License-Identifier: Apache-2.0
// The trained reader of relations: what docs/model-format.md calls the relations file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "language/network/encoder.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

/// Hyper-parameters that the file fixes.
struct ReaderSizes {
  std::size_t lower;  ///< layers of the language engine below
  std::size_t hidden, layers, heads, inner;
  std::size_t ends, mention, coref, pair, context, context_heads;
  std::size_t sentences;  ///< numbers of sentences that are told apart
  std::size_t window;     ///< pieces that see each other
  float epsilon;
};

/// How sure the product has to be, and what a logit is worth: fitted on articles that were not trained on.
struct ReaderThresholds {
  double relation;       ///< least calibrated probability of an edge
  double slope, offset;  ///< probability = logistic(slope * logit + offset)
};

/// The language model below: what a relations file has to fit.
struct ReaderBase {
  std::uint32_t checksum;
  std::size_t layers, hidden;
};

/// What the header of the file says.
struct ReaderHeader {
  ReaderHeader(const network::TensorFile& file, const ReaderBase& base);
  ReaderSizes sizes{};
  ReaderThresholds thresholds{};
  std::vector<const RelationType*> relations;  ///< of the outputs of `relation`; null: not in the ontology
};

/// The file itself; a base class, because the header is read from it.
struct ReaderFile {
  network::TensorFile file;
};

struct ReaderModel : ReaderFile, ReaderHeader {
  network::LinearMaker maker;
  network::Layers layers;
  network::Linear start, end, span_core, span_alone;
  network::Linear mention, kind;
  network::Linear later, earlier, alike;
  network::Linear query_source, query_target, key, value;
  network::Linear source, target, both, source_entity, target_entity, context, inner, relation, status;
  const float *sentence, *coref_match, *coref_distance, *coref_out, *coref_bias;
  const float *region, *source_type, *target_type, *pair_distance;

  /// Errors: `Error{input}` if the file is missing,
  /// damaged, or was trained on another one.
  ReaderModel(const std::string& path, const ReaderBase& base);
};

/// The trained reader, loaded at its first use from the file that RELGRAPH_RELATIONS names, else from
/// where the released models lie.
const ReaderModel& reader_model();

}  // namespace relgraph
