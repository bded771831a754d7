// SPDX-License-Identifier: Apache-2.0
#include "language/name_run.hpp"

#include <algorithm>

namespace relgraph {

namespace {

constexpr std::size_t k_longest_name = 9;  ///< words

/// `Trumps Beraterkreis`: the genitive of a surname ends its name.
bool is_german_genitive(const NameContext& f, std::size_t i) {
  const std::string_view word = f.words[i].text;
  if (!f.lists.german || word.size() < 4 || !word.ends_with('s')) return false;
  const std::string_view stem = word.substr(0, word.size() - 1);
  return surnames().contains(stem) && !surnames().contains(word) && !first_names().contains(word);
}

/// Whether the run goes on with token `i`; `head` says that it needs what follows (`Universität …`).
std::size_t next_part(const NameContext& f, std::size_t begin, std::size_t i) {
  if (i >= f.words.size() || i - begin >= k_longest_name) return i;
  const NameWord& word = f.words[i];
  if (is_german_genitive(f, i - 1)) return i;
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
    for (std::size_t j = begin; j < i; ++j)
      given = given && (f.words[j].first_name || is_initial(f.words[j].text));
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
void trim(const NameContext& f, std::size_t begin, std::size_t& end) {
  while (end > begin + 1 && (f.words[end - 1].link || f.words[end - 1].text == "&")) --end;
  while (end > begin + 1 && f.words[end - 1].common && !f.words[end - 2].first_name &&
         !f.words[end - 1].org && !f.words[end - 1].project && !f.words[end - 1].place &&
         !f.words[end - 1].product && !f.words[end - 1].legal && !is_roman(f.words[end - 1].text) &&
         !is_initial(f.words[end - 1].text)) {
    --end;
  }
}

/// `Trump administration`, `Biden campaign` are bodies.
std::size_t with_campaign(const NameContext& f, std::size_t begin, std::size_t end) {
  if (f.lists.german || end >= f.words.size() || end > begin + 2 || f.words[begin].common) return end;
  const std::string_view next = f.words[end].text;
  return next == "administration" || next == "campaign" || next == "government" ? end + 1 : end;
}

/// `Sportwagenbauer Porsche`, `Theologen Joachim Gauck`: what stands before a first name, and a German
/// word behind an article, describes the name.
std::size_t without_apposition(const NameContext& f, std::size_t begin, std::size_t end) {
  const NameWord& last = f.words[end - 1];
  if (end < begin + 2 || last.org || last.legal || last.project || last.place) return begin;
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    const NameWord& before = f.words[i - 1];
    if (f.words[i].first_name && !before.first_name && !is_initial(before.text) && !before.link) return i;
    if (before.first_name || before.link) break;
  }
  const NameWord& first = f.words[begin];
  const bool plain = !first.org && !first.org_head && !first.place_head && !first.project_head &&
                     !first.first_name && !first.surname && !first.acronym && first.text.size() > 5;
  if (f.lists.german && plain && is_determined(f, begin) && f.words[begin + 1].free()) return begin + 1;
  return begin;
}

}  // namespace

std::pair<std::size_t, std::size_t> name_run(const NameContext& f, std::size_t begin) {
  std::size_t end = begin + 1;
  for (std::size_t next = next_part(f, begin, end); next > end; next = next_part(f, begin, end)) end = next;
  end = std::min(end, f.words.size());
  trim(f, begin, end);
  end = with_campaign(f, begin, end);
  return {without_apposition(f, begin, end), end};
}

}  // namespace relgraph
