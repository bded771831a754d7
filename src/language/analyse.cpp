// SPDX-License-Identifier: Apache-2.0
#include "language/annotate.hpp"
#include "language/lexicon.hpp"
#include "language/quotations.hpp"
#include "language/sentences.hpp"
#include "relgraph/language.hpp"

namespace relgraph {

namespace {

bool supported(std::string_view language) { return language == "de" || language == "en"; }

/// What a source declares, cut to the language: `de-AT` is German.
std::string_view base_language(std::string_view declared) {
  return declared.substr(0, declared.find_first_of("-_"));
}

/// The text decides; what the source declares counts only where the text does not show it, because pages
/// are often declared wrongly.
std::string choose_language(const Document& document) {
  const LanguageGuess guess = detect_language(document.text);
  if (!guess.language.empty()) return guess.language;
  const std::string_view declared = base_language(document.language);
  constexpr std::size_t k_short_text = 200;
  if (supported(declared) && document.text.size() < k_short_text) return std::string(declared);
  return {};
}

}  // namespace

Analysis analyse(const Document& document, Diagnostics& diagnostics, std::string_view language,
                 std::size_t vector_layers) {
  Analysis analysis;
  if (document.text.empty()) return analysis;
  analysis.language = supported(language) ? std::string(language) : choose_language(document);
  if (analysis.language.empty()) {
    diagnostics.warn("'" + document.id + "' looks like neither German nor English; use --language to force",
                     {.file = document.source});
    return analysis;
  }
  split_document(document, lexicon(analysis.language), analysis);
  annotate(document, analysis, vector_layers);
  return analysis;
}

void annotate(const Document& document, Analysis& analysis, std::size_t vector_layers) {
  if (!supported(analysis.language)) {
    const std::string_view declared = base_language(document.language);
    analysis.language = supported(declared) ? std::string(declared) : detect_language(document.text).language;
    if (analysis.language.empty()) return;
  }
  const Lexicon& words = lexicon(analysis.language);
  annotate_words(document, analysis, vector_layers);
  analysis.quotations = find_quotations(document, analysis, words);
}

}  // namespace relgraph
