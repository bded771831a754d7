// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// What all names of a country share (`USA` for `United States`, `US` …); empty for no country.
[[nodiscard]] std::string_view find_country(std::string_view name);
/// What is known of a body or group whose name may be a noun as well (`Bundesregierung`): name, kind, and its
/// dictionary form where the name is inflected or short for it; null for none.
[[nodiscard]] const TsvRow* find_body(std::string_view name);

}  // namespace relgraph
