// SPDX-License-Identifier: Apache-2.0
#include "language/annotate.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/lexicon.hpp"
#include "language/model.hpp"
#include "language/network/network.hpp"

namespace relgraph {

namespace {

using network::Network;
using network::Word;

constexpr std::size_t k_sentences_at_once = 256;  // bounds the memory that a long document takes

/// Labels of the model as symbols, and what has been made of its features so far.
struct Names {
  std::vector<Symbol> upos, deprels;
  std::unordered_map<std::string, Symbol> features;
};

std::vector<Symbol> symbols(const std::vector<std::string>& labels) {
  std::vector<Symbol> out;
  for (const std::string& label : labels) out.emplace_back(label);
  return out;
}

/// `Case=Nom|Number=Sing`: in the order of Universal Dependencies, by name without regard to case.
Symbol feature_text(const Network& net, const std::uint8_t* values) {
  std::vector<std::pair<std::string, std::string>> present;
  for (std::size_t f = 0; f < net.features(); ++f) {
    const auto& [name, known] = net.labels().features[f];
    if (known[values[f]].empty()) continue;
    std::string key = name;
    std::ranges::transform(key, key.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    present.emplace_back(std::move(key), name + "=" + known[values[f]]);
  }
  std::ranges::sort(present);
  std::string text;
  for (const auto& [key, pair] : present) text += (text.empty() ? "" : "|") + pair;
  return Symbol(text);
}

NameKind kind_of(std::string_view tag) {
  constexpr std::array<std::pair<std::string_view, NameKind>, 5> k_kinds = {{{"PER", NameKind::person},
                                                                             {"ORG", NameKind::organization},
                                                                             {"LOC", NameKind::place},
                                                                             {"PRODUCT", NameKind::product},
                                                                             {"EVENT", NameKind::event}}};
  for (const auto& [name, kind] : k_kinds)
    if (tag.substr(2) == name) return kind;
  return NameKind::other;
}

/// White space stands before the first word of a sentence, before words behind a gap, and, as the network
/// learnt it, before both words of a contraction.
bool space_before(const Analysis& analysis, const Sentence& sentence, std::size_t token) {
  if (token == sentence.first_token) return true;
  const Span before = analysis.tokens[token - 1].span, now = analysis.tokens[token].span;
  return before == now || before.end < now.begin;
}

/// Words that are names although the corpora that the network learnt from do not count them: `@relgraph`, and
/// nouns for a body of which there is one (`Bundesregierung`).
std::optional<NameKind> listed_kind(std::string_view word) {
  if (word.size() > 1 && word.front() == '@') return NameKind::unknown;
  if (find_body(word) != nullptr) return NameKind::organization;
  return std::nullopt;
}

void put_names(const Network& net, const network::Annotation& labels, std::string_view text,
               const Analysis& analysis, std::size_t sentence_index, std::size_t label,
               std::vector<Name>& names) {
  const Sentence& sentence = analysis.sentences[sentence_index];
  for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i, ++label) {
    const std::string& tag = net.labels().name_tags[labels.labels[label].name];
    if (tag.front() == 'I' && !names.empty()) {
      names.back().end_token = i + 1;
      names.back().span.end = analysis.tokens[i].span.end;
    } else if (tag.front() == 'B') {
      names.push_back({analysis.tokens[i].span, i, i + 1, sentence_index, kind_of(tag)});
    } else if (const auto kind = listed_kind(analysis.tokens[i].span.of(text))) {
      names.push_back({analysis.tokens[i].span, i, i + 1, sentence_index, *kind});
    }
  }
}

void put_labels(const Network& net, Names& known, const network::Annotation& labels, std::string_view text,
                std::size_t label, Token& token) {
  const network::WordLabels& found = labels.labels[label];
  token.upos = known.upos[found.upos];
  token.deprel = known.deprels[found.deprel];
  token.lemma = Symbol(net.scripts()[found.script].apply(token.word(text)));
  const std::uint8_t* values = labels.features.data() + label * net.features();
  std::string key(values, values + net.features());
  const auto [at, fresh] = known.features.try_emplace(std::move(key));
  if (fresh) at->second = feature_text(net, values);
  token.feats = at->second;
}

/// The upper half of a float, rounded to nearest, ties to even.
std::uint16_t bfloat16(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  return static_cast<std::uint16_t>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

void keep_vectors(network::LowerVectors& lower, const network::Annotation& labels, PieceVectors& out) {
  const std::size_t before = out.begins.back();
  std::ranges::transform(lower.values, std::back_inserter(out.values), bfloat16);
  lower.values.clear();
  for (std::size_t s = 1; s < labels.piece_begins.size(); ++s)
    out.begins.push_back(before + labels.piece_begins[s]);
  for (const auto& [first, last] : labels.pieces) out.words.emplace_back(before + first, before + last);
}

}  // namespace

void annotate_words(const Document& document, Analysis& analysis, std::size_t layers) {
  const Network& net = language_model();
  thread_local const std::unique_ptr<network::Workspace> work = net.make_workspace();
  thread_local Names known{symbols(net.labels().upos), symbols(net.labels().deprels), {}};
  analysis.names.clear();
  std::vector<Word> words;
  std::vector<std::size_t> begins;
  network::Annotation labels;
  network::LowerVectors lower{layers, {}};
  analysis.vectors = {};
  if (layers > 0) {
    analysis.vectors.width = net.shape().hidden;
    analysis.vectors.begins.push_back(0);
  }
  for (std::size_t first = 0; first < analysis.sentences.size(); first += k_sentences_at_once) {
    const std::size_t end = std::min(first + k_sentences_at_once, analysis.sentences.size());
    words.clear();
    begins.assign(1, 0);
    for (std::size_t s = first; s < end; ++s) {
      const Sentence& sentence = analysis.sentences[s];
      for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i)
        words.push_back({analysis.tokens[i].word(document.text), space_before(analysis, sentence, i)});
      begins.push_back(words.size());
    }
    net.annotate(*work, analysis.language, words, begins, labels, layers > 0 ? &lower : nullptr);
    if (layers > 0) keep_vectors(lower, labels, analysis.vectors);
    for (std::size_t s = first; s < end; ++s) {
      const Sentence& sentence = analysis.sentences[s];
      std::size_t label = begins[s - first];
      put_names(net, labels, document.text, analysis, s, label, analysis.names);
      for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i, ++label) {
        Token& token = analysis.tokens[i];
        put_labels(net, known, labels, document.text, label, token);
        const std::int32_t head = labels.labels[label].head;
        token.head = head == 0 ? static_cast<std::int32_t>(i - sentence.first_token) : head - 1;
      }
    }
  }
}

}  // namespace relgraph
