// SPDX-License-Identifier: Apache-2.0
#include "language/lexicon.hpp"

#include <algorithm>
#include <string>

#include "base/embedded.hpp"

namespace relgraph {

namespace {

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

std::string_view find_country(std::string_view name) {
  static const WordTable own("words/countries_own.tsv");
  static const WordTable gathered("words/countries.tsv");
  const std::string_view country = own.field(name, 1);
  return country.empty() ? gathered.field(name, 1) : country;
}

const TsvRow* find_body(std::string_view name) {
  static const WordTable table("words/organisations_own.tsv");
  return table.find(name);
}

}  // namespace relgraph
