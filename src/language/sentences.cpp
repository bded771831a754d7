// SPDX-License-Identifier: Apache-2.0
#include "language/sentences.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "language/contractions.hpp"
#include "language/lexicon.hpp"
#include "language/tokenise.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_sentence = 150;  // tokens; what is longer is a list or a table

bool starts_with_upper(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at));
}

bool is_closing(std::string_view mark) {
  return mark == "“" || mark == "”" || mark == "\"" || mark == "«" || mark == "»" || mark == "‘" ||
         mark == "’" || mark == "'" || mark == "''" || mark == ")" || mark == "]";
}

/// A full stop, an exclamation or a question mark, or several in a row.
bool is_terminator(std::string_view token) {
  return token == "…" || (!token.empty() && token.find_first_not_of(".!?") == std::string_view::npos);
}

bool is_bullet(std::string_view token) {
  return token == "-" || token == "–" || token == "—" || token == "•" || token == "*";
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

/// Whether the word before a full stop is one that nobody shortens: `blank`, but not `ca`.
bool is_whole_word(std::string_view word) {
  if (word.size() < 3) return false;
  return std::ranges::all_of(
      word, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0; });
}

/// Whether a sentence ends with the mark at `end` (and what closes behind it) in front of the token `next`.
bool ends_there(std::string_view text, std::span<const Span> tokens, std::size_t end, std::size_t next,
                const Lexicon& words) {
  const std::string_view mark = tokens[end].of(text);
  std::size_t at = tokens[next].begin;
  const char32_t first = next_code_point(text, at);
  if (!is_terminator(mark)) return !abbreviation_goes_on(text, tokens[end], tokens[next], words);
  if (tokens[next].begin == tokens[next - 1].end) return false;  // `.de`, `?,`
  if (first == U',' || first == U';' || first == U':' || first == U'.') return false;
  if (!is_letter(first) || is_upper(first)) return true;
  // `„…!“, sagte`: what is quoted is part of a sentence that goes on. Informal English begins small.
  if (words.german || next != end + 1 || mark.front() == '.') {
    return !words.german && next == end + 1 && mark == "." && end > 0 &&
           is_whole_word(tokens[end - 1].of(text));
  }
  return mark != "…";
}

/// Whether a line break between two tokens parts sentences: a list, a heading that is no block of its own.
bool broken_there(std::string_view text, Span before, Span after) {
  const bool line_break =
      text.substr(before.end, after.begin - before.end).find('\n') != std::string_view::npos;
  return line_break && is_bullet(after.of(text));
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
  constexpr std::size_t k_most_marks = 8;
  for (const std::size_t end = std::min(tokens.size(), cut + k_most_marks); cut < end;) {
    const std::string_view mark = tokens[cut].of(text);
    const bool tight = tokens[cut - 1].end == tokens[cut].begin;
    if (!is_closing(mark) || !tight) break;
    ++cut;
  }
  return cut;
}

/// Where a sentence that never ends is cut: behind a mark in its second half, else when it is full.
std::size_t forced_cut(std::string_view text, std::span<const Span> tokens, std::size_t begin) {
  for (std::size_t i = begin + k_longest_sentence; i > begin + k_longest_sentence / 2; --i) {
    const std::string_view mark = tokens[i - 1].of(text);
    if (mark == "," || mark == ";" || mark == ":" || mark == "|") return i;
  }
  return begin + k_longest_sentence;
}

void split_block(std::string_view text, const Block& block, const Lexicon& words, Analysis& analysis) {
  const std::vector<Span> tokens = tokenise(text, block.span, words);
  const bool heading = block.kind == BlockKind::heading;
  std::size_t begin = 0;
  const auto cut_at = [&](std::size_t end) {
    add_sentence(text, std::span(tokens).subspan(begin, end - begin), heading, words, analysis);
    begin = end;
  };
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string_view token = tokens[i].of(text);
    if (token.back() == '.' || is_terminator(token)) {
      const std::size_t next = take_closing(text, tokens, i + 1);
      if (next < tokens.size() && next > begin && ends_there(text, tokens, i, next, words)) {
        cut_at(next);
        i = next - 1;
        continue;
      }
    }
    if (broken_there(text, tokens[i], tokens[i + 1]) && i + 1 > begin) cut_at(i + 1);
    if (i + 1 - begin >= k_longest_sentence) cut_at(forced_cut(text, tokens, begin));
  }
  cut_at(tokens.size());
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
