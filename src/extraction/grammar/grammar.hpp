// SPDX-License-Identifier: Apache-2.0
// The relation grammar: entries that a linguist writes (docs/grammar.md), ready to be looked up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relgraph/ontology.hpp"

namespace relgraph {

/// What kind of word a trigger is; it decides which roles its frame may name.
enum class PatternKind : std::uint8_t { verb, noun, role, adj, link, bracket };
inline constexpr std::array<std::string_view, 6> k_pattern_kinds = {"verb", "noun", "role",
                                                                    "adj",  "link", "bracket"};

/// One end of a frame: the roles in which the actor may stand, and the node type it must have.
struct PatternEnd {
  std::vector<std::string>
      roles;  ///< `subj`, `obj`, `agent`, `of`, `holder`, `head`, `inside` or a preposition
  std::optional<std::size_t> type{};  ///< index into k_type_names
};

/// One line of a pattern file.
struct Pattern {
  std::string id;                      ///< `de:üben+Kritik:criticizes`; unique in its grammar
  const RelationType* type = nullptr;  ///< null: an idiom that states nothing and hides shorter triggers
  PatternKind kind = PatternKind::verb;
  std::vector<std::string>
      words;  ///< that the anchor must have beside it, in small letters, `/` between variants
  PatternEnd source, target;
  double confidence = 0;  ///< share of what it finds that is right
  std::string example;    ///< `[Siemens]1 verklagt [Bosch]2.`; empty in files of users
  std::string near_miss;  ///< a sentence that looks alike and states nothing
  std::size_t line = 0;
};

/// Words that change the status of what they govern, and light verbs.
enum class Operator : std::uint8_t { planned, negated, reported, former, light, subject_control };
inline constexpr std::array<std::string_view, 6> k_operators = {"planned", "negated", "reported",
                                                                "former",  "light",   "subject_control"};

/// The patterns of one language, found by their anchor.
class Grammar {
 public:
  /// The shipped grammar of `de` or `en`, with what `extend_grammar` added; null for other languages. Read
  /// once, at first use.
  static const Grammar* shipped(std::string_view language) { return shared(language); }
  /// The same, to be added to.
  static Grammar* shared(std::string_view language);

  /// An empty grammar with the operators and irregular forms of a language (`de` or `en`).
  explicit Grammar(std::string_view language);

  /// Adds the entries of a pattern file; `file` is its name in messages. An entry replaces one of the same
  /// id. Errors: `Error{input}` with file, line, reason and what to write instead.
  void add(std::string_view text, const std::string& file);

  [[nodiscard]] const std::string& language() const { return m_language; }
  [[nodiscard]] std::span<const Pattern> patterns() const { return m_patterns; }
  /// Indices of the patterns of an anchor, those of most words first.
  [[nodiscard]] std::span<const std::size_t> find(std::string_view anchor) const;
  /// As `find`, for patterns such as `*chef`: those of the longest suffix of the word.
  [[nodiscard]] std::span<const std::size_t> find_suffix(std::string_view word) const;
  /// The word under which a token is looked up, from its form and what the analyser takes for its lemma.
  [[nodiscard]] std::string key(std::string_view form, std::string_view lemma, bool verb) const;
  [[nodiscard]] bool is(Operator op, std::string_view key) const;

 private:
  void index(std::size_t pattern, const std::string& anchor);
  void learn_forms(const std::string& verb);
  [[nodiscard]] const std::string* verb_of(std::string_view form) const;

  std::string m_language;
  std::vector<Pattern> m_patterns;
  std::unordered_map<std::string, std::size_t> m_ids;
  std::unordered_map<std::string, std::vector<std::size_t>> m_anchors, m_suffixes;
  std::unordered_map<std::string, std::string> m_irregular, m_regular;  ///< form -> verb
  std::unordered_map<std::string, std::uint8_t> m_operators;            ///< bits of Operator
};

}  // namespace relgraph
