// SPDX-License-Identifier: Apache-2.0
// Offices: `Microsoft-CEO Satya Nadella`, `Satya Nadella, CEO of Microsoft`, `Turkish President Erdoğan`,
// `die Vorsitzende der Grünen, Ricarda Lang`. The holder stands beside the word for the office, the
// organisation before it or behind it with a preposition or in the genitive.
#include <algorithm>
#include <optional>

#include "extraction/arguments.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_holder_reach = 22;  ///< `X ist seit seiner Wahl im Jahr 2019 Vorsitzender von Y`
constexpr std::size_t k_office_reach = 7;

struct Office {
  const Clause& clause;
  const TriggerMatch& match;
  std::size_t first;
  std::size_t last;

  [[nodiscard]] const Argument& at(std::size_t i) const { return clause.arguments[i]; }
  [[nodiscard]] bool may_hold(std::size_t i) const {
    return !at(i).attributive && !at(i).compound && !at(i).adjective &&
           (at(i).type == "person" || match.trigger->type->sources.empty());
  }
};

/// `Microsoft-CEO`, `Microsoft CEO`, `Microsoft's new CEO`, `der türkische Präsident`.
std::optional<std::size_t> place_before(const Office& office) {
  for (std::size_t i = office.last; i > office.first; --i) {
    const Argument& argument = office.at(i - 1);
    if (argument.compound && argument.begin == office.match.begin) return i - 1;
    if (argument.end > office.match.begin) continue;
    const std::size_t distance = clause_distance(office.clause, argument.end, office.match.begin);
    const bool owner = argument.genitive && (!argument.pronoun || argument.type != "person") && distance <= 3;
    const bool beside = distance <= (argument.adjective     ? 2U
                                     : office.clause.german ? 0U
                                                            : 1U) &&
                        (argument.type != "person" || argument.genitive);
    if (owner || beside) return i - 1;
    break;
  }
  return std::nullopt;
}

/// `CEO of Microsoft`, `Vorsitzende der Grünen`.
std::optional<std::size_t> place_behind(const Office& office) {
  for (std::size_t i = office.first; i < office.last; ++i) {
    const Argument& argument = office.at(i);
    if (argument.begin < office.match.end || argument.attributive) continue;
    if (clause_distance(office.clause, office.match.end, argument.begin) > k_office_reach) break;
    if (argument.genitive && argument.type == "person" && argument.end < office.clause.words.size() &&
        argument.preposition.empty())
      break;
    const bool governed = !argument.preposition.empty() && takes(*office.match.trigger, argument.preposition);
    const bool genitive = argument.genitive && argument.preposition.empty() && office.clause.german;
    if (governed || genitive) return i;
    // Another name stands between the office and whatever follows.
    break;
  }
  return std::nullopt;
}

/// `CEO Nadella`.
std::optional<std::size_t> holder_behind(const Office& office, std::size_t from, std::size_t reach) {
  for (std::size_t i = office.first; i < office.last; ++i) {
    const Argument& argument = office.at(i);
    if (argument.begin < from || !office.may_hold(i)) continue;
    if (argument.begin > from + reach) break;
    bool clear = true;
    for (std::size_t w = from; w < argument.begin; ++w) {
      const std::string& word = office.clause.words[w];
      clear = clear && (word == "," || word == "-" || word == "–" || word.ends_with(".") ||
                        lexicon(office.clause.german ? "de" : "en").is_cue(office.clause.forms[w], "title"));
    }
    if (clear && !argument.pronoun) return i;
  }
  return std::nullopt;
}

/// `Senator Bernie Sanders of Vermont`, `die Sprecherin Heike van Laak von der Stiftung`.
std::optional<std::size_t> place_of_holder(const Office& office, std::size_t holder) {
  for (std::size_t i = holder + 1; i < office.last; ++i) {
    const Argument& argument = office.at(i);
    const bool near = argument.begin <= office.at(holder).end + 3;
    const bool of =
        argument.preposition == "of" || argument.preposition == "von" || argument.preposition == "from";
    return near && of && argument.type != "person" ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

/// `Nadella, CEO of`, `Nadella ist CEO von`, `wählte … Nadella zum CEO von`.
std::optional<std::size_t> holder_before(const Office& office) {
  std::optional<std::size_t> best;
  std::size_t best_cost = k_holder_reach;
  for (std::size_t i = office.first; i < office.last; ++i) {
    const Argument& argument = office.at(i);
    if (argument.end > office.match.begin || !office.may_hold(i) || argument.genitive) continue;
    std::size_t cost = clause_distance(office.clause, argument.end, office.match.begin);
    if (!argument.preposition.empty()) cost += 6;
    if (cost < best_cost) {
      best = i;
      best_cost = cost;
    }
  }
  return best;
}

std::vector<ArgumentPair> with_lists(const Office& office, std::size_t holder, std::size_t place) {
  std::vector<ArgumentPair> out;
  for (std::size_t i = office.first; i < office.last; ++i) {
    const bool listed = i == holder || (office.at(i).group == office.at(holder).group && office.may_hold(i) &&
                                        office.at(i).group != office.at(place).group);
    if (listed && allowed(office.clause, office.match, i, place)) out.emplace_back(i, place);
  }
  return out;
}

}  // namespace

std::vector<ArgumentPair> find_role_arguments(const Clause& clause, const TriggerMatch& match) {
  const auto [first, last] = within_reach(clause, match);
  const Office office{clause, match, first, last};
  const auto beside = holder_behind(office, match.end, 3);
  if (const auto before = place_before(office)) {
    const auto holder = beside ? beside : holder_before(office);
    if (holder && *holder != *before) return with_lists(office, *holder, *before);
  }
  if (beside) {
    if (const auto own = place_of_holder(office, *beside)) return with_lists(office, *beside, *own);
  }
  const auto behind = place_behind(office);
  if (!behind) return {};
  // `Der Präsident der EZB, Draghi,` has its holder behind, `Draghi, Präsident der EZB,` before.
  const std::size_t after = clause.arguments[*behind].end;
  auto holder = beside ? beside : holder_behind(office, after, 2);
  const auto earlier = holder_before(office);
  if (earlier && (!holder || (match.begin > 0 && clause.words[match.begin - 1] == ","))) holder = earlier;
  if (!holder || *holder == *behind) return {};
  return with_lists(office, *holder, *behind);
}

}  // namespace relgraph
