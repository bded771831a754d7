// SPDX-License-Identifier: Apache-2.0
#include "language/sentences.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "language/contractions.hpp"
#include "language/icu_breaks.hpp"
#include "language/lexicon.hpp"
#include "language/tokenise.hpp"

namespace relgraph {

namespace {

bool starts_with_upper(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at));
}

bool is_closing(std::string_view mark) {
  return mark == "“" || mark == "”" || mark == "\"" || mark == "«" || mark == "»" || mark == "‘" ||
         mark == "’" || mark == "'" || mark == ")" || mark == "]";
}

bool ends_sentence(std::string_view token) {
  return token == "?" || token == "!" || token == "…" || token == ":" || token.front() == '.' ||
         token.starts_with("?") || token.starts_with("!");
}

/// Whether the token with its full stop may end a sentence all the same: `Inc. The`, but not `Dr. The`.
bool abbreviation_goes_on(std::string_view text, Span token, Span following, const Lexicon& words) {
  const std::string_view word = token.of(text);
  if (word.size() < 2 || word.back() != '.' || word == "..") return false;
  if (word.find_first_not_of('.') == std::string_view::npos) return false;
  const std::string_view kind = words.abbreviations.field(word, 1);
  if (kind == "end") {
    const std::string_view next = following.of(text);
    return !starts_with_upper(next) || !words.lower.contains(to_lower(next));
  }
  if (kind.empty() && word.find('.') < word.size() - 1 && word.size() > 3) {
    const std::string_view next = following.of(text);  // U.S. and the like
    return !starts_with_upper(next) || !words.lower.contains(to_lower(next));
  }
  return true;
}

/// Whether no sentence ends between the two tokens although ICU says so.
bool vetoed(std::string_view text, std::span<const Span> tokens, std::size_t next, const Lexicon& words) {
  std::size_t last = next - 1;
  while (last > 0 && is_closing(tokens[last].of(text)) && tokens[last - 1].end == tokens[last].begin) --last;
  const Span before = tokens[last];
  const Span after = tokens[next];
  // A line break is a boundary for ICU; in a block it is only where the line was full.
  const bool line_break =
      text.substr(before.end, after.begin - before.end).find('\n') != std::string_view::npos;
  const std::string_view following = after.of(text);
  if (line_break && !ends_sentence(before.of(text)) && !before.of(text).ends_with('.'))
    return following != "-" && following != "–" && following != "—" && following != "•" && following != "*";
  if (before.of(text).ends_with('.') && before.of(text) != ".") {
    return abbreviation_goes_on(text, before, after, words);
  }
  // `„…!“, sagte` and `("…") und` go on with a small letter.
  std::size_t at = after.begin;
  const char32_t first = next_code_point(text, at);
  return is_letter(first) && !is_upper(first) && !line_break;
}

void add_sentence(std::string_view text, std::span<const Span> tokens, bool heading, const Lexicon& words,
                  Analysis& analysis) {
  if (tokens.empty()) return;
  Sentence sentence;
  sentence.span = {tokens.front().begin, tokens.back().end};
  sentence.first_token = analysis.tokens.size();
  sentence.heading = heading;
  for (const Span token : tokens) add_words(text, token, words, analysis.tokens);
  sentence.end_token = analysis.tokens.size();
  analysis.sentences.push_back(sentence);
}

/// Marks that a text puts behind the full stop: they close what the sentence opened.
std::size_t take_closing(std::string_view text, std::span<const Span> tokens, std::size_t cut) {
  while (cut < tokens.size()) {
    const std::string_view mark = tokens[cut].of(text);
    const bool tight = tokens[cut - 1].end == tokens[cut].begin;
    if (!is_closing(mark) || !tight) break;
    ++cut;
  }
  return cut;
}

void split_block(std::string_view text, const Block& block, const Lexicon& words, Analysis& analysis) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !iterator)
    throw Error(ErrorCode::internal, "the Unicode library has no rules for sentences");
  const std::vector<Span> tokens = tokenise(text, block.span, words);
  const bool heading = block.kind == BlockKind::heading;
  std::size_t begin = 0;
  std::size_t next = 0;
  for_each_break(*iterator, text, block.span, [&](Span stretch) {
    while (next < tokens.size() && tokens[next].begin < stretch.end) ++next;
    if (next == 0 || next <= begin || next >= tokens.size()) return;
    const std::size_t cut = take_closing(text, tokens, next);
    if (cut >= tokens.size() || vetoed(text, tokens, cut, words)) return;
    add_sentence(text, std::span(tokens).subspan(begin, cut - begin), heading, words, analysis);
    begin = cut;
    next = std::max(next, cut);
  });
  add_sentence(text, std::span(tokens).subspan(begin), heading, words, analysis);
}

}  // namespace

void split_document(const Document& document, const Lexicon& words, Analysis& analysis) {
  if (document.blocks.empty()) {
    split_block(document.text, {{0, document.text.size()}, BlockKind::paragraph}, words, analysis);
    return;
  }
  for (const Block& block : document.blocks) split_block(document.text, block, words, analysis);
}

}  // namespace relgraph
