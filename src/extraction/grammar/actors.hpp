// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "extraction/reading.hpp"

namespace relgraph {

/// Adds an entity of that type whose only mention covers these bytes of the document: an actor of an example,
/// who is marked and need not be found. Mentions are in text order only if they are added so.
void add_actor(Reading& reading, Span place, std::size_t type);

}  // namespace relgraph
