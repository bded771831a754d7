// SPDX-License-Identifier: Apache-2.0
// Function words make up a third of running text in every language of Europe; counting them tells
// languages apart within a sentence or two. Source: Grefenstette, Comparing two language
// identification schemes, JADT 1995 (the small-words scheme).
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"
#include "relgraph/language.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_sample_bytes = 100'000;
constexpr std::size_t k_longest_word = 24;

struct Evidence {
  std::map<std::string, double, std::less<>> weight;  ///< of the function words of each language
  double total = 0;
  std::size_t words = 0;
  std::size_t letters = 0;
  std::size_t foreign_letters = 0;  ///< of other scripts
};

void count_word(Evidence& evidence, std::string_view word) {
  static const WordTable table("words/function_words.tsv");
  ++evidence.words;
  const auto rows = table.find_all(word);
  for (const TsvRow& row : rows) {
    const double weight = 1.0 / static_cast<double>(rows.size());
    evidence.weight[std::string(row.fields[1])] += weight;
    evidence.total += weight;
  }
}

/// Letters that only one side has: they decide for texts with few function words, such as headlines.
void count_letter(Evidence& evidence, char32_t c) {
  constexpr std::u32string_view k_german = U"äöüß";
  constexpr std::u32string_view k_other = U"çñãõłńśźżąęěřůčšžåøæőűğışțăâêèàùòìëïîôûáíóúý¿¡";
  ++evidence.letters;
  if (c > 0x24F) ++evidence.foreign_letters;
  if (k_german.find(c) != std::u32string_view::npos) {
    evidence.weight["de"] += 0.3;
    evidence.total += 0.3;
  } else if (k_other.find(c) != std::u32string_view::npos) {
    evidence.weight["other"] += 0.3;
    evidence.total += 0.3;
  }
}

Evidence read_evidence(std::string_view text) {
  Evidence evidence;
  std::string word;
  const auto flush = [&] {
    if (!word.empty() && word.size() <= k_longest_word) count_word(evidence, to_lower(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_letter(c)) {
      flush();
      continue;
    }
    // A word that is too long is no word; it is not worth keeping.
    if (word.size() <= k_longest_word) append_utf8(word, c);
    std::string one;
    append_utf8(one, c);
    const std::string lower = to_lower(one);
    std::size_t at = 0;
    count_letter(evidence, next_code_point(lower, at));
  }
  flush();
  return evidence;
}

}  // namespace

LanguageGuess detect_language(std::string_view text) {
  const Evidence evidence = read_evidence(text.substr(0, k_sample_bytes));
  if (evidence.letters == 0 || evidence.total == 0 || 2 * evidence.foreign_letters > evidence.letters)
    return {};
  const auto best =
      std::ranges::max_element(evidence.weight, {}, [](const auto& entry) { return entry.second; });
  const double confidence = best->second / evidence.total;
  const bool ours = best->first == "de" || best->first == "en";
  // Names and numbers thin function words out, but a text with fewer than one in twenty is no prose of ours.
  const bool enough = best->second >= 0.05 * static_cast<double>(evidence.words);
  if (!ours || !enough || confidence < 0.4) return {};
  return {best->first, std::min(confidence, 1.0)};
}

}  // namespace relgraph
