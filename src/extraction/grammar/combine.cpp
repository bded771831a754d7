// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/combine.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace relgraph {

namespace {

constexpr double k_least_pattern = 0.5;  ///< confidence of a pattern whose word counts alone
constexpr double k_hint = 0.1;           ///< what a weaker pattern adds to the reader's probability
constexpr double k_least_share = 0.3;    ///< of the surest reading between two actors

using Key = std::tuple<std::size_t, std::size_t, std::string_view>;

Key key_of(const Statement& s) {
  const bool turn = s.type->symmetric && s.target < s.source;
  return {turn ? s.target : s.source, turn ? s.source : s.target, s.type->id};
}

/// What the grammar knows of a relation in the whole document.
struct Witness {
  double confidence = 0;
  bool asserts = false, denies = false;
};

/// Four digits: more would tell one mathematical library from another.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

}  // namespace

std::vector<Statement> combine(std::vector<Statement> by_model, std::vector<Statement> by_grammar) {
  std::map<Key, Witness> witnesses;
  for (const Statement& s : by_grammar) {
    Witness& witness = witnesses[key_of(s)];
    if (s.status == Status::negated) {
      witness.denies = true;
    } else {
      witness.asserts = true;
      witness.confidence = std::max(witness.confidence, s.confidence);
    }
  }
  std::erase_if(by_model, [&](const Statement& s) {
    const auto known = witnesses.find(key_of(s));
    return known != witnesses.end() && known->second.denies && !known->second.asserts &&
           s.status != Status::negated;
  });
  for (Statement& s : by_model) {
    const auto known = witnesses.find(key_of(s));
    if (known == witnesses.end() || !known->second.asserts || s.status == Status::negated) continue;
    const double witness = known->second.confidence;
    s.confidence = rounded(witness >= k_least_pattern ? 1 - (1 - s.confidence) * (1 - witness)
                                                      : std::min(1.0, s.confidence + k_hint));
  }
  std::vector<Statement> out = std::move(by_model);
  for (const Statement& s : by_grammar)
    if (s.confidence >= k_least_pattern) out.push_back(s);
  std::map<std::pair<std::size_t, std::size_t>, double> best;
  const auto ends = [](const Statement& s) {
    return std::pair(std::min(s.source, s.target), std::max(s.source, s.target));
  };
  for (const Statement& s : out) best[ends(s)] = std::max(best[ends(s)], s.confidence);
  std::erase_if(out, [&](const Statement& s) { return s.confidence < k_least_share * best[ends(s)]; });
  std::ranges::stable_sort(out, {}, &Statement::sentence);
  return out;
}

}  // namespace relgraph
