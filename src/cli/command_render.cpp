// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/picture.hpp"

namespace relgraph::cli {

namespace {

struct RenderCommandOptions {
  std::string graph;
  std::string output;
  FilterOptions filter{};
  PictureOptions picture{};
};

int run_render(const RenderCommandOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  std::string output = options.output;
  if (output.empty()) {
    const std::string stem =
        options.graph == "-" ? "graph" : std::filesystem::path(options.graph).stem().string();
    output = default_output(stem + ".svg");
  }
  Diagnostics findings;
  const std::string picture = picture_as(output, graph, options.picture.render_options(), findings);
  write_file(output, picture);
  session.report(findings);
  if (output != "-") session.note("wrote " + output);
  return 0;
}

}  // namespace

void add_render(CLI::App& app, Session& session) {
  auto options = std::make_shared<RenderCommandOptions>();
  CLI::App* command = app.add_subcommand("render", "Draw a graph file");
  command->footer(
      "Examples:\n"
      "  relgraph render graph.json -o graph.svg\n"
      "  relgraph render graph.json -o ego.svg --focus 'Elon Musk' --hops 1\n"
      "  relgraph render graph.json -o stance.svg --families stance,conflict --labels de --theme print\n"
      "  relgraph render graph.json -o column.pdf --width 85mm\n"
      "  relgraph render graph.json -o graph.dot            for Graphviz and its friends\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command
      ->add_option(
          "-o,--output", options->output,
          "Picture: .svg, .png, .pdf or .dot (default: standard output, or an SVG file on a terminal)")
      ->type_name("FILE");
  add_picture_options(*command, options->picture);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "render";
    session.run = [options, &session] { return run_render(*options, session); };
  });
}

}  // namespace relgraph::cli
