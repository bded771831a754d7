// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

// Headings for RenderOptions::groups, one for each of Graph::nodes; empty: in no group. `language` is `de` or
// `en`; any other counts as English.

/// By type: "Personen", "Organisationen"; a user's own types as they are written.
[[nodiscard]] std::vector<std::string> groups_by_type(const Graph& graph, std::string_view language);

/// By the family of relation types that most evidence at the node belongs to (ties: in the order of the
/// ontology); nodes without such a relation are in no group.
[[nodiscard]] std::vector<std::string> groups_by_family(const Graph& graph, std::string_view language);

/// By a value that stands at the nodes, such as those of `rank --annotate` and `communities --annotate`:
/// strings as they are, numbers after the name ("core 3"), anything else as its JSON text.
/// Errors: `Error{usage}` when no node has the attribute, with those that nodes have as hint.
[[nodiscard]] std::vector<std::string> groups_by_attribute(const Graph& graph, std::string_view name);

/// Groups without names get that of their most important member: "Um Elon Musk".
/// Input: the group and the importance of each node. Groups of one node are no groups.
[[nodiscard]] std::vector<std::string> groups_around(const Graph& graph,
                                                     std::span<const std::uint32_t> group_of,
                                                     std::span<const double> importance,
                                                     std::string_view language);

/// The numbers that stand at the nodes under a name, undefined (NaN) where there is none.
/// Errors: `Error{usage}` when no node has a number there, with the attributes that nodes have as hint.
[[nodiscard]] std::vector<double> node_values(const Graph& graph, std::string_view name);

/// What a legend calls a measure of importance: "Grad", "PageRank"; other names stay as they are.
[[nodiscard]] std::string measure_name(std::string_view name, std::string_view language);

}  // namespace relgraph
