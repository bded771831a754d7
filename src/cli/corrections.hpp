// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "relgraph/corrections.hpp"

namespace relgraph::cli {

/// What a corrections file is called where nobody says otherwise.
inline constexpr const char* k_corrections_name = "relgraph.corrections.toml";
inline constexpr std::size_t k_max_corrections_bytes = std::size_t{64} << 20U;

/// Declares --corrections, which may be given more than once.
void add_corrections_option(CLI::App& command, std::vector<std::string>& files);

/// The corrections of some files, one after the other. Errors: as `parse_corrections`, and `Error{input}` for
/// files that cannot be read.
[[nodiscard]] Corrections read_corrections(const std::vector<std::string>& files);

/// Says so if a corrections file lies beside the inputs and is not among `files`: it is not applied unasked.
void note_unused_corrections(const std::vector<std::string>& inputs, const std::vector<std::string>& files,
                             const Session& session);

/// The corrected graph; what did not match is reported. The graph itself without corrections.
[[nodiscard]] Graph corrected(Graph graph, const Corrections& corrections, const Session& session);

}  // namespace relgraph::cli
