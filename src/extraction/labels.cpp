// SPDX-License-Identifier: Apache-2.0
#include "extraction/labels.hpp"

#include <algorithm>

namespace relgraph {

namespace {

/// As written, but on one line.
std::string surface(const Reading& reading, const EntityMention& mention) {
  std::string text(span_of(reading.analysis, mention).of(reading.document.text));
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// Whether the mention is too long for a name of the entity: it holds another entity although one of the two
/// is a person.
bool holds_another(const Reading& reading, std::size_t i, const Entity& entity) {
  const EntityMention& outer = reading.mentions[i];
  const auto is_other = [&](const EntityMention& inner) {
    return inner.first >= outer.first && inner.last <= outer.last && inner.entity &&
           inner.entity != outer.entity && inner.form == MentionForm::name &&
           (entity.type == k_person || reading.entities[*inner.entity].type == k_person);
  };
  // Mentions lie in the order of their first words.
  for (std::size_t j = i; j-- > 0 && reading.mentions[j].first == outer.first;)
    if (is_other(reading.mentions[j])) return true;
  for (std::size_t j = i + 1; j < reading.mentions.size() && reading.mentions[j].first <= outer.last; ++j)
    if (is_other(reading.mentions[j])) return true;
  return false;
}

}  // namespace

Span span_of(const Analysis& analysis, const EntityMention& mention) {
  return {analysis.tokens[mention.first].span.begin, analysis.tokens[mention.last].span.end};
}

void name_entity(const Reading& reading, const std::vector<std::size_t>& named, Entity& entity) {
  std::vector<std::string> forms;
  std::size_t best = 0;
  std::pair<bool, std::size_t> rank_of_best;
  for (const std::size_t i : named) {
    const EntityMention& mention = reading.mentions[i];
    std::string form = surface(reading, mention);
    if (std::ranges::find(forms, form) != forms.end()) continue;
    const std::pair<bool, std::size_t> rank{!holds_another(reading, i, entity), mention.keys.keys.size()};
    if (forms.empty() || rank > rank_of_best || (rank == rank_of_best && form.size() < forms[best].size())) {
      best = forms.size();
      rank_of_best = rank;
    }
    forms.push_back(std::move(form));
  }
  entity.label = forms[best];
  // `Musks` is `Musk`.
  const auto is_genitive = [&](const std::string& form) {
    return form.ends_with('s') && std::ranges::find(forms, form.substr(0, form.size() - 1)) != forms.end();
  };
  for (std::size_t f = 0; f < forms.size(); ++f)
    if (f != best && !is_genitive(forms[f])) entity.aliases.push_back(forms[f]);
}

}  // namespace relgraph
