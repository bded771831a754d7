// SPDX-License-Identifier: Apache-2.0
#include "language/lexicon.hpp"

#include <algorithm>
#include <string>

#include "base/embedded.hpp"
#include "base/utf8.hpp"

namespace relgraph {

namespace {

/// Longer words are no words; nothing is looked up for them.

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
      german(language == "de") {}

bool Lexicon::is_cue(std::string_view word, std::string_view kind) const {
  return std::ranges::any_of(cues.find_all(word), [&](const TsvRow& row) { return row.fields[1] == kind; });
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
