// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/extraction.hpp"
#include "relgraph/language.hpp"

namespace relgraph::test {

/// The graph of a text in `de` or `en`.
[[nodiscard]] Graph graph_of(const std::string& text, std::string_view language);

/// Edges as "source type target" by the labels of their nodes, sorted, with the status behind it unless it
/// is asserted.
[[nodiscard]] std::vector<std::string> edges_of(const std::string& text, std::string_view language);

/// Nodes as "type:label", sorted.
[[nodiscard]] std::vector<std::string> nodes_of(const std::string& text, std::string_view language);

/// Whether the text gives that edge, by labels.
[[nodiscard]] bool has_edge(const std::string& text, std::string_view language, const std::string& edge);

}  // namespace relgraph::test
