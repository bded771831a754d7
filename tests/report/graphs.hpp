// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "relgraph/graph.hpp"

/// Graphs for the tests of this room, built step by step.
namespace graphs {

/// A node without aliases; its id is made from the label.
std::uint32_t add_node(relgraph::Graph& graph, const std::string& label, const std::string& type = "person");

/// An edge with the polarity of the ontology and one sentence of document `document`; the sentence is
/// unique, its trigger is the word "TRIGGER".
relgraph::Edge& add_edge(relgraph::Graph& graph, std::uint32_t source, const std::string& type,
                         std::uint32_t target, relgraph::Status status = relgraph::Status::asserted,
                         const std::string& speaker = {}, const std::string& document = "d");

void add_document(relgraph::Graph& graph, const std::string& id, const std::string& title = {},
                  const std::string& language = "en", const std::string& date = {});

/// Two articles on a quarrel of four actors, with money, dates, posts and every kind of open question.
relgraph::Graph affair(const std::string& language = "en");

/// Whether `text` has `part`.
bool has(const std::string& text, const std::string& part);

}  // namespace graphs
