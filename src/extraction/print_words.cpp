// SPDX-License-Identifier: Apache-2.0
#include "extraction/print_words.hpp"

#include <string_view>
#include <vector>

namespace relgraph {

namespace {

bool is_hyphen(std::string_view word) { return word == "-" || word == "\u2010" || word == "\u2011"; }

bool is_verb_clitic(std::string_view word) {
  return word.size() > 1 &&
         (word.ends_with("n't") || word.ends_with("n’t") || word == "not" || word == "'m" || word == "'re" ||
          word == "'ve" || word == "'ll" || word == "'d" || word == "’m" || word == "’re" || word == "’ve" ||
          word == "’ll" || word == "’d");
}

/// Whether a token is printed in one word with the token before it.
bool is_joined(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t i) {
  if (i == first) return false;
  const Span before = tokens[i - 1].span, now = tokens[i].span;
  if (before == now) return true;
  if (before.end != now.begin) return false;
  if (is_hyphen(now.of(text)) || is_verb_clitic(now.of(text))) return true;
  return is_hyphen(before.of(text)) && i - 1 > first && tokens[i - 2].span.end == before.begin;
}

}  // namespace

Analysis print_words(const Document& document, const Analysis& analysis) {
  Analysis out;
  out.language = analysis.language;
  out.quotations = analysis.quotations;
  std::vector<std::size_t> place(analysis.tokens.size());
  for (Sentence sentence : analysis.sentences) {
    const std::size_t first = sentence.first_token, end = sentence.end_token;
    sentence.first_token = out.tokens.size();
    for (std::size_t i = first; i < end; ++i) {
      if (is_joined(document.text, analysis.tokens, first, i)) {
        out.tokens.back().span.end = analysis.tokens[i].span.end;
      } else {
        out.tokens.emplace_back().span = analysis.tokens[i].span;
      }
      place[i] = out.tokens.size() - 1;
    }
    sentence.end_token = out.tokens.size();
    out.sentences.push_back(sentence);
  }
  for (Name name : analysis.names) {
    name.first_token = place[name.first_token];
    name.end_token = place[name.end_token - 1] + 1;
    // Of two names in one compound the first stays.
    if (out.names.empty() || out.names.back().end_token <= name.first_token) out.names.push_back(name);
  }
  return out;
}

}  // namespace relgraph
