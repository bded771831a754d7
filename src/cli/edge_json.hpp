// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// A node as the commands' JSON has it: id, label, type.
[[nodiscard]] nlohmann::ordered_json node_json(const Node& node);

/// An edge with its evidence, as `query --format json` has it.
[[nodiscard]] nlohmann::ordered_json edge_json(const Graph& graph, const Edge& edge);

/// JSON for standard output: two-space indent, a line feed at the end.
[[nodiscard]] std::string json_document(const nlohmann::ordered_json& json);

/// "Musk  criticizes  OpenAI  (planned)  amount=…" and below it the sentences, each on a line of its own.
[[nodiscard]] std::string edge_lines(const Graph& graph, const Edge& edge, const std::string& indent = "");

}  // namespace relgraph::cli
