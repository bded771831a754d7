// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.hpp"

namespace relgraph::cli {

/// Declares the program, its global options and all commands. Opens no file.
void add_commands(CLI::App& app, Session& session);

/// Prints help, version or what is wrong with the call; the exit status (0 or 2).
[[nodiscard]] int finish_parse(CLI::App& app, const CLI::ParseError& error, Session& session);

// One command a file: declares its options on a subcommand of `app` and sets `session.run` when chosen.
void add_analyze(CLI::App& app, Session& session);
void add_build(CLI::App& app, Session& session);
void add_communities(CLI::App& app, Session& session);
void add_completion(CLI::App& app, Session& session);
void add_convert(CLI::App& app, Session& session);
void add_correct(CLI::App& app, Session& session);
void add_diagram(CLI::App& app, Session& session);
void add_diff(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_gaps(CLI::App& app, Session& session);
void add_merge(CLI::App& app, Session& session);
void add_neighbors(CLI::App& app, Session& session);
void add_path(CLI::App& app, Session& session);
void add_query(CLI::App& app, Session& session);
void add_rank(CLI::App& app, Session& session);
void add_render(CLI::App& app, Session& session);
void add_report(CLI::App& app, Session& session);
void add_stats(CLI::App& app, Session& session);
void add_teach(CLI::App& app, Session& session);
void add_types(CLI::App& app, Session& session);

}  // namespace relgraph::cli
