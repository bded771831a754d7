// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/tsv.hpp"

namespace relgraph {

/// A list of data/words: the first field of a row is the word, the others say what it is. Rows are
/// views into the program's embedded data; looking up is a binary search.
class WordTable {
 public:
  /// Errors: `Error{internal}` if there is no such list.
  explicit WordTable(std::string_view path);

  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }
  /// The first row of that word, or null.
  [[nodiscard]] const TsvRow* find(std::string_view word) const;
  /// All rows of that word.
  [[nodiscard]] std::span<const TsvRow> find_all(std::string_view word) const;
  /// Field `index` of the word's row, empty if there is none.
  [[nodiscard]] std::string_view field(std::string_view word, std::size_t index) const;

 private:
  std::vector<TsvRow> m_rows;
};

/// What the word lists know of a word. Each list is read at its first use and kept.
struct Lexicon {
  explicit Lexicon(std::string_view language);

  WordTable abbreviations;  ///< word with its full stop, `title` if a name follows, else `-`
  WordTable lower;          ///< words written with a small letter
  WordTable cues;           ///< word, class (docs in the file)
  WordTable nouns;          ///< German common nouns; empty for English
  bool german;

  /// Whether the word has that class in cues.*.tsv.
  [[nodiscard]] bool is_cue(std::string_view word, std::string_view kind) const;
};

/// The lists of a language, `de` or `en`.
[[nodiscard]] const Lexicon& lexicon(std::string_view language);

/// Lists that both languages share.
[[nodiscard]] const WordTable& first_names();
[[nodiscard]] const WordTable& surnames();
/// What is known of a place: name, kind (country, region, city), German and English name where they
/// differ; null for no place.
[[nodiscard]] const TsvRow* find_place(std::string_view name);
/// What is known of an organisation: name, kind, and its dictionary form where the name is inflected or
/// short for it; null for no organisation.
[[nodiscard]] const TsvRow* find_organisation(std::string_view name);
/// The same for bodies and groups only, whose names may be nouns as well (`Bundesregierung`).
[[nodiscard]] const TsvRow* find_body(std::string_view name);
[[nodiscard]] const WordTable& country_adjectives();

/// The country that an adjective or a word for its people names ("türkischen", "Turkish"), in English or
/// German as the language of the text says; empty if the word is none.
[[nodiscard]] std::string_view country_of_adjective(std::string_view word, std::string_view language);

}  // namespace relgraph
