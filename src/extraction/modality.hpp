// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extraction/clause.hpp"
#include "extraction/triggers.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

/// How the sentence states what the trigger says: denied, planned, past or told by somebody else, by the
/// small words around the trigger. `quoted`: the trigger stands in direct speech or a post.
[[nodiscard]] Status status_of(const Clause& clause, const TriggerMatch& match, bool quoted);

}  // namespace relgraph
