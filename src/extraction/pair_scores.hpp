// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/pairs.hpp"

namespace relgraph {

/// What the model says of the pairs of one sentence.
struct PairScores {
  std::vector<float> relations;  ///< logits [pairs, relations]
  std::vector<float> statuses;   ///< logits [pairs, statuses]
  std::vector<float> triggers;   ///< how much each word of the sentence carries the relation [pairs, words]
};

/// Scores of pairs. What depends on one mention alone is computed once for the document.
class PairScorer {
 public:
  explicit PairScorer(Reading& reading);

  /// The scores of all pairs of a sentence.
  void run(std::size_t sentence, const std::vector<MentionPair>& pairs, PairScores& out);

 private:
  void entity_vectors(std::vector<float>& out) const;
  void look(std::size_t first, std::size_t count, const std::vector<MentionPair>& pairs, std::size_t sentence,
            float* triggers);

  Reading& m_reading;
  TreePaths m_paths;
  std::vector<float> m_query_source, m_query_target;  ///< [mentions, context heads x context]
  std::vector<float> m_source, m_target;              ///< [mentions, pair], entity and type included
  std::vector<float> m_keys, m_values, m_turned;      ///< of the words of a sentence
  std::vector<float> m_query, m_weights, m_context, m_product, m_hidden, m_mixed;
  std::vector<std::uint8_t> m_regions;
};

}  // namespace relgraph
