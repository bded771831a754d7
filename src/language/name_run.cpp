// SPDX-License-Identifier: Apache-2.0
#include "language/name_run.hpp"

#include <algorithm>
#include <array>

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

/// `Transport Workers' Alliance`, `People's Protection Units`: the run goes on to the organisation behind
/// the genitive at `i`; `i` if there is none.
std::size_t past_genitive(const NameContext& f, std::size_t begin, std::size_t i) {
  const std::string_view mark = f.words[i].text;
  if (f.lists.german || (mark != "'s" && mark != "’s" && mark != "'" && mark != "’")) return i;
  const NameWord& owner = f.words[i - 1];
  const bool bare = mark == "'" || mark == "’";
  if (bare && !owner.text.ends_with('s')) return i;
  if (i == begin + 1 && (f.words[begin].first_name || f.words[begin].surname)) return i;
  for (std::size_t j = i + 1; j < std::min(i + 3, f.words.size()) && f.words[j].capital; ++j) {
    if (f.words[j].org && find_place(owner.text) == nullptr) return j + 1;
  }
  return i;
}

/// `Competition and Markets Authority`, `Institute of Allergy and Infectious Diseases`.
std::size_t past_and(const NameContext& f, std::size_t begin, std::size_t i) {
  const NameWord& after = f.words[i + 1];
  const NameWord& before = f.words[i - 1];
  const bool closes = after.capital && !after.first_name && i + 2 < f.words.size() && f.words[i + 2].org;
  if (closes && !before.first_name && !before.surname) return i + 3;
  const bool open_head = f.words[begin].org && i > begin + 2 && after.free() && !after.first_name &&
                         find_place(after.text) == nullptr && find_organisation(after.text) == nullptr;
  return open_head && !f.lists.german ? i + 2 : i;
}

/// `University of the Arts`, `Institut für Weltwirtschaft`: behind the words of an institution.
std::size_t past_of(const NameContext& f, std::size_t begin, std::size_t i) {
  const NameWord& after = f.words[i + 1];
  if (!f.words[i - 1].org && !f.words[begin].org_head && !f.words[begin].org) return i;
  if (after.text == "the" && i + 2 < f.words.size() && f.words[i + 2].capital) return i + 3;
  return after.capital ? i + 2 : i;
}

/// `Jaap de Hoop Scheffer`, `Ursula von der Leyen`: behind the first names only.
std::size_t past_particle(const NameContext& f, std::size_t begin, std::size_t i) {
  constexpr std::array<std::string_view, 6> k_no_particles{"der", "den", "the", "to", "zur", "zum"};
  if (std::ranges::find(k_no_particles, f.words[i].text) != k_no_particles.end()) return i;
  const auto is_given = [&](std::size_t j) { return f.words[j].first_name || is_initial(f.words[j].text); };
  bool given = i == begin + 1 && !f.words[begin].org && !f.words[begin].org_head;
  if (!given) {
    given = true;
    for (std::size_t j = begin; j < i; ++j) given = given && is_given(j);
  }
  if (!given) return i;
  const NameWord& after = f.words[i + 1];
  if (after.free() && find_organisation(after.text) == nullptr) return i + 2;
  return after.link && i + 2 < f.words.size() && f.words[i + 2].free() ? i + 3 : i;
}

/// Where the run goes on behind the link word at `i`; `i` if it ends before it.
std::size_t past_link(const NameContext& f, std::size_t begin, std::size_t i) {
  if (i + 1 >= f.words.size()) return i;
  const std::string_view word = f.words[i].text;
  if (word == "and" || word == "und") return past_and(f, begin, i);
  if (word == "&") return f.words[i + 1].capital ? i + 2 : i;
  if (word == "of" || word == "für" || word == "for") return past_of(f, begin, i);
  return past_particle(f, begin, i);
}

/// End of the run if it goes on with token `i`, else `i`.
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
  if (const std::size_t end = past_genitive(f, begin, i); end > i) return end;
  return word.link ? past_link(f, begin, i) : i;
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
