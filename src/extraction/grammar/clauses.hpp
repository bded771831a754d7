// SPDX-License-Identifier: Apache-2.0
// A sentence as predicates with arguments: who acts and who undergoes, whatever the construction. Passives,
// relative clauses, infinitives, participles, coordination and light verbs are undone here, once for all
// patterns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/reading.hpp"

namespace relgraph {

/// A mention that fills a role.
struct Filler {
  std::size_t entity;
  std::size_t mention;
};

class Clauses {
 public:
  using Words = std::vector<std::size_t>;  ///< tokens of the document

  Clauses(const Reading& reading, const Grammar& grammar, std::size_t sentence);

  [[nodiscard]] std::size_t first() const { return m_first; }
  [[nodiscard]] std::size_t end() const { return m_first + m_children.size(); }
  [[nodiscard]] const Token& token(std::size_t word) const { return m_reading.analysis.tokens[word]; }
  [[nodiscard]] std::size_t head(std::size_t word) const;  ///< of the root, itself
  [[nodiscard]] const Words& children(std::size_t word) const { return m_children[word - m_first]; }
  /// The key under which a word is looked up, with its separated prefix.
  [[nodiscard]] const std::string& key(std::size_t word) const { return m_keys[word - m_first]; }
  [[nodiscard]] bool is(std::size_t word, std::string_view relation) const;  ///< subtypes included
  [[nodiscard]] std::optional<std::size_t> child(std::size_t word, std::string_view relation) const;

  /// Whether a word of a trigger (`/` between variants) stands below the anchor, and where.
  [[nodiscard]] std::optional<std::size_t> beside(std::size_t anchor, std::string_view variants) const;

  /// The words that fill a role of a predicate of that kind.
  [[nodiscard]] Words role(std::size_t predicate, PatternKind kind, std::string_view role) const;

  /// Who the words stand for, with all members of lists; a relative pronoun stands for its antecedent.
  [[nodiscard]] std::vector<Filler> fillers(const Words& words) const;
  /// The possessor of a thing that is no actor: of `the decision of the court` the court.
  [[nodiscard]] Words possessors(std::size_t noun) const;

  [[nodiscard]] bool is_passive(std::size_t verb) const;
  /// The light verb of which a noun is the object: `Kritik üben`.
  [[nodiscard]] std::optional<std::size_t> light_verb(std::size_t noun) const;

 private:
  [[nodiscard]] bool is_word(std::size_t word, std::string_view variants) const;
  [[nodiscard]] bool is_genitive_before(std::size_t word, std::size_t noun) const;
  [[nodiscard]] bool is_title_of(std::size_t name) const;
  [[nodiscard]] bool is_verbal(std::size_t word) const;
  [[nodiscard]] bool has_preposition(std::size_t word, std::string_view wanted) const;
  [[nodiscard]] std::string_view preposition(std::size_t word) const;
  [[nodiscard]] Words surface_subjects(std::size_t verb, unsigned depth = 0) const;
  [[nodiscard]] Words objects(std::size_t verb) const;
  [[nodiscard]] Words agents_of_verb(std::size_t verb) const;
  [[nodiscard]] Words agents_of_noun(std::size_t noun, unsigned depth = 0) const;
  [[nodiscard]] Words of_noun(std::size_t noun, bool with_agents) const;
  [[nodiscard]] Words holders(std::size_t noun, unsigned depth = 0) const;
  [[nodiscard]] Words obliques(std::size_t word, std::string_view preposition, bool deep) const;
  [[nodiscard]] std::optional<std::size_t> antecedent(std::size_t pronoun) const;
  void add_fillers(std::size_t word, std::vector<Filler>& out, unsigned depth) const;
  [[nodiscard]] const EntityMention* mention_at(std::size_t word) const;

  const Reading& m_reading;
  const Grammar& m_grammar;
  std::size_t m_first;
  std::vector<Words> m_children;
  std::vector<std::string> m_keys;
  std::vector<std::optional<std::size_t>> m_mentions;  ///< of each word: the mention that it is the head of
};

}  // namespace relgraph
