// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/grammar.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "base/utf8.hpp"
#include "extraction/grammar/pattern_file.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

// The longer before the shorter that it starts with.
constexpr std::array<std::string_view, 43> k_prefixes = {
    "zusammen",  "entgegen", "auseinander", "zurück", "heraus", "hinaus", "herein", "hinein", "weiter",
    "gegenüber", "wieder",   "bereit",      "nieder", "unter",  "wider",  "durch",  "hinter", "über",
    "fest",      "frei",     "fort",        "nach",   "statt",  "teil",   "auf",    "aus",    "bei",
    "ein",       "mit",      "vor",         "weg",    "los",    "ver",    "zer",    "ent",    "miss",
    "be",        "er",       "ge",          "an",     "ab",     "um",     "zu"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// Forms of a regular English verb.
std::vector<std::string> english_forms(const std::string& verb) {
  if (verb.size() < 3) return {};
  const char last = verb.back(), before = verb[verb.size() - 2];
  if (last == 'e') {
    const std::string stem = verb.substr(0, verb.size() - 1);
    return {verb + "s", verb + "d", stem + "ing"};
  }
  if (last == 'y' && !is_vowel(before)) {
    const std::string stem = verb.substr(0, verb.size() - 1);
    return {stem + "ies", stem + "ied", verb + "ing"};
  }
  std::vector<std::string> forms = {verb + "s", verb + "ed", verb + "ing"};
  if (last == 's' || last == 'h' || last == 'x') forms.push_back(verb + "es");
  if (!is_vowel(last) && is_vowel(before) && !is_vowel(verb[verb.size() - 3]))
    forms.insert(forms.end(), {verb + last + "ed", verb + last + "ing"});
  return forms;
}

/// Forms of a regular German verb without a separable prefix.
std::vector<std::string> german_forms(const std::string& verb) {
  std::string stem = verb;
  if (stem.ends_with("en"))
    stem.resize(stem.size() - 2);
  else if (stem.ends_with("n"))
    stem.resize(stem.size() - 1);
  else
    return {};
  std::vector<std::string> forms;
  const char last = stem.empty() ? ' ' : stem.back(), before = stem.size() < 2 ? ' ' : stem[stem.size() - 2];
  const bool nasal = (last == 'n' || last == 'm') &&
                     std::string_view("bcdfgkpstvwxz").find(before) != std::string_view::npos;
  const bool chn = stem.ends_with("chn");
  const std::string link = last == 't' || last == 'd' || nasal || chn ? "e" : "";
  for (const std::string_view end : {"t", "te", "ten"}) {
    forms.push_back(stem + link + std::string(end));
    forms.push_back("ge" + forms.back());
  }
  for (const std::string_view end : {"e", "est", "end", "ende", "enden"})
    forms.push_back(stem + std::string(end));
  return forms;
}

std::string_view prefix_of(std::string_view verb) {
  for (const std::string_view prefix : k_prefixes)
    if (verb.starts_with(prefix) && verb.size() > prefix.size() + 3) return prefix;
  return {};
}

}  // namespace

Grammar::Grammar(std::string_view language) : m_language(language) {
  for (const TsvRow& row : parse_tsv(embedded_file("grammar/operators.tsv"))) {
    if (row.fields.at(0) != language) continue;
    const auto op =
        static_cast<std::size_t>(std::ranges::find(k_operators, row.fields.at(1)) - k_operators.begin());
    for (const std::string& word : split_words(row.fields.at(2)))
      m_operators[word] = static_cast<std::uint8_t>(m_operators[word] | (1U << op));
  }
  for (const TsvRow& row : parse_tsv(embedded_file("grammar/irregular.tsv"))) {
    if (row.fields.at(0) != language) continue;
    for (const std::string& form : split_words(row.fields.at(2))) m_irregular.emplace(form, row.fields.at(1));
  }
  for (const auto& [word, ops] : m_operators) learn_forms(word);
}

Grammar* Grammar::shared(std::string_view language) {
  const auto read = [](std::string_view code) {
    Grammar grammar(code);
    const std::string file = std::string(code) + ".tsv";
    grammar.add(embedded_file("grammar/" + file), file);
    return grammar;
  };
  if (language == "de") {
    static Grammar german = read("de");
    return &german;
  }
  if (language == "en") {
    static Grammar english = read("en");
    return &english;
  }
  return nullptr;
}

void Grammar::add(std::string_view text, const std::string& file) {
  for (ParsedPattern& parsed : parse_patterns(text, file, m_language)) {
    const auto known = m_ids.find(parsed.pattern.id);
    if (known != m_ids.end()) {
      if (m_patterns[known->second].line != 0 && parsed.pattern.line != 0)
        m_patterns[known->second] = std::move(parsed.pattern);
      continue;
    }
    m_ids.emplace(parsed.pattern.id, m_patterns.size());
    m_patterns.push_back(std::move(parsed.pattern));
    for (const std::string& anchor : parsed.anchors) index(m_patterns.size() - 1, anchor);
  }
}

void Grammar::index(std::size_t pattern, const std::string& anchor) {
  const bool suffix = anchor.starts_with('*');
  auto& list = suffix ? m_suffixes[anchor.substr(1)] : m_anchors[anchor];
  const auto more = [&](std::size_t a, std::size_t b) {
    return m_patterns[a].words.size() > m_patterns[b].words.size();
  };
  list.insert(std::ranges::upper_bound(list, pattern, more), pattern);
  if (m_patterns[pattern].kind == PatternKind::verb) learn_forms(anchor);
}

void Grammar::learn_forms(const std::string& verb) {
  if (m_language == "en") {
    for (std::string& form : english_forms(verb)) m_regular.emplace(std::move(form), verb);
    return;
  }
  for (std::string& form : german_forms(verb)) m_regular.emplace(std::move(form), verb);
  if (const std::string_view prefix = prefix_of(verb); !prefix.empty()) {
    const std::string base = verb.substr(prefix.size());
    for (const std::string& form : german_forms(base)) {
      m_regular.emplace(form, base);
      m_regular.emplace(std::string(prefix) + form, verb);
    }
    m_regular.emplace(std::string(prefix) + "zu" + base, verb);
  }
}

std::span<const std::size_t> Grammar::find(std::string_view anchor) const {
  const auto found = m_anchors.find(std::string(anchor));
  return found == m_anchors.end() ? std::span<const std::size_t>() : found->second;
}

std::span<const std::size_t> Grammar::find_suffix(std::string_view word) const {
  constexpr std::size_t k_shortest = 3, k_longest = 24;
  for (std::size_t size = std::min(word.size(), k_longest + 1); size-- > k_shortest;) {
    const auto found = m_suffixes.find(std::string(word.substr(word.size() - size)));
    if (found != m_suffixes.end()) return found->second;
  }
  return {};
}

const std::string* Grammar::verb_of(std::string_view form) const {
  const auto found = m_irregular.find(std::string(form));
  return found == m_irregular.end() ? nullptr : &found->second;
}

std::string Grammar::key(std::string_view form, std::string_view lemma, bool verb) const {
  const std::string word = to_lower(form);
  std::string base = to_lower(lemma.empty() ? form : lemma);
  if (!verb) return base;
  if (const std::string* known = verb_of(word)) return *known;
  if (m_language == "de") {
    // übernahm, zurückgewiesen, vorzuwerfen: the prefix and an irregular form.
    for (std::string_view prefix : k_prefixes) {
      if (!word.starts_with(prefix)) continue;
      const std::string_view rest = std::string_view(word).substr(prefix.size());
      const std::string* known = verb_of(rest);
      if (known == nullptr) known = verb_of("ge" + std::string(rest));
      if (known == nullptr && rest.starts_with("zu")) known = verb_of(rest.substr(2));
      if (known != nullptr) return std::string(prefix) + *known;
    }
  }
  if (m_anchors.contains(base) || m_operators.contains(base)) return base;
  if (const auto regular = m_regular.find(word); regular != m_regular.end()) return regular->second;
  return base;
}

bool Grammar::is(Operator op, std::string_view key) const {
  const auto found = m_operators.find(std::string(key));
  return found != m_operators.end() && (found->second >> static_cast<unsigned>(op) & 1U) != 0;
}

}  // namespace relgraph
