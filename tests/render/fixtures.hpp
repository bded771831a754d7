// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

/// Graphs for the tests of this room.
namespace fixtures {

relgraph::Node node(std::string label, std::string type = "person");

/// An edge with the polarity of the ontology and one piece of evidence.
relgraph::Edge edge(std::uint32_t source, std::string type, std::uint32_t target,
                    relgraph::Status status = relgraph::Status::asserted);

/// Three persons, an organization and a place; hostile, friendly, neutral, mutual, planned and negated lines.
relgraph::Graph quarrel();

/// A graph of `nodes` nodes and about `edges` edges that hang together around a few hubs, from fixed numbers.
relgraph::Graph scatter(std::uint32_t nodes, std::uint32_t edges);

/// Names of the annotated articles beside the repository; empty where they are not present.
std::vector<std::string> gold_files();
relgraph::Graph gold_graph(const std::string& path);

/// The graphs of graphs/.
std::vector<relgraph::Graph> gallery();

}  // namespace fixtures
