// SPDX-License-Identifier: Apache-2.0
#include "extraction/clause.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 40> k_german = {{
    {"an", "an"},
    {"am", "an"},
    {"ans", "an"},
    {"auf", "auf"},
    {"aufs", "auf"},
    {"aus", "aus"},
    {"bei", "bei"},
    {"beim", "bei"},
    {"durch", "durch"},
    {"für", "für"},
    {"fürs", "für"},
    {"gegen", "gegen"},
    {"gegenüber", "gegenüber"},
    {"hinter", "hinter"},
    {"in", "in"},
    {"im", "in"},
    {"ins", "in"},
    {"mit", "mit"},
    {"nach", "nach"},
    {"neben", "neben"},
    {"ohne", "ohne"},
    {"seit", "seit"},
    {"trotz", "trotz"},
    {"über", "über"},
    {"um", "um"},
    {"unter", "unter"},
    {"von", "von"},
    {"vom", "von"},
    {"vor", "vor"},
    {"vorm", "vor"},
    {"wegen", "wegen"},
    {"zu", "zu"},
    {"zum", "zu"},
    {"zur", "zu"},
    {"zwischen", "zwischen"},
    {"laut", "laut"},
    {"als", "als"},
    {"wie", "wie"},
    {"bis", "bis"},
    {"während", "während"},
}};
constexpr std::array<std::string_view, 30> k_english = {
    "of",   "in",   "on",    "at",      "by",    "for",    "from",    "with",    "to",    "about",
    "into", "over", "under", "against", "after", "before", "between", "through", "among", "across",
    "near", "like", "as",    "than",    "per",   "toward", "towards", "without", "via",   "alongside"};

bool is_article(std::string_view word, bool german) {
  constexpr std::array<std::string_view, 17> k_articles = {
      "der",   "die",   "das",   "dem",    "den",   "des",   "ein",    "eine", "einem",
      "einen", "einer", "eines", "dessen", "deren", "ihrem", "seinem", "ihren"};
  if (!german)
    return word == "the" || word == "a" || word == "an" || word == "its" || word == "his" || word == "her";
  return std::ranges::find(k_articles, word) != k_articles.end();
}

bool is_word(std::string_view word) {
  if (word.empty()) return false;
  std::size_t at = 0;
  const char32_t c = next_code_point(word, at);
  return is_letter(c) || is_digit(c);
}

/// The preposition before an argument: adjectives, one article and titles may stand between, a mark or
/// a day may not, and five words are enough.
std::string preposition_before(const Clause& clause, std::size_t begin, std::size_t floor) {
  constexpr std::size_t k_reach = 5;
  const Lexicon& lists = lexicon(clause.german ? "de" : "en");
  bool article = false;
  for (std::size_t back = 1; back <= k_reach && begin >= floor + back; ++back) {
    const std::string_view word = clause.words[begin - back];
    const std::string_view preposition = preposition_of(word, clause.german);
    if (!preposition.empty()) return std::string(preposition);
    if (!is_word(word) || article || lists.is_cue(clause.forms[begin - back], "day")) break;
    article = is_article(word, clause.german);
  }
  return {};
}

/// `US President Biden`, `SPD-Chef Klingbeil`: only words with a capital stand between the two.
bool describes(const Clause& clause, const Argument& a, const Argument& b) {
  if (b.begin < a.end || b.begin > a.end + 3 || b.type != "person" || a.type == "person" || a.genitive)
    return false;
  if (a.compound) return b.begin == a.end;
  if (b.begin == a.end) return false;
  for (std::size_t i = a.end; i < b.begin; ++i) {
    std::size_t at = 0;
    const std::string_view form = clause.forms[i];
    if (!is_upper(next_code_point(form, at)) && !lexicon("en").is_cue(form, "title")) return false;
  }
  return true;
}

/// `die Kritik des Konzerns`, `der Chef der Bank`: an article in the genitive behind a noun.
bool follows_genitive_article(const Clause& clause, const Argument& argument, std::size_t floor) {
  for (std::size_t back = 1; back <= 3 && argument.begin > back + floor; ++back) {
    const std::string_view word = clause.words[argument.begin - back];
    if (word == "der" || word == "des") {
      std::size_t at = 0;
      const std::string_view before = clause.forms[argument.begin - back - 1];
      return !before.empty() && is_upper(next_code_point(before, at));
    }
    if (!is_word(word) || is_article(word, true)) return false;
  }
  return false;
}

bool is_possessive(const Clause& clause, const Argument& argument, std::size_t floor) {
  if (argument.end < clause.words.size() && !argument.compound) {
    const std::string_view next = clause.words[argument.end];
    if (next == "'s" || next == "’s" || next == "'" || next == "’") return true;
  }
  if (!clause.german || argument.compound || argument.pronoun) return argument.genitive;
  const std::string_view last = clause.forms[argument.end - 1];
  if (last == ")") return follows_genitive_article(clause, argument, floor);
  if (last.ends_with('s') && last.size() > 3 && argument.end < clause.words.size()) {
    // `Musks Kritik`: a noun follows; `Trumps umfassende Strategie` needs more words.
    std::size_t at = 0;
    const std::string_view next = clause.forms[argument.end];
    if (is_upper(next_code_point(next, at))) return true;
  }
  return follows_genitive_article(clause, argument, floor);
}

/// Only commas, `und`, articles and titles stand between members of a list.
bool listed_together(const Clause& clause, const Argument& a, const Argument& b) {
  if (b.begin < a.end || b.begin - a.end > 4) return false;
  bool joined = false;
  for (std::size_t i = a.end; i < b.begin; ++i) {
    const std::string_view word = clause.words[i];
    std::size_t at = 0;
    if (word == "und" || word == "and" || word == "sowie" || word == "or" || word == "oder" || word == "&" ||
        word == ",") {
      joined = true;
    } else if (!joined ||
               !(is_article(word, clause.german) || is_upper(next_code_point(clause.forms[i], at)))) {
      return false;
    }
  }
  return joined;
}

}  // namespace

std::string_view preposition_of(std::string_view word, bool german) {
  if (german) {
    const auto* found = std::ranges::find(k_german, word, &Pair::first);
    return found == k_german.end() ? std::string_view() : found->second;
  }
  const auto* found = std::ranges::find(k_english, word);
  return found == k_english.end() ? std::string_view() : *found;
}

void join_brackets(Clause& clause) {
  std::vector<Argument> kept;
  for (const Argument& argument : clause.arguments) {
    const bool closed = argument.end < clause.words.size() && clause.words[argument.end] == ")";
    const bool behind = !kept.empty() && kept.back().entity == argument.entity && closed &&
                        argument.begin > 0 && kept.back().end + 1 == argument.begin &&
                        clause.words[argument.begin - 1] == "(";
    if (behind) {
      kept.back().end = argument.end + 1;
    } else {
      kept.push_back(argument);
    }
  }
  clause.arguments = std::move(kept);
}

void describe_arguments(Clause& clause) {
  for (std::size_t i = 0; i < clause.arguments.size(); ++i) {
    Argument& argument = clause.arguments[i];
    const std::size_t floor = i == 0 ? 0 : std::min(clause.arguments[i - 1].end, argument.begin);
    if (!argument.pronoun || !argument.genitive) argument.genitive = is_possessive(clause, argument, floor);
    argument.preposition = preposition_before(clause, argument.begin, floor);
    argument.group = i;
    if (i == 0) continue;
    Argument& before = clause.arguments[i - 1];
    if (describes(clause, before, argument)) {
      before.attributive = true;
      argument.preposition = before.preposition;
      argument.group = before.group == i - 1 ? i : before.group;
      continue;
    }
    if (argument.preposition.empty() && listed_together(clause, before, argument)) {
      argument.preposition = before.preposition;
      argument.group = before.group;
      argument.genitive = argument.genitive || (before.genitive && !before.pronoun && clause.german);
    }
  }
}

std::size_t clause_distance(const Clause& clause, std::size_t from, std::size_t to) {
  if (from > to) std::swap(from, to);
  std::size_t distance = 0;
  for (std::size_t i = from; i < to; ++i) {
    const std::string_view word = clause.words[i];
    distance += 1;
    if (word == ",") distance += 3;
    if (word == ";" || word == ":" || word == "„" || word == "“" || word == "\"" || word == "”")
      distance += 6;
  }
  return distance;
}

}  // namespace relgraph
