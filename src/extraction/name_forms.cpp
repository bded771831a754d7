// SPDX-License-Identifier: Apache-2.0
#include "extraction/name_forms.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace relgraph {

std::vector<std::string_view> name_words(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t blank = name.find_first_of(" \n");
    if (blank != 0) words.push_back(name.substr(0, blank));
    if (blank == std::string_view::npos) break;
    name.remove_prefix(blank + 1);
  }
  return words;
}

std::string_view without_legal_form(std::string_view name) {
  constexpr std::array<std::string_view, 24> k_forms = {
      "AG",    "SE",   "GmbH",     "KG",    "KGaA",   "e.V.",        "Inc.",    "Inc",
      "Corp.", "Corp", "Ltd.",     "Ltd",   "Co.",    "Co",          "plc",     "PLC",
      "LLC",   "S.A.", "Holdings", "Group", "Gruppe", "Corporation", "Company", "Limited"};
  for (;;) {
    const std::size_t blank = name.find_last_of(" ,&");
    if (blank == std::string_view::npos || blank == 0) return name;
    if (std::ranges::find(k_forms, name.substr(blank + 1)) == k_forms.end() && blank + 1 != name.size())
      return name;
    name = name.substr(0, blank);
  }
}

std::string initials(std::string_view name) {
  std::string out;
  for (const std::string_view word : name_words(name)) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (is_upper(first)) append_utf8(out, first);
  }
  return out;
}

bool is_acronym_of(std::string_view letters, std::string_view name) {
  std::string wanted;
  for (std::size_t i = 0; i < letters.size();) {
    const char32_t c = next_code_point(letters, i);
    if (is_letter(c)) append_utf8(wanted, c);
  }
  if (wanted.size() < 2 || name.find(' ') == std::string_view::npos) return false;
  if (initials(name) == wanted) return true;
  // Parts of compounds count as well: the B of "Zentralbank".
  const std::string low = to_lower(wanted);
  const std::string text = to_lower(name);
  if (text.front() != low.front()) return false;
  std::size_t at = 0;
  std::size_t starts = 0;
  for (const char c : low) {
    const std::size_t found = text.find(c, at);
    if (found == std::string::npos) return false;
    if (found == 0 || text[found - 1] == ' ' || text[found - 1] == '-') ++starts;
    at = found + 1;
  }
  return starts >= std::min<std::size_t>(2, low.size());
}

bool ends_with_words(std::string_view full, std::string_view part) {
  return full.size() > part.size() && full.ends_with(part) && full[full.size() - part.size() - 1] == ' ';
}

bool starts_with_words(std::string_view full, std::string_view part) {
  return full.size() > part.size() && full.starts_with(part) && full[part.size()] == ' ';
}

bool is_handle_of(std::string_view handle, std::string_view name) {
  const std::string folded = fold(name);
  std::string letters;
  for (const char c : folded) {
    if (c != ' ' && c != '-' && c != '.') letters += c;
  }
  std::string bare;
  for (const char c : fold(handle)) {
    if (c != '@' && c != '_') bare += c;
  }
  while (!bare.empty() && bare.back() >= '0' && bare.back() <= '9') bare.pop_back();
  if (bare.size() < 3) return false;
  if (letters == bare || letters == bare + "s") return true;
  // `@realDonaldTrump`, `@sama` only by the signature line that names it.
  return bare.size() > letters.size() && letters.size() >= 6 && bare.ends_with(letters);
}

}  // namespace relgraph
