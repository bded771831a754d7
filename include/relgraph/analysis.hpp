// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relgraph/document.hpp"
#include "relgraph/error.hpp"
#include "relgraph/span.hpp"
#include "relgraph/symbol.hpp"

namespace relgraph {

/// One syntactic word of Universal Dependencies, or a punctuation mark. Fields that the analyser does not
/// know stay empty and are written as `_` in CoNLL-U (version 2).
struct Token {
  Span span;    ///< bytes of the document's text; both words of `zum` have the span of `zum`
  Symbol form;  ///< the word where it is not the text of its span (`zu` and `dem` of `zum`), else empty
  Symbol lemma;
  Symbol upos;   ///< universal part of speech
  Symbol feats;  ///< morphological features, `Case=Nom|Number=Sing`
  Symbol deprel;
  std::int32_t head =
      -1;  ///< index of the head within the sentence; the root has its own index, -1 is unknown

  /// The word itself; `text` is that of the document.
  [[nodiscard]] std::string_view word(std::string_view text) const {
    return form.empty() ? span.of(text) : form.view();
  }
};

/// One sentence: a range of tokens and the bytes from its first to its last one.
struct Sentence {
  Span span;
  std::size_t first_token = 0;  ///< index into Analysis::tokens
  std::size_t end_token = 0;    ///< one past the last
  bool heading = false;         ///< stands in a headline
};

/// Kinds of names, those of Universal NER plus products and events. `unknown` is a name whose kind
/// the text does not show.
enum class NameKind : std::uint8_t { unknown, person, organization, place, product, event, other };

/// A name as it stands in the text.
struct Name {
  Span span;
  std::size_t first_token = 0;
  std::size_t end_token = 0;
  std::size_t sentence = 0;  ///< index into Analysis::sentences
  NameKind kind = NameKind::unknown;
};

enum class QuotationKind : std::uint8_t { direct, indirect, post };

/// What somebody says: the words, the cue ("sagte") and the mention of the speaker where the text
/// has them. A post of a social network has its signature line as the place of the speaker.
struct Quotation {
  QuotationKind kind = QuotationKind::direct;
  Span span;
  std::optional<Span> cue;
  std::optional<Span> speaker;
  std::string date;  ///< ISO 8601 where a signature line tells it
};

/// Vectors of subword pieces behind the lower layers of the network, for stages that read on from there;
/// bfloat16 (the upper half of a float), so a word takes about 1.1 kB.
struct PieceVectors {
  std::size_t width = 0;              ///< numbers of a vector
  std::vector<std::uint16_t> values;  ///< [pieces, width]
  std::vector<std::size_t> begins;    ///< pieces of the sentences or their parts, and the end
  std::vector<std::pair<std::size_t, std::size_t>> words;  ///< first and last piece of each token
};

/// What the language stage knows of a document. All positions are bytes of `Document::text`.
struct Analysis {
  std::string language;  ///< `de` or `en`: what the document was analysed as
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Name> names;            ///< in text order, not overlapping
  std::vector<Quotation> quotations;  ///< in text order
  PieceVectors vectors;               ///< empty unless asked for
};

}  // namespace relgraph
