// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "relgraph/analysis.hpp"

namespace relgraph {

/// The dependency tree of one sentence, for going down as well as up. Tokens are given by their index in
/// the document.
class SentenceTree {
 public:
  SentenceTree(const Analysis& analysis, const Sentence& sentence);

  [[nodiscard]] std::size_t first() const { return m_first; }
  [[nodiscard]] std::size_t end() const { return m_first + m_children.size(); }
  [[nodiscard]] std::size_t root() const { return m_root; }
  [[nodiscard]] const Token& token(std::size_t i) const { return m_tokens[i]; }
  /// The head; of the root, itself.
  [[nodiscard]] std::size_t head(std::size_t i) const {
    return m_first + static_cast<std::size_t>(m_tokens[i].head);
  }
  [[nodiscard]] const std::vector<std::size_t>& children(std::size_t i) const {
    return m_children[i - m_first];
  }
  /// The first child with that relation, subtypes included (`nsubj` finds `nsubj:pass`); `npos` if none.
  [[nodiscard]] std::size_t child(std::size_t i, std::string_view deprel) const;
  /// Whether `i` stands below `above`, or is it.
  [[nodiscard]] bool below(std::size_t i, std::size_t above) const;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  const std::vector<Token>& m_tokens;
  std::size_t m_first, m_root = npos;
  std::vector<std::vector<std::size_t>> m_children;
};

/// Whether a relation is `name` or a subtype of it.
[[nodiscard]] bool is_relation(const Symbol& deprel, std::string_view name);

/// Whether a feature (`Mood=Sub`) is among the features of a token.
[[nodiscard]] bool has_feature(const Token& token, std::string_view feature);

}  // namespace relgraph
