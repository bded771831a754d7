// SPDX-License-Identifier: Apache-2.0
#include "language/name_words.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_word = 60;

bool is_capital(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at));
}

bool has_lower(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (is_letter(c) && !is_upper(c)) return true;
  }
  return false;
}

bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (is_letter(c)) {
      ++letters;
    } else if (c != '.' && c != '&' && !is_digit(c)) {
      return false;
    }
  }
  return letters >= 2 && letters <= 7 && is_capital(word) && !has_lower(word);
}

bool opens(std::string_view mark) {
  return mark == "„" || mark == "“" || mark == "\"" || mark == "»" || mark == "«" || mark == "‚" ||
         mark == ":" || mark == "–" || mark == "—" || mark == "-" || mark == "•" || mark == "*" ||
         mark == "…" || mark == "(";
}

/// More than two thirds of the longer words are in capitals: a headline that shouts.
bool is_shouted(std::span<const NameWord> words) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const NameWord& word : words) {
    if (word.text.size() < 3 || !is_letter(static_cast<unsigned char>(word.text.front()))) continue;
    ++letters;
    if (!has_lower(word.text)) ++capitals;
  }
  return letters >= 4 && 3 * capitals > 2 * letters;
}

/// A genitive of a noun or name without its `s`; the word itself if it has none.
std::string_view bare(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

bool never_a_name(const NameWord& word, const Lexicon& words) {
  return words.is_cue(word.text, "never") || words.is_cue(word.text, "day") ||
         words.is_cue(word.text, "month");
}

/// At the start of a sentence a capital tells nothing: the word is common if it is seen in small letters.
bool common_at_start(const NameWord& word, const Lexicon& words) {
  return word.start && words.lower.contains(to_lower(word.text));
}

/// `al-Gaddafi`, `el-Sisi`: a small prefix before a capital.
bool has_arabic_article(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 4) return false;
  if (word.front() != 'a' && word.front() != 'e') return false;
  return is_capital(word.substr(hyphen + 1)) && !has_lower(word.substr(hyphen + 1, 1));
}

/// `I'm`, `Don't`: a contraction of a small word.
bool is_contraction(std::string_view word, const Lexicon& words) {
  const std::size_t mark = word.find('\'') == std::string_view::npos ? word.find("’") : word.find('\'');
  if (mark == std::string_view::npos || words.german) return false;
  const std::string_view head = word.substr(0, mark);
  return words.lower.contains(to_lower(head)) || words.is_cue(head, "never") || word.ends_with("n't") ||
         word.ends_with("n’t");
}

bool is_common(const NameWord& word, const Lexicon& words, std::string_view language) {
  if (word.link && !word.capital) return true;
  if (never_a_name(word, words) || word.title) return true;
  if (!word.acronym && common_at_start(word, words)) return true;
  if (is_contraction(word.text, words)) return true;
  if (word.start && !words.german && word.text.ends_with("ly")) return true;
  if (word.acronym) return false;
  if (!country_of_adjective(word.text, language).empty()) return true;
  if (country_adjectives().contains(word.text)) return true;
  if (!words.german && country_adjectives().contains(bare(word.text))) return true;
  return words.is_noun(word.text) || words.is_noun(bare(word.text));
}

void look_up_lists(NameWord& word, const Lexicon& words) {
  const std::string_view text = word.text;
  word.first_name = first_names().contains(text);
  word.surname = surnames().contains(text) || (words.german && surnames().contains(bare(text)));
  for (const TsvRow& row : words.cues.find_all(text)) {
    const std::string_view kind = row.fields[1];
    word.title |= kind == "title";
    word.org |= kind == "org";
    word.org_head |= kind == "orghead";
    word.place |= kind == "place";
    word.place_head |= kind == "placehead";
    word.project |= kind == "project";
    word.project_head |= kind == "projecthead";
    word.product |= kind == "product";
    word.product_head |= kind == "producthead";
    word.legal |= kind == "legal";
    word.link |= kind == "link";
    word.body |= kind == "body";
  }
}

}  // namespace

std::vector<NameWord> look_up(std::string_view text, std::span<const Token> tokens, const Lexicon& words) {
  const std::string_view language = words.german ? "de" : "en";
  std::vector<NameWord> out(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) out[i].text = tokens[i].span.of(text);
  const bool shouted = is_shouted(out);
  for (std::size_t i = 0; i < out.size(); ++i) {
    NameWord& word = out[i];
    if (word.text.size() > k_longest_word) continue;
    word.capital = (is_capital(word.text) || has_arabic_article(word.text)) && !shouted;
    word.acronym = word.capital && is_acronym(word.text);
    word.start = i == 0 || opens(out[i - 1].text);
    look_up_lists(word, words);
    word.listed_noun = words.nouns.contains(word.text);
    word.adjective = !country_of_adjective(word.text, language).empty();
    word.common = is_common(word, words, language);
  }
  return out;
}

}  // namespace relgraph
