// SPDX-License-Identifier: Apache-2.0
#include "extraction/pairs.hpp"

#include <algorithm>
#include <bit>

namespace relgraph {

namespace {

constexpr std::size_t k_highest_tree = 60;  ///< words from a mention to its root

enum Place : std::uint8_t { before, in_source, between, in_target, behind };

/// Bucket of the words between, with the direction; the last buckets are for other sentences.
std::size_t distance_row(const EntityMention& a, const EntityMention& b) {
  std::size_t size = 0;
  if (a.sentence != b.sentence) {
    const std::size_t apart = a.sentence > b.sentence ? a.sentence - b.sentence : b.sentence - a.sentence;
    size = 7 + std::min<std::size_t>(apart, 3);
  } else {
    const std::size_t last = std::min(a.last, b.last) + 1, first = std::max(a.first, b.first);
    size = std::min<std::size_t>(6, std::bit_width(first > last ? first - last : 0));
  }
  return size + (b.first >= a.first ? k_pair_distances : 0);
}

/// The nearest mentions of entities of the sentences before that the sentence itself does not mention.
std::vector<std::size_t> far_mentions(const Reading& reading, std::size_t sentence,
                                      const std::vector<std::vector<std::size_t>>& by_sentence) {
  std::vector<std::size_t> far;
  const auto of = [&](std::size_t m) { return *reading.mentions[m].entity; };
  const auto mentions_entity = [&](const std::vector<std::size_t>& list, std::size_t entity) {
    return std::ranges::any_of(list, [&](std::size_t m) { return of(m) == entity; });
  };
  for (std::size_t back = 1; back <= std::min(k_neighbours, sentence); ++back) {
    const auto& list = by_sentence[sentence - back];
    for (auto m = list.rbegin(); m != list.rend() && far.size() < k_far; ++m)
      if (!mentions_entity(by_sentence[sentence], of(*m)) && !mentions_entity(far, of(*m))) far.push_back(*m);
  }
  return far;
}

}  // namespace

std::vector<MentionPair> pairs_of(const Reading& reading, std::size_t sentence,
                                  const std::vector<std::vector<std::size_t>>& by_sentence) {
  std::vector<MentionPair> out;
  const auto add = [&](std::size_t a, std::size_t b) {
    out.push_back({a, b, distance_row(reading.mentions[a], reading.mentions[b])});
  };
  const auto& here = by_sentence[sentence];
  for (std::size_t i = 0; i < here.size(); ++i) {
    const std::size_t first = i > k_reach ? i - k_reach : 0;
    for (std::size_t j = first; j < std::min(here.size(), i + k_reach + 1); ++j)
      if (reading.mentions[here[i]].entity != reading.mentions[here[j]].entity) add(here[i], here[j]);
  }
  if (here.empty()) return out;
  for (const std::size_t far : far_mentions(reading, sentence, by_sentence)) {
    for (const std::size_t m : here) {
      add(m, far);
      add(far, m);
    }
  }
  return out;
}

/// The first word of the mention that hangs on a word outside it, and its ancestors.
void TreePaths::upwards(const EntityMention& mention, std::vector<std::size_t>& out) const {
  const std::size_t first = m_analysis.sentences[mention.sentence].first_token;
  const auto head_of = [&](std::size_t word) {
    const std::int32_t head = m_analysis.tokens[word].head;
    return head < 0 ? word : first + static_cast<std::size_t>(head);
  };
  std::size_t word = mention.first;
  for (std::size_t w = mention.first; w <= mention.last; ++w) {
    const std::size_t head = head_of(w);
    if (head != w && head >= mention.first && head <= mention.last) continue;
    word = w;
    break;
  }
  out.assign(1, word);
  while (head_of(out.back()) != out.back() && out.size() < k_highest_tree) out.push_back(head_of(out.back()));
}

void TreePaths::regions(const Reading& reading, const MentionPair& pair, std::size_t sentence,
                        std::vector<std::uint8_t>& out) {
  const Sentence& words = m_analysis.sentences[sentence];
  const EntityMention& source = reading.mentions[pair.source];
  const EntityMention& target = reading.mentions[pair.target];
  const std::size_t begin = words.first_token, count = words.end_token - begin;
  const std::size_t low = std::min(source.first, target.first), high = std::max(source.last, target.last);
  out.assign(count, between);
  const auto put = [&](std::size_t from, std::size_t to, std::uint8_t place) {
    for (std::size_t w = std::max(from, begin); w < std::min(to, words.end_token); ++w)
      out[w - begin] = place;
  };
  put(begin, low, before);
  put(high + 1, words.end_token, behind);
  put(target.first, target.last + 1, in_target);
  put(source.first, source.last + 1, in_source);

  const auto mark = [&](std::size_t word, bool top) {
    if (word < begin || word >= words.end_token) return;
    out[word - begin] = static_cast<std::uint8_t>(out[word - begin] + (top ? 2 : 1) * k_places);
  };
  if (source.sentence != target.sentence) {  // the way from the one that is here to the root
    upwards(source.sentence == sentence ? source : target, m_from);
    for (const std::size_t word : m_from) mark(word, word == m_from.back());
    return;
  }
  upwards(source, m_from);
  upwards(target, m_to);
  for (std::size_t i = 0; i < m_from.size(); ++i) {
    const auto meeting = std::ranges::find(m_to, m_from[i]);
    if (meeting == m_to.end()) continue;
    for (std::size_t w = 0; w <= i; ++w) mark(m_from[w], w == i);
    for (auto w = m_to.begin(); w != meeting; ++w) mark(*w, false);
    return;
  }
}

}  // namespace relgraph
