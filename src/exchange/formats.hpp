// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relgraph/exchange.hpp"

// The writers and readers behind the table in formats.cpp, one file a format.

namespace relgraph::exchange {

std::vector<ExchangeFile> write_dot(const Graph& graph, Diagnostics& diagnostics);
Graph read_dot(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_ftm(const Graph& graph, Diagnostics& diagnostics);
Graph read_ftm(std::span<const ExchangeFile> files, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_jsonld(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_turtle(const Graph& graph, Diagnostics& diagnostics);
std::vector<ExchangeFile> write_json(const Graph& graph, Diagnostics& diagnostics);
Graph read_json(std::span<const ExchangeFile> files, Diagnostics& diagnostics);

}  // namespace relgraph::exchange
