// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/actors.hpp"

#include <algorithm>

namespace relgraph {

void add_actor(Reading& reading, Span place, std::size_t type) {
  const auto& tokens = reading.analysis.tokens;
  const auto token_at = [&](std::size_t byte) {
    const auto at = std::ranges::lower_bound(tokens, byte, {}, [](const Token& t) { return t.span.begin; });
    return static_cast<std::size_t>(at - tokens.begin());
  };
  EntityMention mention;
  mention.first = token_at(place.begin);
  mention.last = std::max(token_at(place.end), mention.first + 1) - 1;
  for (std::size_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const Sentence& sentence = reading.analysis.sentences[s];
    if (sentence.first_token <= mention.first && mention.last < sentence.end_token) mention.sentence = s;
  }
  mention.entity = reading.entities.size();
  reading.mentions.push_back(mention);
  Entity entity;
  entity.type = type;
  reading.entities.push_back(std::move(entity));
}

}  // namespace relgraph
