// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relgraph/exchange.hpp"

// The writers and readers behind the table in formats.cpp, one file a format.

namespace relgraph::exchange {

std::vector<ExchangeFile> write_csv(const Graph& graph, Diagnostics& diagnostics);
Graph read_csv(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_cypher(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_cytoscape(const Graph& graph, Diagnostics& diagnostics);
Graph read_cytoscape(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_dot(const Graph& graph, Diagnostics& diagnostics);
Graph read_dot(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_ftm(const Graph& graph, Diagnostics& diagnostics);
Graph read_ftm(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_jsonld(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_turtle(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_json(const Graph& graph, Diagnostics& diagnostics);
Graph read_json(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_graphml(const Graph& graph, Diagnostics& diagnostics);
Graph read_graphml(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_gexf(const Graph& graph, Diagnostics& diagnostics);
Graph read_gexf(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_mermaid(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_neo4j(const Graph& graph, Diagnostics& diagnostics);
Graph read_neo4j(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_oligrapher(const Graph& graph, Diagnostics& diagnostics);

}  // namespace relgraph::exchange
