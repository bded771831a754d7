// SPDX-License-Identifier: Apache-2.0
#include "extraction/entities.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/utf8.hpp"
#include "extraction/name_forms.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_kinds = 7;
constexpr NameKind k_default_kind = NameKind::organization;
constexpr std::size_t k_none = static_cast<std::size_t>(-1);

/// All names of the document that are written alike.
struct Form {
  std::string_view text;
  std::array<std::size_t, k_kinds> votes{};
  std::size_t count = 0;
  std::size_t words = 1;
  std::size_t parent = k_none;  ///< the form that it is a variant of
  bool listed_place = false;
  bool listed_organisation = false;
  bool handle = false;

  [[nodiscard]] std::size_t votes_for(NameKind kind) const { return votes[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] NameKind kind() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < k_kinds; ++i) {
      if (votes[i] > 0 && (best == 0 || votes[i] > votes[best])) best = i;
    }
    return static_cast<NameKind>(best);
  }
};

struct Joiner {
  std::string_view text;
  bool german = false;
  std::vector<Form> forms;
  std::map<std::string_view, std::size_t> index;
  std::vector<std::size_t> form_of_name;

  [[nodiscard]] std::size_t find(std::string_view name) const {
    const auto found = index.find(name);
    return found == index.end() ? k_none : found->second;
  }
  /// Halves the way as it goes, so that long chains of joins stay cheap.
  [[nodiscard]] std::size_t root(std::size_t i) {
    while (forms[i].parent != k_none) {
      const std::size_t parent = forms[i].parent;
      if (forms[parent].parent != k_none) forms[i].parent = forms[parent].parent;
      i = parent;
    }
    return i;
  }
  void join(std::size_t variant, std::size_t full) {
    const std::size_t a = root(variant);
    const std::size_t b = root(full);
    if (a != b) forms[a].parent = b;
  }
};

/// A name of two or three words that nothing explains: a text goes on with the surname of a person (`Achebe`
/// for `Desmond Achebe`) and with the first word of a company (`Traunfels` for `Traunfels Logistik`).
void tell_people(Joiner& joiner) {
  for (Form& form : joiner.forms) {
    if (form.words < 2 || form.words > 3 || form.kind() != NameKind::unknown) continue;
    const auto words = name_words(form.text);
    const auto stands_alone = [&](std::string_view word) {
      const std::size_t found = joiner.find(word);
      if (found == k_none) return joiner.german && joiner.find(std::string(word) + "s") != k_none;
      const NameKind kind = joiner.forms[found].kind();
      return kind == NameKind::unknown || kind == NameKind::person;
    };
    const bool first = stands_alone(words.front());
    const bool last = stands_alone(words.back());
    const NameKind kind = last && !first ? NameKind::person : first ? NameKind::organization : k_default_kind;
    form.votes[static_cast<std::size_t>(kind)] += form.count;
  }
}

void collect(Joiner& joiner, const Analysis& analysis) {
  for (const Name& name : analysis.names) {
    const std::string_view text = name.span.of(joiner.text);
    const auto [entry, fresh] = joiner.index.emplace(text, joiner.forms.size());
    if (fresh) {
      Form form;
      form.text = text;
      form.words = name_words(text).size();
      form.listed_place = find_place(text) != nullptr;
      form.listed_organisation = find_organisation(text) != nullptr;
      form.handle = text.starts_with('@');
      joiner.forms.push_back(form);
    }
    Form& form = joiner.forms[entry->second];
    ++form.count;
    ++form.votes[static_cast<std::size_t>(name.kind)];
    joiner.form_of_name.push_back(entry->second);
  }
}

/// `Musks` to `Musk`, `Deutschlands` to `Deutschland`: only where the form without `s` is known.
void join_genitives(Joiner& joiner) {
  if (!joiner.german) return;
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    const std::string_view text = joiner.forms[i].text;
    if (text.size() < 4 || !text.ends_with('s')) continue;
    const std::size_t stem = joiner.find(text.substr(0, text.size() - 1));
    if (stem != k_none) joiner.join(i, stem);
  }
}

bool may_be_person(const Form& form) {
  const NameKind kind = form.kind();
  return kind == NameKind::person || kind == NameKind::unknown ||
         (form.words == 1 && !form.listed_organisation &&
          form.votes_for(NameKind::organization) < form.count) ||
         (form.words == 1 && !form.listed_organisation && !form.listed_place);
}

/// The people of the text by parts of their names; a part that fits two people stands for the one named
/// first.
struct People {
  std::map<std::string_view, std::size_t> by_surname;
  std::map<std::string_view, std::size_t> by_first;

  /// The form of the full name that `name` ends or, as a single word, starts; k_none if there is none.
  [[nodiscard]] std::size_t find(std::string_view name, bool single) const {
    if (const auto found = by_surname.find(name); found != by_surname.end()) return found->second;
    const auto found = by_first.find(name);
    return single && found != by_first.end() ? found->second : k_none;
  }
};

/// Full names; those with one first and one last name are one person.
People gather_people(Joiner& joiner) {
  People people;
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    const Form& form = joiner.forms[i];
    if (form.words < 2 || form.kind() != NameKind::person) continue;
    const auto words = name_words(form.text);
    // Further words of a surname: `der Leyen`, `von der Leyen`.
    for (std::size_t w = 1; w < words.size(); ++w) {
      const auto begin = static_cast<std::size_t>(words[w].data() - form.text.data());
      const auto [entry, fresh] = people.by_surname.emplace(form.text.substr(begin), i);
      const bool same_first = name_words(joiner.forms[entry->second].text).front() == words.front();
      if (!fresh && w + 1 == words.size() && same_first) joiner.join(i, entry->second);
    }
    people.by_first.emplace(words.front(), i);
  }
  return people;
}

/// Surnames and first names to the full name that ends or starts with them.
void join_people(Joiner& joiner) {
  const People people = gather_people(joiner);
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    const Form& form = joiner.forms[i];
    if (form.handle || !may_be_person(form)) continue;
    const bool genitive = joiner.german && form.text.ends_with('s');
    const std::string_view stem = form.text.substr(0, form.text.size() - (genitive ? 1 : 0));
    std::size_t person = people.find(form.text, form.words == 1);
    if ((person == k_none || person == i) && genitive && form.text.size() >= 4)
      person = people.find(stem, form.words == 1);
    if (person != k_none && person != i) joiner.join(i, person);
    if (form.words > 1 && form.parent == k_none && genitive) {
      const std::size_t base = joiner.find(stem);
      if (base != k_none) joiner.join(i, base);
    }
  }
}

/// Handles to the name that they are made of.
void join_handles(Joiner& joiner) {
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    if (!joiner.forms[i].handle || joiner.forms[i].parent != k_none) continue;
    for (std::size_t j = 0; j < joiner.forms.size() && j < 500; ++j) {
      if (i == j || joiner.forms[j].handle || !is_handle_of(joiner.forms[i].text, joiner.forms[j].text))
        continue;
      joiner.join(i, j);
      break;
    }
  }
}

/// `Europäische Zentralbank (EZB)`, `Elon Musk (@elonmusk)`.
void join_brackets(Joiner& joiner, const Analysis& analysis) {
  for (std::size_t n = 0; n + 1 < analysis.names.size(); ++n) {
    const Name& first = analysis.names[n];
    const Name& second = analysis.names[n + 1];
    const std::string_view between =
        joiner.text.substr(first.span.end, second.span.begin - std::min(first.span.end, second.span.begin));
    const bool closed = second.span.end < joiner.text.size() && joiner.text[second.span.end] == ')';
    if (between != " (" || !closed) continue;
    const std::size_t a = joiner.form_of_name[n];
    const std::size_t b = joiner.form_of_name[n + 1];
    const NameKind kind = joiner.forms[a].kind();
    const bool short_form = kind != NameKind::person && kind != NameKind::place &&
                            joiner.forms[b].words == 1 && joiner.forms[a].words > 1 &&
                            !joiner.forms[b].listed_place;
    if (joiner.forms[b].handle || short_form) joiner.join(b, a);
  }
}

/// Organisations: acronyms of their names, short forms, legal forms.
void join_organisations(Joiner& joiner) {
  std::map<std::string_view, std::size_t> by_start;
  std::map<std::string, std::size_t> by_initials;
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    const Form& form = joiner.forms[i];
    const NameKind kind = form.kind();
    if (form.words < 2 || kind == NameKind::person || form.listed_place) continue;
    by_initials.emplace(initials(form.text), i);
    const std::string_view bare = without_legal_form(form.text);
    if (bare != form.text) by_start.emplace(bare, i);
    if (kind == NameKind::organization || kind == NameKind::unknown)
      by_start.emplace(name_words(form.text).front(), i);
  }
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    const Form& form = joiner.forms[i];
    if (form.parent != k_none || form.handle || form.listed_place || country_adjectives().contains(form.text))
      continue;
    if (form.words == 1) {
      const auto acronym = by_initials.find(std::string(form.text));
      if (form.text.size() > 1 && acronym != by_initials.end()) joiner.join(i, acronym->second);
    }
    const bool person = form.kind() == NameKind::person && form.words > 1;
    const auto start = by_start.find(form.text);
    if (!person && start != by_start.end() && start->second != i) joiner.join(i, start->second);
  }
}

/// `USA`, `US` and `Vereinigte Staaten` are one country, `Grünen` and `Bündnis 90/Die Grünen` one party.
void join_listed(Joiner& joiner) {
  std::map<std::string_view, std::size_t> by_name;
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) {
    if (joiner.forms[i].parent != k_none) continue;
    const std::string_view text = joiner.forms[i].text;
    const TsvRow* row = find_place(text);
    if (row == nullptr && text.ends_with('s')) row = find_place(text.substr(0, text.size() - 1));
    if (row == nullptr) row = find_organisation(text);
    if (row == nullptr || row->fields.size() < 3 || row->fields[2].empty()) continue;
    const auto [entry, fresh] = by_name.emplace(row->fields[2], i);
    if (!fresh) joiner.join(i, entry->second);
  }
}

std::string type_name(NameKind kind) {
  switch (kind) {
    case NameKind::person: return "person";
    case NameKind::place: return "place";
    case NameKind::product: return "product";
    case NameKind::event: return "project";
    default: return "organization";
  }
}

/// The kinds that the forms of one entity were taken for, summed up; a name of two words that nothing
/// else explains is a person more often than not.
NameKind decide(const Joiner& joiner, const std::vector<std::size_t>& group) {
  std::array<std::size_t, k_kinds> votes{};
  for (const std::size_t i : group) {
    const Form& form = joiner.forms[i];
    for (std::size_t k = 1; k < k_kinds; ++k) votes[k] += form.votes[k] * (form.words > 1 ? 3 : 1);
  }
  auto* const best = std::max_element(votes.begin() + 1, votes.end());
  if (*best == 0) return NameKind::unknown;
  const auto kind = static_cast<NameKind>(best - votes.begin());
  // `in OpenAI investiert`: a preposition now and then makes no place.
  std::size_t unknown = 0;
  bool listed = false;
  for (const std::size_t i : group) {
    unknown += joiner.forms[i].votes_for(NameKind::unknown);
    listed = listed || joiner.forms[i].listed_place;
  }
  return kind == NameKind::place && !listed && unknown > *best ? NameKind::unknown : kind;
}

/// The dictionary form of an inflected German name where the lists know it: `Deutschland` for `Deutschlands`,
/// `Europäische Zentralbank` for `Europäischen Zentralbank`.
std::string nominative(std::string_view text, bool german) {
  const TsvRow* row = find_organisation(text);
  if (german && row != nullptr && row->fields.size() > 2 && text.size() > 4 &&
      row->fields[2].substr(0, 4) == text.substr(0, 4) &&
      name_words(row->fields[2]).size() == name_words(text).size())
    return std::string(row->fields[2]);
  const bool listed = row != nullptr || find_place(text) != nullptr || surnames().contains(text);
  if (german && text.size() > 4 && text.ends_with('s') && !listed) {
    const std::string_view stem = text.substr(0, text.size() - 1);
    if (find_place(stem) != nullptr || find_organisation(stem) != nullptr || surnames().contains(stem) ||
        (text.find(' ') != std::string_view::npos && surnames().contains(name_words(stem).back())))
      return std::string(stem);
  }
  return std::string(text);
}

/// `USA` of `Vereinigten Staaten`, `Amerika` and `US`.
bool is_dictionary_form(std::string_view text, bool german) {
  const TsvRow* row = find_place(text);
  const std::size_t column = german ? 2 : 3;
  return row != nullptr && row->fields.size() > column && row->fields[column] == text;
}

Entity make_entity(const Joiner& joiner, const std::vector<std::size_t>& group) {
  Entity entity;
  const NameKind kind = decide(joiner, group);
  entity.type = type_name(kind);
  std::size_t best = group.front();
  const auto rank = [&](std::size_t i) {
    const Form& form = joiner.forms[i];
    const std::size_t length = form.text.size();
    // A genitive loses against the form without it, a handle against any name.
    const bool genitive =
        joiner.german && form.text.ends_with('s') && joiner.find(form.text.substr(0, length - 1)) != k_none;
    return std::tuple(!form.handle, !genitive, is_dictionary_form(form.text, joiner.german),
                      kind == NameKind::person ? form.words : std::size_t{0}, length);
  };
  for (const std::size_t i : group) {
    if (rank(i) > rank(best)) best = i;
  }
  entity.label = nominative(joiner.forms[best].text, joiner.german);
  for (const std::size_t i : group) {
    const std::string_view text = joiner.forms[i].text;
    const bool genitive = joiner.german && text.size() > 3 && text.ends_with('s') &&
                          joiner.find(text.substr(0, text.size() - 1)) != k_none;
    if (genitive) continue;
    std::string alias = nominative(text, joiner.german);
    if (alias != entity.label && std::ranges::find(entity.aliases, alias) == entity.aliases.end())
      entity.aliases.push_back(std::move(alias));
  }
  return entity;
}

}  // namespace

Entities join_names(const Document& document, const Analysis& analysis) {
  Joiner joiner;
  joiner.text = document.text;
  joiner.german = analysis.language == "de";
  collect(joiner, analysis);
  tell_people(joiner);
  join_genitives(joiner);
  join_people(joiner);
  join_brackets(joiner, analysis);
  join_handles(joiner);
  join_organisations(joiner);
  join_listed(joiner);

  Entities out;
  std::vector<std::vector<std::size_t>> groups(joiner.forms.size());
  for (std::size_t i = 0; i < joiner.forms.size(); ++i) groups[joiner.root(i)].push_back(i);
  std::vector<std::size_t> entity_of(joiner.forms.size(), k_none);
  for (std::size_t n = 0; n < analysis.names.size(); ++n) {
    const Name& name = analysis.names[n];
    const std::size_t group = joiner.root(joiner.form_of_name[n]);
    if (entity_of[group] == k_none) {
      entity_of[group] = out.entities.size();
      out.entities.push_back(make_entity(joiner, groups[group]));
    }
    out.mentions.push_back({entity_of[group], name.span, name.first_token, name.end_token, name.sentence,
                            joiner.forms[joiner.form_of_name[n]].handle});
  }
  return out;
}

}  // namespace relgraph
