// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "extraction/labels.hpp"
#include "extraction/reading.hpp"
#include "language/lexicon.hpp"
#include "language/network/maps.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_none = static_cast<std::size_t>(-1);

std::size_t match_row(const EntityMention& late, const EntityMention& early) {
  const auto match = static_cast<std::size_t>(match_names(late.keys, early.keys));
  return (match * k_forms + static_cast<std::size_t>(late.form)) * k_forms +
         static_cast<std::size_t>(early.form);
}

/// A mention before that goes with this one, and how well.
struct Antecedent {
  std::size_t mention;
  float score;
};

/// For each mention those before it that it may go with, the best first.
std::vector<std::vector<Antecedent>> antecedents(Reading& reading) {
  const ReaderModel& model = reading.model;
  const network::Kernels& k = network::kernels();
  network::Workspace& work = reading.work;
  const std::size_t count = reading.mentions.size(), width = model.sizes.coref, wide = model.sizes.mention;
  std::vector<float> later(count * width), earlier(count * width), product(k_antecedents * wide);
  std::vector<float> h(k_antecedents * width);
  network::plain_map(work, model.later, reading.mention_vectors.data(), count, later.data());
  network::plain_map(work, model.earlier, reading.mention_vectors.data(), count, earlier.data());
  std::vector<std::vector<Antecedent>> out(count);
  for (std::size_t i = 1; i < count; ++i) {
    const std::size_t first = i > k_antecedents ? i - k_antecedents : 0, candidates = i - first;
    for (std::size_t j = first; j < i; ++j)
      for (std::size_t d = 0; d < wide; ++d)
        product[(j - first) * wide + d] = reading.mention(i)[d] * reading.mention(j)[d];
    network::plain_map(work, model.alike, product.data(), candidates, h.data());
    const EntityMention& late = reading.mentions[i];
    for (std::size_t j = first; j < i; ++j) {
      const EntityMention& early = reading.mentions[j];
      const float* match = model.coref_match + match_row(late, early) * width;
      const std::size_t row = bucket(late.sentence - early.sentence) * k_buckets + bucket(i - j - 1);
      const float* distance = model.coref_distance + row * width;
      float* sum = h.data() + (j - first) * width;
      for (std::size_t d = 0; d < width; ++d)
        sum[d] += later[i * width + d] + earlier[j * width + d] + match[d] + distance[d];
      k.gelu(sum, width);
      const float score = k.dot(sum, model.coref_out, width) + *model.coref_bias;
      if (score > 0) out[i].push_back({j, score});
    }
    std::ranges::stable_sort(out[i], std::ranges::greater(), &Antecedent::score);
  }
  return out;
}

/// What is equal in names that are written alike (`Elon Musk`, `@elonmusk`), and in all names of one country.
std::string common_key(const Reading& reading, const EntityMention& mention) {
  const std::string_view text = span_of(reading.analysis, mention).of(reading.document.text);
  std::string_view country = find_country(text);
  if (country.empty() && text.ends_with('s')) country = find_country(text.substr(0, text.size() - 1));
  if (!country.empty()) return "=" + std::string(country);
  std::string letters;
  for (const std::string& key : mention.keys.keys) letters += key;
  return letters;
}

/// Whether the mention is a handle in brackets behind the mention before it: `Sam Altman (@sama)`.
bool signs(const Reading& reading, std::size_t i) {
  const EntityMention& mention = reading.mentions[i];
  const auto word = [&](std::size_t token) {
    return reading.analysis.tokens[token].span.of(reading.document.text);
  };
  return i > 0 && word(mention.first).starts_with('@') && mention.first > 1 &&
         word(mention.first - 1) == "(" && reading.mentions[i - 1].last + 2 == mention.first &&
         reading.mentions[i - 1].form == MentionForm::name;
}

/// Groups of mentions as they are read from the beginning on.
class Linker {
 public:
  Linker(const Reading& reading, const std::vector<float>& kinds) : m_reading(reading), m_kinds(kinds) {}

  /// The first mention of the group that mention `i` belongs to.
  std::size_t add(std::size_t i, const std::vector<Antecedent>& candidates) {
    const EntityMention& mention = m_reading.mentions[i];
    std::size_t chosen = k_none;
    for (const Antecedent& candidate : candidates) {
      if (!may_join(i, candidate)) continue;
      chosen = candidate.mention;
      break;
    }
    if (signs(m_reading, i)) chosen = i - 1;
    const bool named = mention.form == MentionForm::name;
    if (named && !mention.keys.keys.empty()) {
      // A name that was written just so before goes with it, however far back; so do `US` and `United
      // States`. A full name and a name of no person say more than the network does.
      const auto [entry, fresh] = m_seen.try_emplace(common_key(m_reading, mention), i);
      const bool plain = mention.keys.keys.size() > 1 || !is_person(i);
      if (!fresh && (chosen == k_none || plain)) chosen = entry->second;
      entry->second = i;
    }
    m_group.push_back(chosen == k_none ? i : m_group[chosen]);
    m_names.emplace_back();
    auto& names = m_names[m_group[i]];
    const auto same = [&](std::size_t n) {
      const NameKeys& other = m_reading.mentions[n].keys;
      return other.keys == mention.keys.keys && other.capitals == mention.keys.capitals;
    };
    if (named && names.size() < k_most_names && std::ranges::none_of(names, same)) names.push_back(i);
    return m_group[i];
  }

 private:
  [[nodiscard]] bool is_person(std::size_t i) const {
    const float* logits = m_kinds.data() + i * k_entity_types;
    return std::max_element(logits, logits + k_entity_types) - logits == k_person;
  }

  /// A name goes with names that it shares a word with; people of two full names are two people.
  [[nodiscard]] bool may_join(std::size_t i, const Antecedent& candidate) const {
    const EntityMention& mention = m_reading.mentions[i];
    const auto& names = m_names[m_group[candidate.mention]];
    if (mention.form != MentionForm::name || names.empty()) return true;
    const bool person = is_person(i);
    bool alike = false;
    for (const std::size_t n : names) {
      const NameKeys& other = m_reading.mentions[n].keys;
      const NameMatch match = match_names(mention.keys, other);
      const bool differs = match == NameMatch::none || match == NameMatch::shared;
      if (person && differs && mention.keys.keys.size() > 1 && other.keys.size() > 1) return false;
      alike = alike || match != NameMatch::none;
      if (alike && !person) return true;
    }
    return alike || (!person && candidate.score > k_unlike);
  }

  static constexpr std::size_t k_most_names = 64;  ///< of an entity that others are compared with
  static constexpr float k_unlike =
      1;  ///< score that a name needs to go with names that are written otherwise

  const Reading& m_reading;
  const std::vector<float>& m_kinds;
  std::vector<std::size_t> m_group;
  std::vector<std::vector<std::size_t>> m_names;  ///< by group: mentions with its different names
  std::map<std::string, std::size_t> m_seen;
};

/// The type that the names of an entity are together most probably of.
std::size_t type_of(const std::vector<std::size_t>& named, const std::vector<float>& kinds) {
  std::array<double, k_entity_types> sums{};
  for (const std::size_t i : named) {
    const float* logits = kinds.data() + i * k_entity_types;
    double total = 0;
    for (std::size_t t = 0; t < k_entity_types; ++t) total += std::exp(static_cast<double>(logits[t]));
    for (std::size_t t = 0; t < k_entity_types; ++t)
      sums[t] += static_cast<double>(logits[t]) - std::log(total);
  }
  return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
}

}  // namespace

void find_entities(Reading& reading) {
  auto& mentions = reading.mentions;
  if (mentions.empty()) return;
  const auto candidates = antecedents(reading);
  std::vector<float> kinds(mentions.size() * k_entity_types);
  network::plain_map(reading.work, reading.model.kind, reading.mention_vectors.data(), mentions.size(),
                     kinds.data());
  Linker linker(reading, kinds);
  std::vector<std::size_t> group(mentions.size());
  std::vector<std::vector<std::size_t>> named(mentions.size());  // by group: its first mention
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    group[i] = linker.add(i, candidates[i]);
    if (mentions[i].form == MentionForm::name) named[group[i]].push_back(i);
  }
  std::vector<std::size_t> number(mentions.size(), k_none);
  for (std::size_t g = 0; g < mentions.size(); ++g) {
    if (named[g].empty()) continue;
    number[g] = reading.entities.size();
    reading.entities.emplace_back().type = type_of(named[g], kinds);
  }
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (number[group[i]] != k_none) mentions[i].entity = number[group[i]];
  for (std::size_t g = 0; g < mentions.size(); ++g)
    if (number[g] != k_none) name_entity(reading, named[g], reading.entities[number[g]]);
}

}  // namespace relgraph
