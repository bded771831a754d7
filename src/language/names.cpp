// SPDX-License-Identifier: Apache-2.0
#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"
#include "language/name_words.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_known = 7;  ///< words of a listed name
constexpr std::size_t k_longest_name = 9;   ///< words of any name

struct Finder {
  std::string_view text;
  std::span<const Token> tokens;  ///< of the sentence
  std::vector<NameWord> words;
  const Lexicon& lists;
  std::vector<Name> names;     ///< token indices count within the sentence
  std::vector<Name> doubtful;  ///< words that are a name only if they are one elsewhere in the document

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {tokens[begin].span.begin, tokens[end - 1].span.end};
  }
  void add(std::size_t begin, std::size_t end, NameKind kind) {
    Name name;
    name.span = span(begin, end);
    name.first_token = begin;
    name.end_token = end;
    name.kind = kind;
    names.push_back(name);
  }
};

/// What the lists say of a text, also in the genitive (`Deutschlands`, `Portugals`).
std::optional<NameKind> known(std::string_view name, bool german) {
  if (find_place(name) != nullptr) return NameKind::place;
  if (find_organisation(name) != nullptr) return NameKind::organization;
  if (german && name.size() > 4 && name.ends_with('s')) {
    const std::string_view stem = name.substr(0, name.size() - 1);
    if (find_place(stem) != nullptr) return NameKind::place;
    if (find_organisation(stem) != nullptr) return NameKind::organization;
  }
  return std::nullopt;
}

/// Words that may start a name: everything with a capital that is not only a common word.
bool may_start(const NameWord& word) {
  return word.capital && (!word.common || word.org_head || word.place_head || word.project_head);
}

bool starts_name_after(const Finder& f, std::size_t i) { return i < f.words.size() && f.words[i].free(); }

/// The longest listed name that starts at token `i`.
std::size_t take_known(Finder& f, std::size_t i) {
  if (!f.words[i].capital) return i;
  const std::size_t most = std::min(k_longest_known, f.tokens.size() - i);
  for (std::size_t n = most; n > 0; --n) {
    if (f.words[i + n - 1].text.size() < 2 && n > 1) continue;
    const auto kind = known(f.span(i, i + n).of(f.text), f.lists.german);
    if (!kind) continue;
    if (n == 1) {
      const NameWord& word = f.words[i];
      const bool doubtful = word.common && !(word.capital && find_place(word.text) != nullptr && !word.start);
      if (doubtful || f.lists.is_cue(word.text, "never")) continue;
      // A first name or the start of a longer name wins over a town of that name: `Paris Hilton`.
      if (starts_name_after(f, i + 1) && (word.first_name || *kind != NameKind::place)) continue;
      if (i + 1 < f.words.size() && f.words[i + 1].capital && (f.words[i + 1].org || f.words[i + 1].legal) &&
          *kind == NameKind::organization)
        continue;
    }
    const bool body = *kind == NameKind::place && !f.lists.german && i + n < f.words.size() &&
                      f.words[i + n].body && !f.words[i + n].capital;
    f.add(i, i + n + (body ? 1 : 0), body ? NameKind::organization : *kind);
    return i + n + (body ? 1 : 0);
  }
  return i;
}

bool is_roman(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVX") == std::string_view::npos;
}

/// `J.`, `J.D.`
bool is_initial(std::string_view word) {
  if (word.size() < 2 || word.size() > 6 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (word[i] < 'A' || word[i] > 'Z' || word[i + 1] != '.') return false;
  }
  return true;
}

/// Whether the run goes on with token `i`; `head` says that it needs what follows (`Universität …`).
std::size_t next_part(const Finder& f, std::size_t begin, std::size_t i) {
  if (i >= f.words.size() || i - begin >= k_longest_name) return i;
  const NameWord& word = f.words[i];
  if (word.free() || is_initial(word.text) || is_roman(word.text)) return i + 1;
  // A surname may look like a noun: `Bärbel Sonntag`, `Otto Koudelka`.
  const bool behind_first_name = f.words[i - 1].first_name && i - 1 == begin;
  if (behind_first_name && word.capital && !word.title && (word.surname || !word.listed_noun)) return i + 1;
  if (word.capital && (word.org || word.project || word.place || word.product || word.legal)) {
    // A title is none of these, although `General` may stand in both lists.
    return word.title && !word.org ? i : i + 1;
  }
  if (word.legal) return i + 1;
  // `Transport Workers' Alliance`, `People's Protection Units`
  if (!f.lists.german && (word.text == "'s" || word.text == "’s" || word.text == "'" || word.text == "’") &&
      f.words[i - 1].text.ends_with(word.text.size() > 2 || word.text == "'s" ? "" : "s")) {
    const bool plural = i == begin + 1 && (f.words[begin].first_name || f.words[begin].surname);
    for (std::size_t j = i + 1; j < std::min(i + 3, f.words.size()) && !plural && f.words[j].capital; ++j) {
      if (f.words[j].org && find_place(f.words[i - 1].text) == nullptr) return j + 1;
    }
  }
  const bool german_head = f.lists.german && f.words[begin].org_head;
  if (word.link && i + 1 < f.words.size() && i > begin) {
    const NameWord& after = f.words[i + 1];
    const bool of = word.text == "of" || word.text == "für" || word.text == "for" || word.text == "and";
    const bool institution = f.words[i - 1].org || f.words[begin].org_head || f.words[begin].org;
    if (word.text == "and" || word.text == "und") {
      // `Competition and Markets Authority`, `Institute of Allergy and Infectious Diseases`.
      const bool closes = after.capital && !after.first_name && i + 2 < f.words.size() && f.words[i + 2].org;
      const bool open_head = f.words[begin].org && i > begin + 2 && after.free() && !after.first_name &&
                             find_place(after.text) == nullptr && find_organisation(after.text) == nullptr;
      if (closes && !f.words[i - 1].first_name && !f.words[i - 1].surname) return i + 3;
      return open_head && !f.lists.german ? i + 2 : i;
    }
    if (word.text == "&") return after.capital ? i + 2 : i;
    if (of) {
      const bool the = after.text == "the" && i + 2 < f.words.size() && f.words[i + 2].capital;
      if (institution && word.text != "and" && (after.capital || the)) return the ? i + 3 : i + 2;
      return i;
    }
    // `Jaap de Hoop Scheffer`, `Ursula von der Leyen`: behind the first names only.
    bool given = true;
    for (std::size_t j = begin; j < i; ++j) given = given && (f.words[j].first_name || is_initial(f.words[j].text));
    given = given || (i == begin + 1 && !f.words[begin].org && !f.words[begin].org_head);
    const bool small = word.text == "der" || word.text == "den" || word.text == "the" || word.text == "und" ||
                       word.text == "to" || word.text == "zur" || word.text == "zum" || word.text == "für";
    if (given && !small && after.free() && find_organisation(after.text) == nullptr) return i + 2;
    if (given && !small && after.link && i + 2 < f.words.size() && f.words[i + 2].free()) return i + 3;
    if (german_head && word.text == "der" && after.capital) return i;
  }
  return i;
}

/// Cuts what only stood at the start of a sentence or has no weight at the end of a run.
void trim(const Finder& f, std::size_t begin, std::size_t& end) {
  while (end > begin + 1 && (f.words[end - 1].link || f.words[end - 1].text == "&")) --end;
  while (end > begin + 1 && f.words[end - 1].common && !f.words[end - 2].first_name && !f.words[end - 1].org && !f.words[end - 1].project &&
         !f.words[end - 1].place && !f.words[end - 1].product && !f.words[end - 1].legal &&
         !is_roman(f.words[end - 1].text) && !is_initial(f.words[end - 1].text)) {
    --end;
  }
}

bool speaks(const Finder& f, std::size_t begin, std::size_t end) {
  if (end < f.words.size() && f.lists.is_cue(f.words[end].text, "say")) return true;
  return begin > 0 && f.lists.is_cue(f.words[begin - 1].text, "say");
}

bool behind_title(const Finder& f, std::size_t begin) {
  if (begin == 0) return false;
  const NameWord& before = f.words[begin - 1];
  if (before.title) return true;
  const std::size_t hyphen = before.text.rfind('-');
  if (hyphen == std::string_view::npos || !f.lists.german) return false;
  std::string tail(before.text.substr(hyphen + 1));
  if (!tail.empty() && tail[0] >= 'a' && tail[0] <= 'z') tail[0] = static_cast<char>(tail[0] - 32);
  return f.lists.is_cue(tail, "title");
}

/// Whether an article or an adjective stands before the word, as it does before German nouns but seldom
/// before names.
bool is_determined(const Finder& f, std::size_t i) {
  if (i == 0) return false;
  const std::string_view before = f.words[i - 1].text;
  constexpr std::array<std::string_view, 40> k_determiners = {
      "der",   "die",    "das",    "den",    "dem",   "des",   "ein",   "eine",   "einen",  "einem",
      "einer", "eines",  "kein",   "keine",  "keinen", "zum",  "zur",   "beim",   "vom",    "am",
      "im",    "ins",    "ans",    "diese",  "dieser", "dieses", "diesem", "jeder", "jede", "sein",
      "seine", "seinen", "seinem", "seiner", "ihr",   "ihre",  "ihren", "ihrem",  "ihrer",  "per"};
  if (std::ranges::find(k_determiners, before) != k_determiners.end()) return true;
  if (f.words[i - 1].capital || before.size() < 5) return false;
  const std::string_view tail = before.substr(before.size() - 2);
  return tail == "en" || tail == "er" || tail == "es" || tail == "em" || tail.ends_with('e');
}

NameKind kind_of_one(const Finder& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (f.lists.has_cue_ending(word.text, "projecttail")) return NameKind::event;
  if (f.lists.has_cue_ending(word.text, "orgtail")) return NameKind::organization;
  if (behind_title(f, i) && !word.acronym) return NameKind::person;
  if (word.acronym) return NameKind::organization;
  if (word.surname) return NameKind::person;
  if (i > 0 && f.lists.is_cue(f.words[i - 1].text, "inplace")) return NameKind::place;
  return word.first_name ? NameKind::person : NameKind::unknown;
}

NameKind kind_of(const Finder& f, std::size_t begin, std::size_t end) {
  if (end == begin + 1) return kind_of_one(f, begin);
  const NameWord& first = f.words[begin];
  const NameWord& last = f.words[end - 1];
  for (std::size_t i = begin; i < end; ++i) {
    if (f.words[i].legal && i > begin) return NameKind::organization;
  }
  if (first.project_head) return NameKind::event;
  if (first.product_head) return NameKind::product;
  if (last.org && !(first.first_name && last.surname)) return NameKind::organization;
  if (first.first_name && !last.place && !last.project && !last.org) return NameKind::person;
  if (first.org_head || f.words[begin].org) return NameKind::organization;
  if (last.project || f.lists.has_cue_ending(last.text, "projecttail")) return NameKind::event;
  if (last.place || first.place_head) return NameKind::place;
  if (last.product) return NameKind::product;
  if (behind_title(f, begin)) return NameKind::person;
  for (std::size_t i = begin; i < end; ++i) {
    if (f.words[i].org) return NameKind::organization;
    if (is_initial(f.words[i].text)) return NameKind::person;
  }
  if (last.surname || speaks(f, begin, end)) return NameKind::person;
  return NameKind::unknown;
}

/// `EU-Kommission` is a name as a whole, of `Tesla-Chef` only `Tesla` is one, `Müller-Thurgau` has no part
/// that is a common noun. Whether the token was a compound of a name and a noun.
bool take_compound(Finder& f, std::size_t i) {
  const std::string_view word = f.words[i].text;
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= word.size() ||
      f.words[i].text.size() > 60)
    return false;
  std::string tail(word.substr(hyphen + 1));
  const std::string_view head = word.substr(0, hyphen);
  std::size_t at = 0;
  const bool noun = f.lists.german ? f.lists.is_noun(tail) || f.lists.is_cue(tail, "title") ||
                                         f.lists.is_cue(tail, "project") || f.lists.is_cue(tail, "org")
                                   : !is_upper(next_code_point(tail, at));
  if (!noun) return false;
  constexpr std::array<std::string_view, 12> k_bodies = {
      "Regierung", "Armee",       "Kongress",  "Senat",  "Kommission", "Parlament",
      "Militär",   "Ministerium", "Luftwaffe", "Marine", "Fraktion",   "Bundestagsfraktion"};
  const bool body = f.lists.german && (std::ranges::find(k_bodies, tail) != k_bodies.end() ||
                                       f.lists.has_cue_ending(tail, "orgtail"));
  const bool digits = head.find_first_of("0123456789") != std::string_view::npos;
  NameWord probe = f.words[i];
  probe.text = head;
  const auto kind = known(head, false);
  if (body && (kind || probe.acronym)) {
    f.add(i, i + 1, NameKind::organization);
    return true;
  }
  const bool common =
      f.lists.is_noun(head) || f.lists.is_cue(head, "never") || f.lists.is_cue(head, "title") ||
      f.lists.lower.contains(to_lower(head)) || digits || head.find('-') != std::string_view::npos ||
      head.size() < 2 || !country_of_adjective(head, f.lists.german ? "de" : "en").empty() ||
      country_adjectives().contains(head) || f.lists.is_cue(head, "month") || f.lists.is_cue(head, "day");
  if (common && !kind) return true;  // `KI-Initiative`: a noun
  Name name;
  name.span = {f.tokens[i].span.begin, f.tokens[i].span.begin + head.size()};
  name.first_token = i;
  name.end_token = i + 1;
  std::size_t letters = 0;
  for (const char c : head) letters += c >= 'A' && c <= 'Z' ? 1U : 0U;
  const bool acronym = letters == head.size();
  name.kind = kind                        ? *kind
              : acronym                   ? NameKind::organization
              : surnames().contains(head) ? NameKind::person
                                          : NameKind::unknown;
  f.names.push_back(name);
  return true;
}

/// A word that is a name by its ending: `Innenministerium`, `Bundeskartellamt`, `Landtagswahl`.
std::optional<NameKind> kind_by_ending(const Finder& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (!word.capital || !f.lists.german) return std::nullopt;
  if (f.lists.has_cue_ending(word.text, "orgtail")) return NameKind::organization;
  if (f.lists.has_cue_ending(word.text, "projecttail")) return NameKind::event;
  return std::nullopt;
}

/// A head alone (`Universität`), a word of the vocabulary, or a German word in the place of a noun that
/// no list knows as a name.
bool is_only_a_word(const Finder& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (word.common || word.legal || word.text.size() < 2 || (word.link && !word.first_name)) return true;
  if (word.org || word.org_head || word.place || word.place_head || word.project || word.product) return true;
  if (word.text.ends_with('-')) return true;
  return word.text.find_first_of("0123456789") != std::string_view::npos && !word.product;
}

/// German words in the place of a noun, and unknown words at the start of a sentence.
bool is_doubtful(const Finder& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (word.acronym || word.surname || word.first_name) return false;
  if (!f.lists.german) return word.start;
  return word.start || is_determined(f, i);
}

/// `Trump administration`, `Biden campaign` are bodies.
std::size_t with_campaign(const Finder& f, std::size_t begin, std::size_t end) {
  if (f.lists.german || end >= f.words.size() || end > begin + 2 || f.words[begin].common) return end;
  const std::string_view next = f.words[end].text;
  return next == "administration" || next == "campaign" || next == "government" ? end + 1 : end;
}

/// `Sportwagenbauer Porsche`, `Theologen Joachim Gauck`: what stands before a first name, and a German
/// word behind an article, describes the name.
std::size_t without_apposition(const Finder& f, std::size_t begin, std::size_t end) {
  const NameWord& last = f.words[end - 1];
  if (end < begin + 2 || last.org || last.legal || last.project || last.place) return begin;
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    const NameWord& before = f.words[i - 1];
    if (f.words[i].first_name && !before.first_name && !is_initial(before.text) && !before.link) return i;
    if (before.first_name || before.link) break;
  }
  const NameWord& first = f.words[begin];
  const bool plain = !first.first_name && !first.surname && !first.acronym && first.text.size() > 5;
  if (f.lists.german && plain && is_determined(f, begin) && f.words[begin + 1].free()) return begin + 1;
  return begin;
}

std::size_t take_run(Finder& f, std::size_t begin) {
  std::size_t end = begin + 1;
  for (std::size_t next = next_part(f, begin, end); next > end; next = next_part(f, begin, end)) end = next;
  end = std::min(end, f.words.size());
  trim(f, begin, end);
  end = with_campaign(f, begin, end);
  begin = without_apposition(f, begin, end);
  if (end > begin + 1) {
    f.add(begin, end, kind_of(f, begin, end));
  } else if (const auto kind = kind_by_ending(f, begin)) {
    f.add(begin, end, *kind);
  } else if (!is_only_a_word(f, begin)) {
    f.add(begin, end, kind_of_one(f, begin));
    if (is_doubtful(f, begin)) {
      f.doubtful.push_back(f.names.back());
      f.names.pop_back();
    }
  }
  return end;
}

/// Adjective of a country and a body: `Syrian Army`, `Deutsche Bank`, `Europäische Kommission`.
bool adjective_name(const Finder& f, std::size_t i) {
  if (!f.words[i].capital || !f.words[i].adjective || i + 1 >= f.words.size()) return false;
  const NameWord& after = f.words[i + 1];
  if (!after.capital || after.title) return false;
  if (f.lists.german) return !f.words[i].start && (after.org || after.project || after.place);
  for (std::size_t j = i + 1; j < std::min(i + 4, f.words.size()); ++j) {
    if (!f.words[j].capital) return false;
    if (f.words[j].org || f.words[j].project) return true;
  }
  return false;
}

std::size_t take_adjective_name(Finder& f, std::size_t i) {
  std::size_t end = i + 1;
  while (end < f.words.size() && end - i < k_longest_name && f.words[end].capital && !f.words[end].title) {
    const bool closes = f.words[end].org || f.words[end].project || f.words[end].place;
    ++end;
    if (closes && (f.lists.german || end >= f.words.size() || !f.words[end].org)) break;
  }
  const NameWord& last = f.words[end - 1];
  f.add(i, end, last.org ? NameKind::organization : last.project ? NameKind::event : NameKind::place);
  return end;
}

/// `iranische Regierung`, `US government`: a country and a body without a name of its own.
bool take_body(Finder& f, std::size_t i) {
  if (i + 1 >= f.words.size() || !f.words[i + 1].body) return false;
  const NameWord& word = f.words[i];
  const bool country = !f.lists.german && word.capital && find_place(word.text) != nullptr;
  if (!word.adjective && !country) return false;
  if (!f.lists.german && f.words[i + 1].capital) return false;
  f.add(i, i + 2, NameKind::organization);
  return true;
}

std::size_t take(Finder& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (take_body(f, i)) return i + 2;
  if (find_small_organisation(word.text) != nullptr) {
    f.add(i, i + 1, NameKind::organization);
    return i + 1;
  }
  if (word.text.size() > 1 && word.text.front() == '@' && word.text.size() < 40) {
    f.add(i, i + 1, NameKind::unknown);
    return i + 1;
  }
  if (!word.capital) return i + 1;
  if (const std::size_t end = take_known(f, i); end > i) return end;
  if (take_compound(f, i)) return i + 1;
  if (adjective_name(f, i)) return take_adjective_name(f, i);
  if (may_start(word)) return take_run(f, i);
  if (const auto kind = kind_by_ending(f, i)) f.add(i, i + 1, *kind);
  return i + 1;
}

/// Adds the doubtful names that are a word of a sure one, in the nominative or genitive.
void add_confirmed(std::string_view text, const Analysis& analysis, const std::vector<Name>& doubtful,
                   std::vector<Name>& names) {
  std::unordered_set<std::string_view> sure;
  for (const Name& name : names) {
    if (name.kind == NameKind::event || name.kind == NameKind::product) continue;
    for (std::size_t i = name.first_token; i < name.end_token; ++i)
      sure.insert(analysis.tokens[i].span.of(text).substr(0, name.span.end - analysis.tokens[i].span.begin));
  }
  for (const Name& name : doubtful) {
    std::string_view word = name.span.of(text);
    const bool known = sure.contains(word) || (word.ends_with('s') && sure.contains(word.substr(0, word.size() - 1)));
    if (known) names.push_back(name);
  }
  std::ranges::stable_sort(names, {}, [](const Name& name) { return name.span.begin; });
}

}  // namespace

std::vector<Name> find_names(std::string_view text, const Analysis& analysis, const Lexicon& words) {
  std::vector<Name> out;
  std::vector<Name> doubtful;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    const auto tokens =
        std::span(analysis.tokens).subspan(sentence.first_token, sentence.end_token - sentence.first_token);
    Finder finder{text, tokens, look_up(text, tokens, words), words, {}, {}};
    for (std::size_t i = 0; i < tokens.size();) i = take(finder, i);
    const auto keep = [&](std::vector<Name>& names, std::vector<Name>& where) {
      for (Name& name : names) {
        name.first_token += sentence.first_token;
        name.end_token += sentence.first_token;
        name.sentence = s;
        where.push_back(name);
      }
    };
    keep(finder.names, out);
    keep(finder.doubtful, doubtful);
  }
  add_confirmed(text, analysis, doubtful, out);
  return out;
}

}  // namespace relgraph
