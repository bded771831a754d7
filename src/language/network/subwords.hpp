// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/network/model_file.hpp"

namespace relgraph::network {

/// Cuts words into the pieces of the vocabulary: the segmentation with the greatest sum of log
/// probabilities (unigram model of SentencePiece; Kudo 2018, arXiv:1804.10959).
class Subwords {
 public:
  explicit Subwords(const ModelFile& model);

  /// Appends the pieces of a word: at least one, at most `max_word_pieces`.
  /// Complexity: linear in the word; of more than 1,000 code points only the first 1,000 are looked at.
  void append(std::string_view word, bool space_before, std::vector<std::uint32_t>& pieces) const;

 private:
  [[nodiscard]] std::string_view piece(std::size_t rank) const;
  void normalise(std::string_view word, std::string& out) const;

  PieceNumbers m_numbers;
  std::string_view m_text;
  std::span<const std::uint32_t> m_offsets, m_order;
  std::span<const float> m_scores;
  std::span<const std::uint32_t> m_codes, m_code_offsets;
  std::string_view m_code_text;
  std::vector<std::uint32_t> m_first;  ///< [257] ranks in m_order of the pieces that begin with a byte
};

}  // namespace relgraph::network
