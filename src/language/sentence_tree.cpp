// SPDX-License-Identifier: Apache-2.0
#include "language/sentence_tree.hpp"

namespace relgraph {

bool is_relation(const Symbol& deprel, std::string_view name) {
  const std::string_view text = deprel.view();
  return text.starts_with(name) && (text.size() == name.size() || text[name.size()] == ':');
}

bool has_feature(const Token& token, std::string_view feature) {
  std::string_view rest = token.feats.view();
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    if (rest.substr(0, bar) == feature) return true;
    if (bar == std::string_view::npos) return false;
    rest.remove_prefix(bar + 1);
  }
  return false;
}

SentenceTree::SentenceTree(const Analysis& analysis, const Sentence& sentence)
    : m_tokens(analysis.tokens),
      m_first(sentence.first_token),
      m_children(sentence.end_token - sentence.first_token) {
  for (std::size_t i = m_first; i < sentence.end_token; ++i) {
    const std::int32_t head = m_tokens[i].head;
    if (head < 0 || static_cast<std::size_t>(head) == i - m_first) {
      m_root = i;
    } else {
      m_children[static_cast<std::size_t>(head)].push_back(i);
    }
  }
}

std::size_t SentenceTree::child(std::size_t i, std::string_view deprel) const {
  for (const std::size_t c : children(i))
    if (is_relation(m_tokens[c].deprel, deprel)) return c;
  return npos;
}

bool SentenceTree::below(std::size_t i, std::size_t above) const {
  for (std::size_t steps = 0; steps <= m_children.size(); ++steps) {
    if (i == above) return true;
    const std::size_t next = head(i);
    if (next == i) return false;
    i = next;
  }
  return false;
}

}  // namespace relgraph
