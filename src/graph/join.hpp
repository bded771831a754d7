// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "relgraph/graph.hpp"

// What happens when two things of a graph turn out to be one. Shared by canonicalise() and merge().

namespace relgraph {

/// Adds the properties that `into` does not have. An amount and its currency belong together: the
/// currency of one sentence is never put to the amount of another.
void join_properties(Properties& into, const Properties& from);

/// Sorts by document and place and keeps one for each (document, span); a sentence that a document
/// repeats word by word counts once. Complexity: O(n log n).
void tidy_evidence(std::vector<Evidence>& evidence);

/// Sorts by document and place; one for each (document, span).
void tidy_mentions(std::vector<Mention>& mentions);

/// Sorts the aliases; one each, and none that is the label.
void tidy_aliases(Node& node);

/// Makes one edge of equal ones. Input: `edges` sorted by order::edge. The highest confidence counts, and
/// the edge that has it gives polarity and attributes; the others fill in what it lacks.
void join_equal_edges(std::vector<Edge>& edges);

/// Numbers the edges of each ordered pair from 0. Input: sorted by order::edge.
void number_keys(std::vector<Edge>& edges);

}  // namespace relgraph
