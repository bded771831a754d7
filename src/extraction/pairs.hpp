// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extraction/reading.hpp"

namespace relgraph {

/// Two mentions that may stand in a relation, seen from one sentence.
struct MentionPair {
  std::size_t source;    ///< mention
  std::size_t target;    ///< mention
  std::size_t distance;  ///< row of the table of distances
};

/// All pairs of mentions of different entities of the sentence that are not too far apart, and pairs with
/// the nearest mention of entities of the sentences before. `by_sentence` has the mentions with an entity.
[[nodiscard]] std::vector<MentionPair> pairs_of(const Reading& reading, std::size_t sentence,
                                                const std::vector<std::vector<std::size_t>>& by_sentence);

/// Trees as a pair sees them.
class TreePaths {
 public:
  explicit TreePaths(const Analysis& analysis) : m_analysis(analysis) {}

  /// Where each word of the sentence stands, seen from the pair: rows of the table of regions.
  void regions(const Reading& reading, const MentionPair& pair, std::size_t sentence,
               std::vector<std::uint8_t>& out);

 private:
  void upwards(const EntityMention& mention, std::vector<std::size_t>& out) const;

  const Analysis& m_analysis;
  std::vector<std::size_t> m_from, m_to;
};

}  // namespace relgraph
