// SPDX-License-Identifier: Apache-2.0
#include "language/name_context.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace relgraph {

namespace {

bool speaks(const NameContext& f, std::size_t begin, std::size_t end) {
  if (end < f.words.size() && f.lists.is_cue(f.words[end].text, "say")) return true;
  return begin > 0 && f.lists.is_cue(f.words[begin - 1].text, "say");
}

bool behind_title(const NameContext& f, std::size_t begin) {
  if (begin == 0) return false;
  const NameWord& before = f.words[begin - 1];
  if (before.title) return true;
  const std::size_t hyphen = before.text.rfind('-');
  if (hyphen == std::string_view::npos || !f.lists.german) return false;
  std::string tail(before.text.substr(hyphen + 1));
  if (!tail.empty() && tail[0] >= 'a' && tail[0] <= 'z') tail[0] = static_cast<char>(tail[0] - 32);
  return f.lists.is_cue(tail, "title");
}

/// `Burt Rutan, Chef von`, `Jane Roe, the chief executive`: only people have offices.
bool before_office(const NameContext& f, std::size_t end) {
  if (end + 1 >= f.words.size() || f.words[end].text != ",") return false;
  for (std::size_t i = end + 1; i < std::min(end + 4, f.words.size()); ++i) {
    if (f.words[i].title) return true;
    if (f.words[i].free()) return false;
  }
  return false;
}

/// `Generalsekretär der UNCTAD, Supachai Panitchpakdi, sei`
bool behind_office(const NameContext& f, std::size_t begin, std::size_t end) {
  constexpr std::size_t k_reach = 9;
  if (begin < 2 || f.words[begin - 1].text != "," || end >= f.words.size()) return false;
  if (f.words[end].text != "," && f.words[end].text != ".") return false;
  for (std::size_t back = 2; back <= std::min(k_reach, begin); ++back) {
    if (f.words[begin - back].title) return true;
    if (f.words[begin - back].text == ",") return false;
  }
  return false;
}

/// `Kenosha, Wisconsin`: a country or region behind a comma.
bool before_country(const NameContext& f, std::size_t end) {
  if (end + 1 >= f.words.size() || f.words[end].text != "," || !f.words[end + 1].capital) return false;
  for (std::size_t n = 2; n > 0; --n) {
    if (end + 1 + n > f.words.size()) continue;
    const TsvRow* row = find_place(f.span(end + 1, end + 1 + n).of(f.text));
    if (row != nullptr) return row->fields[1] != "city";
  }
  return false;
}

NameKind kind_of_one(const NameContext& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (f.lists.has_cue_ending(word.text, "projecttail")) return NameKind::event;
  if (f.lists.has_cue_ending(word.text, "orgtail")) return NameKind::organization;
  if (behind_title(f, i) && !word.acronym) return NameKind::person;
  if (word.acronym) return NameKind::organization;
  if (word.surname) return NameKind::person;
  if (i > 0 && f.lists.is_cue(f.words[i - 1].text, "inplace")) return NameKind::place;
  if (word.first_name) return NameKind::person;
  return before_country(f, i + 1) ? NameKind::place : NameKind::unknown;
}

}  // namespace

std::optional<NameKind> known_name(std::string_view name, bool german) {
  if (find_place(name) != nullptr) return NameKind::place;
  if (find_organisation(name) != nullptr) return NameKind::organization;
  if (german && name.size() > 4 && name.ends_with('s')) {
    const std::string_view stem = name.substr(0, name.size() - 1);
    if (find_place(stem) != nullptr) return NameKind::place;
    if (find_organisation(stem) != nullptr) return NameKind::organization;
  }
  return std::nullopt;
}

bool is_roman(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_initial(std::string_view word) {
  if (word.size() < 2 || word.size() > 6 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (word[i] < 'A' || word[i] > 'Z' || word[i + 1] != '.') return false;
  }
  return true;
}

bool is_determined(const NameContext& f, std::size_t i) {
  if (i == 0) return false;
  const std::string_view before = f.words[i - 1].text;
  constexpr std::array<std::string_view, 40> k_determiners = {
      "der",   "die",    "das",    "den",    "dem",    "des",    "ein",    "eine",  "einen", "einem",
      "einer", "eines",  "kein",   "keine",  "keinen", "zum",    "zur",    "beim",  "vom",   "am",
      "im",    "ins",    "ans",    "diese",  "dieser", "dieses", "diesem", "jeder", "jede",  "sein",
      "seine", "seinen", "seinem", "seiner", "ihr",    "ihre",   "ihren",  "ihrem", "ihrer", "per"};
  if (std::ranges::find(k_determiners, before) != k_determiners.end()) return true;
  if (f.words[i - 1].capital || before.size() < 5) return false;
  const std::string_view tail = before.substr(before.size() - 2);
  return tail == "en" || tail == "er" || tail == "es" || tail == "em" || tail.ends_with('e');
}

NameKind kind_of(const NameContext& f, std::size_t begin, std::size_t end) {
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
    // An initial, or the small article of an Arabic surname.
    const char head = f.words[i].text.front();
    if (is_initial(f.words[i].text) || (head >= 'a' && head <= 'z' && !f.words[i].link))
      return NameKind::person;
  }
  if (last.surname || speaks(f, begin, end) || before_office(f, end) || behind_office(f, begin, end))
    return NameKind::person;
  return before_country(f, end) ? NameKind::place : NameKind::unknown;
}

std::optional<NameKind> kind_by_ending(const NameContext& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (!word.capital || !f.lists.german) return std::nullopt;
  if (f.lists.has_cue_ending(word.text, "orgtail")) return NameKind::organization;
  if (f.lists.has_cue_ending(word.text, "projecttail")) return NameKind::event;
  return std::nullopt;
}

bool is_only_a_word(const NameContext& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (word.common || word.legal || word.text.size() < 2 || (word.link && !word.first_name)) return true;
  if (word.org || word.org_head || word.place || word.place_head || word.project || word.product) return true;
  if (word.text.ends_with('-')) return true;
  return word.text.find_first_of("0123456789") != std::string_view::npos && !word.product;
}

bool is_doubtful(const NameContext& f, std::size_t i) {
  const NameWord& word = f.words[i];
  if (word.acronym || word.surname || word.first_name) return false;
  if (!f.lists.german) return word.start;
  return word.start || is_determined(f, i);
}

}  // namespace relgraph
