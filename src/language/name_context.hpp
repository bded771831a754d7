// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/lexicon.hpp"
#include "language/name_words.hpp"
#include "relgraph/analysis.hpp"

namespace relgraph {

/// A sentence as the search for names sees it.
struct NameContext {
  std::string_view text;
  std::span<const Token> tokens;  ///< of the sentence
  std::vector<NameWord> words;
  const Lexicon& lists;

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {tokens[begin].span.begin, tokens[end - 1].span.end};
  }
};

/// What the lists say of a text, also in the genitive (`Deutschlands`, `Portugals`).
[[nodiscard]] std::optional<NameKind> known_name(std::string_view name, bool german);

/// `II.`, `IV`.
[[nodiscard]] bool is_roman(std::string_view word);
/// `J.`, `J.D.`
[[nodiscard]] bool is_initial(std::string_view word);

/// Whether an article or an adjective stands before the word, as it does before German nouns but seldom
/// before names.
[[nodiscard]] bool is_determined(const NameContext& f, std::size_t i);

/// The kind of the name that is the tokens `[begin, end)`, by its words and by what stands around it.
[[nodiscard]] NameKind kind_of(const NameContext& f, std::size_t begin, std::size_t end);

/// A word that is a name by its ending: `Innenministerium`, `Bundeskartellamt`, `Landtagswahl`.
[[nodiscard]] std::optional<NameKind> kind_by_ending(const NameContext& f, std::size_t i);

/// A head alone (`Universität`) or a word of the vocabulary: no name.
[[nodiscard]] bool is_only_a_word(const NameContext& f, std::size_t i);

/// German words in the place of a noun, and unknown words at the start of a sentence: names only if they are
/// names elsewhere in the document.
[[nodiscard]] bool is_doubtful(const NameContext& f, std::size_t i);

}  // namespace relgraph
