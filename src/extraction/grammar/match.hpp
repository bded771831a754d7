// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <tuple>
#include <vector>

#include "extraction/grammar/grammar.hpp"
#include "extraction/reading.hpp"

namespace relgraph {

/// What the grammar has an entry for, whether or not a statement comes of it: a question, a condition or the
/// signature may rule it out.
struct Recognised {
  /// Words of triggers (tokens) with the two entities in the roles of the entry, the smaller one first.
  std::set<std::tuple<std::size_t, std::size_t, std::size_t>> pairs{};
  std::set<std::size_t> idioms{};  ///< words of idioms that state nothing
};

/// What the patterns find in a document whose entities are known, in the order of sentences; every statement
/// tells its pattern. The ends fit the signature of the type. `recognised` gets what has an entry; null:
/// nobody wants to know.
/// Complexity: linear in the words, times the patterns of one anchor. Deterministic: yes.
[[nodiscard]] std::vector<Statement> grammar_statements(const Reading& reading, const Grammar& grammar,
                                                        Recognised* recognised = nullptr);

/// Of each sentence: whether it mentions two different entities.
[[nodiscard]] std::vector<bool> sentences_of_two(const Reading& reading);

}  // namespace relgraph
