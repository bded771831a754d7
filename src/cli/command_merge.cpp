// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/corrections.hpp"
#include "cli/options.hpp"

namespace relgraph::cli {

namespace {

struct MergeOptions {
  std::vector<std::string> graphs;
  std::string output = "-";
  std::vector<std::string> corrections;
};

int run_merge(const MergeOptions& options, Session& session) {
  const Corrections corrections = read_corrections(options.corrections);
  Diagnostics diagnostics;
  std::vector<Graph> graphs;
  for (const std::string& path : options.graphs) {
    try {
      graphs.push_back(load_graph(path, diagnostics));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input || options.graphs.size() == 1) throw;
      diagnostics.fail(error.message(), error.where());
    }
  }
  session.report(diagnostics);
  if (graphs.empty()) throw Error(ErrorCode::input, "no graph could be read");
  const Graph merged = corrected(merge(graphs), corrections, session);
  write_file(options.output, serialise_graph(merged));
  session.detail(std::to_string(graphs.size()) + " graphs, " + std::to_string(merged.nodes.size()) +
                 " entities, " + std::to_string(merged.edges.size()) + " relations");
  return diagnostics.failed() ? 1 : 0;
}

}  // namespace

void add_merge(CLI::App& app, Session& session) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command = app.add_subcommand("merge", "Join graphs, the same actors becoming one");
  command->footer(
      "Examples:\n"
      "  relgraph merge monday.json tuesday.json -o week.json\n"
      "  relgraph merge graphs/*.json | relgraph rank -\n"
      "  relgraph merge graph.json --corrections relgraph.corrections.toml -o corrected.json\n");
  command->add_option("GRAPH", options->graphs, "Graph files, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("-o,--output", options->output, "Graph file (default: standard output)")
      ->type_name("FILE");
  add_corrections_option(*command, options->corrections);
  command->callback([options, &session] {
    session.command = "merge";
    session.run = [options, &session] { return run_merge(*options, session); };
  });
}

}  // namespace relgraph::cli
