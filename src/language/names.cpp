// SPDX-License-Identifier: Apache-2.0
#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"
#include "language/name_context.hpp"
#include "language/name_run.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_known = 7;  ///< words of a listed name
constexpr std::size_t k_longest_name = 9;   ///< words of any name

struct Finder : NameContext {
  std::vector<Name> names{};     ///< token indices count within the sentence
  std::vector<Name> doubtful{};  ///< words that are a name only if they are one elsewhere in the document

  void add(std::size_t begin, std::size_t end, NameKind kind) {
    Name name;
    name.span = span(begin, end);
    name.first_token = begin;
    name.end_token = end;
    name.kind = kind;
    names.push_back(name);
  }
};

/// Words that may start a name: everything with a capital that is not only a common word.
bool may_start(const NameWord& word) {
  return word.capital && (!word.common || word.org_head || word.place_head || word.project_head);
}

bool starts_name_after(const Finder& f, std::size_t i) { return i < f.words.size() && f.words[i].free(); }

/// The longest listed name that starts at token `i`.
std::size_t take_known_name(Finder& f, std::size_t i) {
  if (!f.words[i].capital) return i;
  const std::size_t most = std::min(k_longest_known, f.tokens.size() - i);
  for (std::size_t n = most; n > 0; --n) {
    if (f.words[i + n - 1].text.size() < 2 && n > 1) continue;
    const auto kind = known_name(f.span(i, i + n).of(f.text), f.lists.german);
    if (!kind) continue;
    if (n == 1) {
      const NameWord& word = f.words[i];
      const bool body = find_body(word.text) != nullptr;
      const bool doubtful = word.common && !body && (word.start || find_place(word.text) == nullptr);
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
  const auto kind = known_name(head, false);
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

std::size_t take_run(Finder& f, std::size_t start) {
  const auto [begin, end] = name_run(f, start);
  if (end > begin + 1) {
    f.add(begin, end, kind_of(f, begin, end));
  } else if (const auto kind = kind_by_ending(f, begin)) {
    f.add(begin, end, *kind);
  } else if (!is_only_a_word(f, begin)) {
    f.add(begin, end, kind_of(f, begin, end));
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
  if (const std::size_t end = take_known_name(f, i); end > i) return end;
  if (f.lists.is_cue(word.text, "never")) return i + 1;
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
    const bool known =
        sure.contains(word) || (word.ends_with('s') && sure.contains(word.substr(0, word.size() - 1)));
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
    Finder finder{{text, tokens, look_up(text, tokens, words), words}};
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
