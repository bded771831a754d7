// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/network/encoder.hpp"

namespace relgraph::network {

/// What the network says of each word, as indices into the labels of the model.
struct WordLabels {
  std::uint16_t upos = 0;
  std::uint16_t script = 0;  ///< edit script of the lemma
  std::uint16_t deprel = 0;
  std::uint8_t name = 0;  ///< BIO tag
  std::int32_t head = 0;  ///< 1-based within the sentence, 0 the root
};

/// The classifiers and the parser on top of the encoder (docs/model-format.md, from "Tags and lemma" on).
class Heads {
 public:
  Heads(const ModelFile& model, LinearMaker& maker);

  /// Number of features; each word has one value of each.
  [[nodiscard]] std::size_t features() const { return m_feature_sizes.size(); }

  /// Labels of some sentences. `vectors` is [rows, hidden]: for each sentence the vector of the root, then
  /// those of its words; sentence s has the rows [begins[s], begins[s + 1]). The results have an entry for
  /// each row, the root's without meaning; `feature_values` is [rows, features].
  void run(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
           std::span<WordLabels> labels, std::span<std::uint8_t> feature_values) const;

 private:
  void tag(Workspace& work, const float* vectors, std::span<WordLabels> labels,
           std::span<std::uint8_t> feature_values) const;
  void name(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
            std::span<WordLabels> labels) const;
  void parse(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
             std::span<WordLabels> labels) const;
  void relate(Workspace& work, const float* vectors, std::span<const std::size_t> begins,
              std::span<WordLabels> labels) const;

  Shape m_shape;
  std::vector<std::size_t> m_feature_sizes;
  std::vector<std::string> m_name_tags;
  std::size_t m_deprels, m_root_deprel;
  Linear m_tag_hidden, m_upos, m_features, m_lemma, m_name_hidden, m_names, m_arc_head, m_arc_dependent,
      m_rel_head, m_rel_dependent, m_rel_core;
  std::span<const float> m_arc_core, m_arc_of_head, m_rel_of_head, m_rel_of_dependent, m_rel_bias;
};

}  // namespace relgraph::network
