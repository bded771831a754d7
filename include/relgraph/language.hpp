// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "relgraph/analysis.hpp"

namespace relgraph {

/// Which language a text is in.
struct LanguageGuess {
  std::string language;   ///< `de`, `en`, or empty for any other language or no text
  double confidence = 0;  ///< share of the recognised function words that speak for it, 0 to 1
};

/// German, English or neither, by function words and letter statistics.
/// Complexity: linear, reads at most the first 100 kB. Deterministic: yes.
[[nodiscard]] LanguageGuess detect_language(std::string_view text);

/// Sentences, words, names and quotations of a document.
/// `language` (`de` or `en`) overrules what the document declares and what is detected; a document in
/// another language gives an empty Analysis and a warning in `diagnostics`.
/// `vector_layers`, if not 0, asks for the vectors of the pieces behind so many layers of the network.
/// Complexity: linear in the text. Deterministic: yes.
[[nodiscard]] Analysis analyse(const Document& document, Diagnostics& diagnostics,
                               std::string_view language = {}, std::size_t vector_layers = 0);

/// The analysis as CoNLL-U; names stand in MISC as `Name=B-person`, offsets as `TokenRange=b:e`.
[[nodiscard]] std::string to_conllu(const Document& document, const Analysis& analysis);

/// The analysis as one JSON object (docs/analysis-format.md).
[[nodiscard]] std::string to_json(const Document& document, const Analysis& analysis);

/// A document and the words and sentences of its analysis from CoNLL-U text, as given: gold tokens.
/// Errors: `Error{input}` with file and line.
struct GoldInput {
  Document document;
  Analysis analysis;
};
[[nodiscard]] GoldInput from_conllu(std::string_view conllu, const std::string& file);

/// Fills in everything but words and sentences (names, quotations, later tags and trees).
void annotate(const Document& document, Analysis& analysis, std::size_t vector_layers = 0);

}  // namespace relgraph
