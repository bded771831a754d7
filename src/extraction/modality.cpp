// SPDX-License-Identifier: Apache-2.0
#include "extraction/modality.hpp"

#include <algorithm>
#include <array>

namespace relgraph {

namespace {

constexpr std::array<std::string_view, 21> k_negations = {
    "nicht", "kein",    "keine",   "keinen", "keinem", "keiner", "keines",
    "nie",   "niemals", "weder",   "ohne",   "not",    "never",  "no",
    "n't",   "without", "neither", "nor",    "cannot", "didn't", "doesn't"};
constexpr std::array<std::string_view, 30> k_plans = {
    "will",         "wollen",  "soll",   "sollen",   "möchte", "möchten", "plant",    "planen",
    "könnte",       "könnten", "würde",  "würden",   "dürfte", "wolle",   "solle",    "erwägt",
    "beabsichtigt", "would",   "could",  "might",    "may",    "plans",   "planning", "intends",
    "wants",        "hopes",   "should", "expected", "seeks",  "aims"};
constexpr std::array<std::string_view, 14> k_former = {
    "ehemalige", "ehemaliger", "ehemaligen", "ehemals", "frühere",  "früherer", "früheren",
    "einstige",  "einstiger",  "damalige",   "former",  "formerly", "ex",       "then"};
constexpr std::array<std::string_view, 13> k_reports = {
    "laut",      "angeblich",  "zufolge",   "mutmaßlich", "mutmaßliche", "vermutlich", "demnach",
    "allegedly", "reportedly", "according", "alleged",    "supposedly",  "rumoured"};

template <std::size_t N>
bool any_of(const Clause& clause, std::size_t begin, std::size_t end,
            const std::array<std::string_view, N>& list) {
  for (std::size_t i = begin; i < std::min(end, clause.words.size()); ++i) {
    if (std::ranges::find(list, clause.words[i]) != list.end()) return true;
  }
  return false;
}

std::size_t back(std::size_t from, std::size_t words) { return from > words ? from - words : 0; }

/// The part of the sentence without a comma around the trigger.
std::pair<std::size_t, std::size_t> own_clause(const Clause& clause, const TriggerMatch& match) {
  const std::size_t floor = back(match.begin, 25);
  std::size_t begin = match.begin;
  while (begin > floor && clause.words[begin - 1] != "," && clause.words[begin - 1] != ":") --begin;
  std::size_t end = match.end;
  const std::size_t ceiling = std::min(clause.words.size(), match.end + 15);
  while (end < ceiling && clause.words[end] != ",") ++end;
  return {begin, end};
}

bool is_negated(const Clause& clause, const TriggerMatch& match) {
  const auto [begin, end] = own_clause(clause, match);
  if (any_of(clause, std::max(begin, back(match.begin, 4)), match.begin, k_negations)) return true;
  // German puts `nicht` behind its verb: `unterstützt den Plan nicht`.
  const bool verb = match.trigger->frame == Frame::act || match.trigger->frame == Frame::undergo;
  if (!clause.german || !verb) return false;
  for (std::size_t i = match.begin; i < end; ++i) {
    if (clause.words[i] != "nicht") continue;
    // `nicht nur`, `nicht mehr als` deny nothing.
    return i + 1 >= clause.words.size() || clause.words[i + 1] != "nur";
  }
  return false;
}

bool is_former(const Clause& clause, const TriggerMatch& match) {
  const std::string& word = clause.words[match.begin];
  if (word.starts_with("ex-") || word.starts_with("alt-") || word.starts_with("former")) return true;
  const bool office = match.trigger->frame == Frame::role || match.trigger->frame == Frame::bracket;
  return office && any_of(clause, back(match.begin, 3), match.begin, k_former);
}

}  // namespace

Status status_of(const Clause& clause, const TriggerMatch& match, bool quoted) {
  if (is_negated(clause, match)) return Status::negated;
  if (is_former(clause, match)) return Status::former;
  const auto [begin, end] = own_clause(clause, match);
  const Frame frame = match.trigger->frame;
  const bool happens = frame == Frame::act || frame == Frame::noun || frame == Frame::mutual;
  if (happens && any_of(clause, begin, clause.german ? end : match.begin, k_plans)) return Status::planned;
  if (quoted || any_of(clause, begin, end, k_reports)) return Status::reported;
  return Status::asserted;
}

}  // namespace relgraph
