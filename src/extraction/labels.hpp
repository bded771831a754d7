// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extraction/reading.hpp"

namespace relgraph {

/// The bytes of a mention.
[[nodiscard]] Span span_of(const Analysis& analysis, const EntityMention& mention);

/// Label and aliases of an entity from its named mentions: the form with most words that count, of these
/// the shortest (a genitive is longer), of these the first. A person's name holds no other entity and no
/// name holds a person: forms that do are aliases at most. Types and entities of mentions are known.
void name_entity(const Reading& reading, const std::vector<std::size_t>& named, Entity& entity);

}  // namespace relgraph
