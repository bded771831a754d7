// SPDX-License-Identifier: Apache-2.0
#include "extraction/negation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace relgraph {

namespace {

constexpr std::array<std::string_view, 9> k_denials = {"nicht", "nie",   "niemals", "kein", "keinesfalls",
                                                       "not",   "never", "n't",     "no"};

bool denies(const Token& token) {
  const std::string_view deprel = token.deprel.view();
  return (deprel == "advmod" || deprel == "det") &&
         std::ranges::find(k_denials, token.lemma.view()) != k_denials.end();
}

constexpr std::array<std::string_view, 5> k_conditions = {"if", "falls", "sofern", "ob", "whether"};

/// Whether a conjunction of that kind opens the clause of this word.
bool opened_by_condition(const Analysis& analysis, const Sentence& sentence, std::size_t word) {
  for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& other = analysis.tokens[i];
    if (other.head >= 0 && sentence.first_token + static_cast<std::size_t>(other.head) == word &&
        other.deprel == "mark" && std::ranges::find(k_conditions, other.lemma.view()) != k_conditions.end())
      return true;
  }
  return false;
}

}  // namespace

bool is_denied(const Analysis& analysis, const Sentence& sentence, std::size_t token) {
  const auto denied_at = [&](std::size_t word) {
    for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& other = analysis.tokens[i];
      if (other.head < 0 || sentence.first_token + static_cast<std::size_t>(other.head) != word || i == word)
        continue;
      // `nicht nur` and `not only` deny nothing.
      const bool only = i + 1 < sentence.end_token &&
                        (analysis.tokens[i + 1].lemma == "nur" || analysis.tokens[i + 1].lemma == "only");
      if (denies(other) && !only) return true;
    }
    return false;
  };
  if (denied_at(token)) return true;
  const std::int32_t head = analysis.tokens[token].head;
  if (head < 0) return false;
  const std::size_t above = sentence.first_token + static_cast<std::size_t>(head);
  // A part of the verb's group: the object of a support verb, a separated prefix, an auxiliary.
  const std::string_view deprel = analysis.tokens[token].deprel.view();
  const bool part = deprel == "obj" || deprel == "compound:prt" || deprel == "aux" || deprel == "aux:pass" ||
                    deprel == "xcomp" || deprel == "cop";
  return part && above != token && denied_at(above);
}

bool is_supposed(const Analysis& analysis, const Sentence& sentence, std::size_t token) {
  // Up to the head of the clause; a tree is no deeper than its sentence is long.
  for (std::size_t steps = sentence.first_token; steps < sentence.end_token; ++steps) {
    if (opened_by_condition(analysis, sentence, token)) return true;
    const Token& word = analysis.tokens[token];
    if (word.head < 0 || word.deprel == "advcl" || word.deprel == "ccomp" || word.deprel == "parataxis")
      return false;
    token = sentence.first_token + static_cast<std::size_t>(word.head);
  }
  return false;
}

}  // namespace relgraph
