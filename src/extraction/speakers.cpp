// SPDX-License-Identifier: Apache-2.0
#include "extraction/speakers.hpp"

#include <algorithm>

#include "extraction/labels.hpp"

namespace relgraph {

const Quotation* Speakers::quotation_at(Span place) const {
  const auto& quotations = m_reading.analysis.quotations;
  const auto after =
      std::ranges::upper_bound(quotations, place.begin, {}, [](const Quotation& q) { return q.span.begin; });
  // A post may hold quotations of its own, so the one that starts last need not be the one around it.
  constexpr std::ptrdiff_t k_look_back = 4;
  for (auto it = after; it != quotations.begin() && after - it < k_look_back;) {
    --it;
    if (it->span.contains(place)) return &*it;
  }
  return nullptr;
}

std::optional<std::size_t> Speakers::at(Span place) const {
  const Quotation* quotation = quotation_at(place);
  if (quotation == nullptr || !quotation->speaker) return std::nullopt;
  // Of the mentions that overlap the speaker's the longest is the speaker: `Sprecher der Tesla AG`.
  std::optional<std::size_t> speaker;
  std::size_t longest = 0;
  const auto& mentions = m_reading.mentions;
  const auto token = std::ranges::lower_bound(m_reading.analysis.tokens, quotation->speaker->begin, {},
                                              [](const Token& t) { return t.span.begin; }) -
                     m_reading.analysis.tokens.begin();
  const std::size_t around = static_cast<std::size_t>(token) > k_longest_mention
                                 ? static_cast<std::size_t>(token) - k_longest_mention
                                 : 0;
  for (auto m = std::ranges::lower_bound(mentions, around, {}, &EntityMention::first); m != mentions.end();
       ++m) {
    const Span span = span_of(m_reading.analysis, *m);
    if (span.begin >= quotation->speaker->end) break;
    if (!m->entity || !span.overlaps(*quotation->speaker) || span.size() <= longest) continue;
    speaker = m->entity;
    longest = span.size();
  }
  return speaker;
}

}  // namespace relgraph
