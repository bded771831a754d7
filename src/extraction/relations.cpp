// SPDX-License-Identifier: Apache-2.0
#include "extraction/relations.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.hpp"
#include "extraction/arguments.hpp"
#include "extraction/modality.hpp"
#include "extraction/triggers.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_repeat = 2000;  ///< bytes; nobody repeats longer sentences by mistake

enum class Gender : std::uint8_t { unknown, male, female };

/// Who a pronoun stands for: the person that was last spoken of without a preposition.
struct Focus {
  std::optional<std::size_t> entity;
  Gender gender = Gender::unknown;
  std::optional<std::size_t> organization;  ///< for `its`
};

struct Finder {
  const Document& document;
  const Analysis& analysis;
  const Entities& entities;
  bool german = false;
  std::vector<Statement> statements;
  std::size_t next_mention = 0;
  std::size_t next_quotation = 0;
  Focus focus;
  std::unordered_set<std::string_view> seen;  ///< sentences; only looked up, never iterated
  std::vector<std::string> words;
};

Gender gender_of(const Entity& entity) {
  const std::string_view label = entity.label;
  const std::string_view gender = first_names().field(label.substr(0, label.find(' ')), 1);
  if (gender == "m") return Gender::male;
  return gender == "f" ? Gender::female : Gender::unknown;
}

/// `he`, `sein` …: what a pronoun asks for; nothing if the word is none that can be told.
struct Pronoun {
  std::string_view word;
  Gender gender;
  bool possessive;
};
constexpr std::array<Pronoun, 15> k_german_pronouns = {{{"er", Gender::male, false},
                                                        {"ihn", Gender::male, false},
                                                        {"ihm", Gender::male, false},
                                                        {"sein", Gender::male, true},
                                                        {"seine", Gender::male, true},
                                                        {"seinen", Gender::male, true},
                                                        {"seinem", Gender::male, true},
                                                        {"seiner", Gender::male, true},
                                                        {"sie", Gender::female, false},
                                                        {"ihr", Gender::female, true},
                                                        {"ihre", Gender::female, true},
                                                        {"ihren", Gender::female, true},
                                                        {"ihrem", Gender::female, true},
                                                        {"ihrer", Gender::female, true},
                                                        {"ihres", Gender::female, true}}};
constexpr std::array<Pronoun, 5> k_english_pronouns = {{{"he", Gender::male, false},
                                                        {"him", Gender::male, false},
                                                        {"his", Gender::male, true},
                                                        {"she", Gender::female, false},
                                                        {"her", Gender::female, true}}};

const Pronoun* pronoun_of(std::string_view word, bool german) {
  const auto search = [&](const auto& list) -> const Pronoun* {
    const auto* found = std::ranges::find(list, word, &Pronoun::word);
    return found == list.end() ? nullptr : found;
  };
  return german ? search(k_german_pronouns) : search(k_english_pronouns);
}

void note_focus(Finder& f, const Argument& argument) {
  if (argument.type == "organization" && !argument.compound) f.focus.organization = argument.entity;
  if (argument.type != "person" || argument.pronoun || argument.attributive) return;
  if (!argument.preposition.empty() && f.focus.entity) return;
  f.focus.entity = argument.entity;
  f.focus.gender = gender_of(f.entities.entities[argument.entity]);
}

/// The entity of a country by the adjective made of it, if the document names the country.
std::optional<std::size_t> country_entity(const Finder& f, std::string_view word) {
  const std::string_view country = country_of_adjective(word, f.german ? "de" : "en");
  if (country.empty()) return std::nullopt;
  const TsvRow* row = find_place(country);
  for (std::size_t i = 0; i < f.entities.entities.size() && i < 200; ++i) {
    const Entity& entity = f.entities.entities[i];
    if (entity.type != "place") continue;
    if (entity.label == country) return i;
    const TsvRow* other = find_place(entity.label);
    if (row != nullptr && other != nullptr && row->fields.size() > 2 && other->fields.size() > 2 &&
        !row->fields[2].empty() && row->fields[2] == other->fields[2])
      return i;
  }
  return std::nullopt;
}

Argument as_argument(const Finder& f, const EntityMention& mention, const Sentence& sentence) {
  Argument argument;
  argument.entity = mention.entity;
  argument.begin = mention.first_token - sentence.first_token;
  argument.end = mention.end_token - sentence.first_token;
  argument.type = f.entities.entities[mention.entity].type;
  if (argument.type == "place") {
    const TsvRow* row = find_place(f.entities.entities[mention.entity].label);
    argument.place_kind = row != nullptr ? row->fields[1] : std::string_view("city");
  }
  argument.compound = mention.span.end < f.analysis.tokens[mention.end_token - 1].span.end;
  return argument;
}

/// Names, adjectives of countries and pronouns of the sentence as arguments, in text order.
Clause make_clause(Finder& f, std::size_t s) {
  const Sentence& sentence = f.analysis.sentences[s];
  Clause clause;
  clause.german = f.german;
  f.words.clear();
  for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const std::string_view form = f.analysis.tokens[i].span.of(f.document.text);
    clause.forms.push_back(form);
    f.words.push_back(to_lower(form));
  }
  clause.words = f.words;
  const auto& mentions = f.entities.mentions;
  while (f.next_mention < mentions.size() && mentions[f.next_mention].sentence < s) ++f.next_mention;
  for (std::size_t i = 0; i < clause.words.size();) {
    if (f.next_mention < mentions.size() && mentions[f.next_mention].sentence == s &&
        mentions[f.next_mention].first_token - sentence.first_token == i) {
      clause.arguments.push_back(as_argument(f, mentions[f.next_mention++], sentence));
      note_focus(f, clause.arguments.back());
      i = clause.arguments.back().end;
      continue;
    }
    Argument argument;
    argument.begin = i;
    argument.end = i + 1;
    if (const auto country = country_entity(f, clause.forms[i])) {
      argument.entity = *country;
      argument.type = "place";
      argument.adjective = argument.attributive = true;
      clause.arguments.push_back(argument);
    } else if (const Pronoun* pronoun = pronoun_of(clause.words[i], f.german);
               pronoun != nullptr && f.focus.entity && f.focus.gender == pronoun->gender) {
      argument.entity = *f.focus.entity;
      argument.type = "person";
      argument.pronoun = true;
      argument.genitive = pronoun->possessive;
      clause.arguments.push_back(argument);
    }
    if (!f.german && clause.words[i] == "its" && f.focus.organization) {
      argument.entity = *f.focus.organization;
      argument.type = "organization";
      argument.pronoun = argument.genitive = true;
      clause.arguments.push_back(argument);
    }
    ++i;
  }
  return clause;
}

/// The quotation that a place of the text stands in, and who speaks there.
const Quotation* quotation_at(const Finder& f, Span span) {
  const auto& quotations = f.analysis.quotations;
  const auto after =
      std::ranges::upper_bound(quotations, span.begin, {}, [](const Quotation& q) { return q.span.begin; });
  // A post may hold quotations of its own, so the one that starts last need not be the one around it.
  constexpr std::ptrdiff_t k_look_back = 4;
  for (auto it = after; it != quotations.begin() && after - it < k_look_back;) {
    --it;
    if (it->span.contains(span)) return &*it;
  }
  return nullptr;
}

std::optional<std::size_t> entity_at(const Finder& f, Span span) {
  const auto& mentions = f.entities.mentions;
  const auto found =
      std::ranges::lower_bound(mentions, span.begin, {}, [](const EntityMention& m) { return m.span.begin; });
  if (found == mentions.end() || !found->span.overlaps(span)) return std::nullopt;
  return found->entity;
}

bool has_amount(const RelationType& type) {
  constexpr std::array<std::string_view, 8> k_types = {"invests_in", "funds",    "acquires", "divests",
                                                       "sanctions",  "supplies", "sues",     "demands_from"};
  return std::ranges::find(k_types, type.id) != k_types.end();
}

void add_match(Finder& f, const Clause& clause, std::size_t s, const TriggerMatch& match) {
  const std::vector<ArgumentPair> pairs = find_arguments(clause, match);
  if (pairs.empty()) return;
  const Sentence& sentence = f.analysis.sentences[s];
  Statement statement;
  statement.type = match.trigger->type;
  statement.confidence = match.trigger->confidence;
  statement.sentence = s;
  statement.trigger = {f.analysis.tokens[sentence.first_token + match.begin].span.begin,
                       f.analysis.tokens[sentence.first_token + match.end - 1].span.end};
  const Quotation* quotation = quotation_at(f, statement.trigger);
  statement.status = status_of(clause, match, quotation != nullptr);
  if (quotation != nullptr && quotation->speaker) statement.speaker = entity_at(f, *quotation->speaker);
  if (has_amount(*statement.type)) statement.amount = find_amount(clause, match.begin);
  for (const auto& [source, target] : pairs) {
    statement.source = clause.arguments[source].entity;
    statement.target = clause.arguments[target].entity;
    f.statements.push_back(statement);
  }
}

}  // namespace

std::vector<Statement> find_statements(const Document& document, const Analysis& analysis,
                                       const Entities& entities) {
  Finder f{document, analysis, entities, analysis.language == "de", {}, 0, 0, {}, {}, {}};
  const TriggerList& list = triggers(analysis.language);
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const std::string_view text = analysis.sentences[s].span.of(document.text);
    Clause clause = make_clause(f, s);
    const bool repeated = text.size() <= k_longest_repeat && !f.seen.insert(text).second;
    if (repeated || clause.arguments.size() < 2) continue;
    join_brackets(clause);
    describe_arguments(clause);
    for (const TriggerMatch& match : list.find(clause.words)) add_match(f, clause, s, match);
  }
  return std::move(f.statements);
}

}  // namespace relgraph
