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

}  // namespace relgraph
