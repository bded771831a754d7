// SPDX-License-Identifier: Apache-2.0
#include "extraction/arguments.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace relgraph {

namespace {

constexpr std::size_t k_reach = 40;  ///< words between a trigger and its arguments
constexpr std::size_t k_owner_cost = 6;
constexpr std::size_t k_most_in_reach = 24;
constexpr std::size_t k_impossible = std::numeric_limits<std::size_t>::max() / 4;
constexpr std::size_t k_highest_cost = 36;      ///< of a pair; beyond it names only stand in one sentence
constexpr std::size_t k_highest_near_cost = 9;  ///< of a pair for triggers of the plainest sentences

bool is_agent_preposition(std::string_view preposition) {
  return preposition == "von" || preposition == "durch" || preposition == "by";
}

std::size_t distance_to(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (argument.end <= match.begin) return clause_distance(clause, argument.end, match.begin);
  if (argument.begin >= match.end) return clause_distance(clause, match.end, argument.begin);
  return 1;  // between the parts of the cue
}

/// What it costs to take the argument for the subject of a verb.
std::size_t subject_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (!argument.preposition.empty() || argument.genitive || argument.compound || argument.attributive)
    return k_impossible;
  const bool behind = argument.begin >= match.begin;
  return distance_to(clause, match, argument) + (behind ? (clause.german ? 3U : 14U) : 0U);
}

/// What it costs to take the argument for what the verb is done to.
std::size_t object_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (argument.attributive) return k_impossible;
  const bool before = argument.end <= match.begin;
  std::size_t cost = distance_to(clause, match, argument);
  if (!takes(*match.trigger, argument.preposition)) {
    // `wies den Vorschlag von Merkel zurück`, `criticised the decision of the court`: the object's owner.
    const bool of = argument.preposition == "von" || argument.preposition == "of";
    if (!of || before || !takes(*match.trigger, "-")) return k_impossible;
    cost += k_owner_cost;
  }
  if (before) cost += clause.german ? 2 : 16;
  // `kritisierte Altmans Führung`: a part of the object names it.
  if (argument.genitive) cost += 2;
  if (argument.compound) cost += 4;
  return cost;
}

std::size_t agent_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (!is_agent_preposition(argument.preposition) || argument.attributive || argument.genitive)
    return k_impossible;
  return distance_to(clause, match, argument);
}

std::size_t passive_subject_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (!argument.preposition.empty() || argument.attributive) return k_impossible;
  const bool behind = argument.begin >= match.begin;
  return distance_to(clause, match, argument) + (behind ? (clause.german ? 4U : 20U) : 0U) +
         (argument.genitive ? 4U : 0U);
}

/// Whoever acts in a noun phrase: `Musks Kritik`, `Kritik des Konzerns`, `criticism by the SEC`.
std::size_t holder_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (argument.attributive) return k_impossible;
  const std::size_t distance = distance_to(clause, match, argument);
  const bool before = argument.end <= match.begin;
  if (argument.compound && argument.begin == match.begin) return 0;  // `EU-Kritik`
  if (argument.genitive && distance <= (before ? 3U : 4U)) return distance;
  const bool of = argument.preposition == "von" || argument.preposition == "of" ||
                  is_agent_preposition(argument.preposition);
  if (!before && of && distance <= 4) return distance + 1;
  if (before && argument.preposition.empty() && !argument.genitive) return distance + 6;
  return k_impossible;
}

std::size_t noun_target_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument) {
  if (argument.attributive) return k_impossible;
  const bool before = argument.end <= match.begin;
  const bool direct = takes(*match.trigger, "-");
  if (argument.genitive && direct && !before) return distance_to(clause, match, argument);
  if (argument.preposition.empty() || !takes(*match.trigger, argument.preposition)) return k_impossible;
  const std::size_t distance = distance_to(clause, match, argument);
  return before ? distance + 8 : distance;
}

std::size_t mutual_cost(const Clause& clause, const TriggerMatch& match, const Argument& argument,
                        bool other) {
  if (argument.attributive) return k_impossible;
  const std::size_t distance = distance_to(clause, match, argument);
  if (other) return takes(*match.trigger, argument.preposition) ? distance : k_impossible;
  if (argument.genitive) return distance <= 3 ? distance : k_impossible;
  if (argument.preposition.empty()) return distance;
  const bool of = argument.preposition == "von" || argument.preposition == "of";
  return of && distance <= 4 ? distance + 2 : k_impossible;
}

/// Costs of both sides under the trigger's frame.
struct Sides {
  std::size_t source = k_impossible;
  std::size_t target = k_impossible;
};

Sides sides_of(const Clause& clause, const TriggerMatch& match, const Argument& argument, bool passive) {
  switch (match.trigger->frame) {
    case Frame::act:
      if (passive)
        return {agent_cost(clause, match, argument), passive_subject_cost(clause, match, argument)};
      return {subject_cost(clause, match, argument), object_cost(clause, match, argument)};
    case Frame::undergo: return {object_cost(clause, match, argument), subject_cost(clause, match, argument)};
    case Frame::noun:
      return {holder_cost(clause, match, argument), noun_target_cost(clause, match, argument)};
    case Frame::mutual:
      return {mutual_cost(clause, match, argument, false), mutual_cost(clause, match, argument, true)};
    case Frame::role:
    case Frame::bracket:
    case Frame::beside: break;
  }
  return {};
}

/// On the same side of a verb the subject comes first.
std::size_t order_cost(const Clause& clause, const TriggerMatch& match, const Argument& source,
                       const Argument& target) {
  const bool both_before = source.end <= match.begin && target.end <= match.begin;
  const bool both_behind = source.begin >= match.begin && target.begin >= match.begin;
  const bool verb = match.trigger->frame == Frame::act;
  if (verb && (both_before || both_behind) && target.begin < source.begin && target.preposition.empty())
    return 12;
  // English has its object behind its verb.
  if (verb && both_before && !clause.german) return 10;
  return 0;
}

/// `zwischen A und B`, `between A and B`: the members of a list are the two sides.
std::vector<ArgumentPair> between_pairs(const Clause& clause, const TriggerMatch& match) {
  const auto [first, last] = within_reach(clause, match);
  std::vector<ArgumentPair> out;
  for (std::size_t i = first; i < last; ++i) {
    const Argument& a = clause.arguments[i];
    if (a.preposition != "zwischen" && a.preposition != "between") continue;
    for (std::size_t j = i + 1; j < last; ++j) {
      const Argument& b = clause.arguments[j];
      if (b.begin > a.end + 6) break;
      if (!b.attributive && allowed(clause, match, i, j)) {
        out.emplace_back(i, j);
        return out;
      }
    }
  }
  return out;
}

/// Both sides with the other members of their lists.
std::vector<ArgumentPair> spread(const Clause& clause, const TriggerMatch& match, ArgumentPair pair) {
  const auto [first, last] = within_reach(clause, match);
  std::vector<ArgumentPair> out = {pair};
  const std::size_t source_group = clause.arguments[pair.first].group;
  const std::size_t target_group = clause.arguments[pair.second].group;
  if (source_group == target_group) return out;
  for (std::size_t i = first; i < last; ++i) {
    if (clause.arguments[i].group != source_group || clause.arguments[i].attributive) continue;
    for (std::size_t j = first; j < last; ++j) {
      if (clause.arguments[j].group != target_group || clause.arguments[j].attributive) continue;
      if ((i != pair.first || j != pair.second) && allowed(clause, match, i, j)) out.emplace_back(i, j);
    }
  }
  return out;
}

std::vector<ArgumentPair> cheapest(const Clause& clause, const TriggerMatch& match) {
  const auto [first, last] = within_reach(clause, match);
  const bool passive = is_passive(clause, match);
  std::vector<Sides> sides(last - first);
  for (std::size_t i = first; i < last; ++i)
    sides[i - first] = sides_of(clause, match, clause.arguments[i], passive);
  std::optional<ArgumentPair> best;
  std::size_t best_cost = match.trigger->near ? k_highest_near_cost : k_highest_cost;
  for (std::size_t i = first; i < last; ++i) {
    for (std::size_t j = first; j < last; ++j) {
      if (i == j || sides[i - first].source >= k_impossible || sides[j - first].target >= k_impossible)
        continue;
      const std::size_t cost =
          sides[i - first].source + sides[j - first].target +
          (passive ? 0 : order_cost(clause, match, clause.arguments[i], clause.arguments[j]));
      if (cost < best_cost && allowed(clause, match, i, j)) {
        best = ArgumentPair{i, j};
        best_cost = cost;
      }
    }
  }
  return best ? spread(clause, match, *best) : std::vector<ArgumentPair>();
}

/// What the fourth column asks of the two names of a bracket or beside row: node types, or `city` and
/// `country` (regions count) for places; `*` is any.
bool is_wanted(const Argument& argument, std::string_view wanted) {
  if (wanted == "*") return true;
  const bool country = argument.place_kind == "country" || argument.place_kind == "region";
  if (wanted == "country") return argument.type == "place" && country;
  if (wanted == "city") return argument.type == "place" && !country;
  return argument.type == wanted;
}

/// `person>city` for source and target in this order, `place<organization` for the other.
enum class Order : std::uint8_t { none, forward, backward };
Order wanted_order(const Trigger& trigger, const Argument& a, const Argument& b) {
  for (const std::string_view pair : trigger.prepositions) {
    const std::size_t mark = pair.find_first_of("<>");
    if (mark == std::string_view::npos) continue;
    if (is_wanted(a, pair.substr(0, mark)) && is_wanted(b, pair.substr(mark + 1)))
      return pair[mark] == '>' ? Order::forward : Order::backward;
  }
  return Order::none;
}

/// `Merz (CDU)`, `Polizei in Kassel`, `Hamburg, Germany`: nothing but the trigger and an article between.
std::vector<ArgumentPair> beside_pairs(const Clause& clause, const TriggerMatch& match) {
  const auto [first, last] = within_reach(clause, match);
  for (std::size_t i = first; i + 1 < last; ++i) {
    const Argument& a = clause.arguments[i];
    const Argument& b = clause.arguments[i + 1];
    const std::size_t article = match.trigger->frame == Frame::beside ? 1 : 0;
    const bool touching = a.end == match.begin && b.begin >= match.end && b.begin <= match.end + article;
    if (!touching || a.pronoun || a.adjective || b.pronoun || b.adjective) continue;
    const Order order = wanted_order(*match.trigger, a, b);
    if (order == Order::forward && allowed(clause, match, i, i + 1)) return {{i, i + 1}};
    if (order == Order::backward && allowed(clause, match, i + 1, i)) return {{i + 1, i}};
  }
  return {};
}

bool is_be(std::string_view word) {
  constexpr std::array<std::string_view, 8> k_be = {"was", "were", "is", "are", "been", "being", "be", "got"};
  return std::ranges::find(k_be, word) != k_be.end();
}

bool is_english_passive(const Clause& clause, const TriggerMatch& match) {
  const std::string& verb = clause.words[match.begin];
  if (!verb.ends_with("ed") && !verb.ends_with("en") && !verb.ends_with("ght") && !verb.ends_with("ld"))
    return false;
  const bool by =
      std::ranges::find(
          clause.words.begin() + static_cast<std::ptrdiff_t>(match.end),
          clause.words.begin() + static_cast<std::ptrdiff_t>(std::min(clause.words.size(), match.end + 4)),
          "by") !=
      clause.words.begin() + static_cast<std::ptrdiff_t>(std::min(clause.words.size(), match.end + 4));
  for (std::size_t back = 1; back <= 3 && match.begin >= back; ++back) {
    if (is_be(clause.words[match.begin - back])) return true;
  }
  return by;  // `criticised by the opposition, he …`
}

bool is_german_passive(const Clause& clause, const TriggerMatch& match) {
  const std::string& verb = clause.words[match.end - 1];
  const bool participle = verb.ends_with('t') || verb.find("ge") != std::string::npos;
  const std::size_t first = match.begin > 25 ? match.begin - 25 : 0;
  const std::size_t last = std::min(clause.words.size(), match.end + 3);
  for (std::size_t i = first; i < last; ++i) {
    const std::string& word = clause.words[i];
    if (word == "wurde" || word == "wurden" || word == "worden")
      return verb.ends_with('t') || verb.ends_with("en");
    if ((word == "wird" || word == "werden" || word == "werde") && participle) return true;
  }
  return false;
}

}  // namespace

bool takes(const Trigger& trigger, std::string_view preposition) {
  const std::string_view wanted = preposition.empty() ? std::string_view("-") : preposition;
  return std::ranges::find(trigger.prepositions, wanted) != trigger.prepositions.end();
}

bool allowed(const Clause& clause, const TriggerMatch& match, std::size_t source, std::size_t target) {
  const Argument& a = clause.arguments[source];
  const Argument& b = clause.arguments[target];
  return a.entity != b.entity && fits_signature(*match.trigger->type, a.type, b.type);
}

std::pair<std::size_t, std::size_t> within_reach(const Clause& clause, const TriggerMatch& match) {
  const std::size_t from = match.begin > k_reach ? match.begin - k_reach : 0;
  const auto& arguments = clause.arguments;
  const auto begin = std::ranges::lower_bound(arguments, from, {}, &Argument::begin);
  const auto end = std::ranges::lower_bound(arguments, match.end + k_reach, {}, &Argument::begin);
  auto first = static_cast<std::size_t>(begin - arguments.begin());
  auto last = static_cast<std::size_t>(end - arguments.begin());
  if (last - first > k_most_in_reach) {
    const auto middle = static_cast<std::size_t>(
        std::ranges::lower_bound(arguments, match.begin, {}, &Argument::begin) - arguments.begin());
    first = std::max(first, middle > k_most_in_reach / 2 ? middle - k_most_in_reach / 2 : 0);
    last = std::min(last, first + k_most_in_reach);
  }
  return {first, last};
}

bool is_passive(const Clause& clause, const TriggerMatch& match) {
  if (match.trigger->frame != Frame::act) return false;
  return clause.german ? is_german_passive(clause, match) : is_english_passive(clause, match);
}

std::vector<ArgumentPair> find_arguments(const Clause& clause, const TriggerMatch& match) {
  switch (match.trigger->frame) {
    case Frame::role: return find_role_arguments(clause, match);
    case Frame::bracket:
    case Frame::beside: return beside_pairs(clause, match);
    case Frame::mutual:
      if (auto pairs = between_pairs(clause, match); !pairs.empty()) return pairs;
      return cheapest(clause, match);
    case Frame::act:
    case Frame::undergo:
    case Frame::noun: break;
  }
  return cheapest(clause, match);
}

}  // namespace relgraph
