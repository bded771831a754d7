// SPDX-License-Identifier: Apache-2.0
#include "language/lexicon.hpp"

#include <algorithm>
#include <string>

#include "base/embedded.hpp"
#include "base/utf8.hpp"

namespace relgraph {

namespace {

/// Longer words are no words; nothing is looked up for them.
constexpr std::size_t k_longest_word = 100;

std::string list(std::string_view name, std::string_view language) {
  return "words/" + std::string(name) + "." + std::string(language) + ".tsv";
}

struct ByWord {
  bool operator()(const TsvRow& row, std::string_view word) const { return row.fields[0] < word; }
  bool operator()(std::string_view word, const TsvRow& row) const { return word < row.fields[0]; }
};

}  // namespace

WordTable::WordTable(std::string_view path) {
  if (path.empty()) return;
  m_rows = parse_tsv(embedded_file(path));
  const auto less = [](const TsvRow& a, const TsvRow& b) { return a.fields[0] < b.fields[0]; };
  if (!std::ranges::is_sorted(m_rows, less)) std::ranges::stable_sort(m_rows, less);
}

std::span<const TsvRow> WordTable::find_all(std::string_view word) const {
  const auto [begin, end] = std::equal_range(m_rows.begin(), m_rows.end(), word, ByWord{});
  return {begin, end};
}

const TsvRow* WordTable::find(std::string_view word) const {
  const auto rows = find_all(word);
  return rows.empty() ? nullptr : &rows.front();
}

std::string_view WordTable::field(std::string_view word, std::size_t index) const {
  const TsvRow* row = find(word);
  return row != nullptr && index < row->fields.size() ? row->fields[index] : std::string_view();
}

Lexicon::Lexicon(std::string_view language)
    : abbreviations(list("abbreviations", language)),
      lower(list("lower", language)),
      cues(list("cues", language)),
      nouns(language == "de" ? "words/nouns.de.tsv" : ""),
      noun_endings(language == "de" ? "words/noun_endings.de.tsv" : ""),
      german(language == "de") {}

bool Lexicon::is_cue(std::string_view word, std::string_view kind) const {
  return std::ranges::any_of(cues.find_all(word), [&](const TsvRow& row) { return row.fields[1] == kind; });
}

bool Lexicon::has_cue_ending(std::string_view word, std::string_view kind) const {
  if (word.size() > k_longest_word) return false;
  const std::string lower_case = to_lower(word);
  std::string ending;
  for (std::size_t i = 1; i + 2 < lower_case.size(); ++i) {
    if ((static_cast<unsigned char>(lower_case[i]) & 0xC0U) == 0x80U) continue;
    ending = "-";
    ending.append(lower_case, i);
    if (is_cue(ending, kind)) return true;
  }
  return false;
}

bool Lexicon::is_noun(std::string_view word) const {
  if (!german || word.size() > k_longest_word) return false;
  if (nouns.contains(word)) return true;
  const std::string lower_case = to_lower(word);
  const std::string_view view = lower_case;
  for (std::size_t i = 1; i + 2 < view.size(); ++i) {
    if (noun_endings.contains(view.substr(i))) return true;
  }
  // A compound is a noun if its last part is one: `Rathausplatz`. Shorter parts end surnames as well.
  constexpr std::size_t k_shortest_tail = 5;
  std::string tail;
  for (std::size_t i = 3; i + k_shortest_tail <= word.size(); ++i) {
    if (lower_case[i] < 'a' || lower_case[i] > 'z') continue;
    tail = view.substr(i);
    tail[0] = static_cast<char>(tail[0] - 32);
    if (nouns.contains(tail)) return true;
  }
  return false;
}

const Lexicon& lexicon(std::string_view language) {
  static const Lexicon german("de");
  if (language == "de") return german;
  static const Lexicon english("en");
  return english;
}

const WordTable& first_names() {
  static const WordTable table("words/first_names.tsv");
  return table;
}

const WordTable& surnames() {
  static const WordTable table("words/surnames.tsv");
  return table;
}

const TsvRow* find_place(std::string_view name) {
  static const WordTable own("words/places_own.tsv");
  static const WordTable gathered("words/places.tsv");
  const TsvRow* row = own.find(name);
  return row != nullptr ? row : gathered.find(name);
}

namespace {

const WordTable& own_organisations() {
  static const WordTable table("words/organisations_own.tsv");
  return table;
}

}  // namespace

const TsvRow* find_organisation(std::string_view name) {
  static const WordTable gathered("words/organisations.tsv");
  const TsvRow* row = own_organisations().find(name);
  return row != nullptr ? row : gathered.find(name);
}

const TsvRow* find_body(std::string_view name) { return own_organisations().find(name); }

const TsvRow* find_small_organisation(std::string_view name) {
  // The few there are start with these letters; most words need no search.
  constexpr std::string_view k_initials = "adetv";
  if (name.empty() || k_initials.find(name.front()) == std::string_view::npos) return nullptr;
  return own_organisations().find(name);
}

const WordTable& country_adjectives() {
  static const WordTable table("words/adjectives.tsv");
  return table;
}

std::string_view country_of_adjective(std::string_view word, std::string_view language) {
  const WordTable& table = country_adjectives();
  if (language != "de") {
    const TsvRow* row = table.find(word);
    return row != nullptr && row->fields[1] == "en" ? row->fields[2] : std::string_view();
  }
  // A German adjective is a stem with an ending of two letters at most.
  std::string stem = to_lower(word);
  for (int cut = 0; cut < 3 && stem.size() > 4; ++cut) {
    const TsvRow* row = table.find(stem);
    if (row != nullptr && row->fields[1] == "de") return row->fields[2];
    stem.pop_back();
  }
  return {};
}

}  // namespace relgraph
