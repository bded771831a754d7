// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"

namespace relgraph::cli {

namespace {

struct DiagramOptions {
  InputOptions input{};
  FilterOptions filter{};
  PictureOptions picture{};
  std::string output;
  std::string graph;
};

int run_diagram(const DiagramOptions& options, Session& session) {
  const Corpus corpus = read_corpus(options.input, session);
  const Graph graph = merge(build_graphs(corpus.documents, options.input, session));
  const std::string svg = to_svg(options.filter.apply(graph), options.picture.render_options());
  if (!options.graph.empty()) write_file(options.graph, serialise_graph(graph));
  const std::string output =
      options.output.empty() ? default_output(corpus.documents[0].id + ".svg") : options.output;
  write_file(output, svg);
  if (output != "-") session.note("wrote " + output);
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_diagram(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiagramOptions>();
  CLI::App* command = app.add_subcommand("diagram", "Draw articles as an SVG in one go");
  command->footer(
      "Examples:\n"
      "  relgraph diagram article.txt                       writes article.svg\n"
      "  relgraph diagram article.html -o picture.svg --labels en\n"
      "  relgraph diagram articles/ -o all.svg --graph all.json --max-nodes 20\n"
      "  relgraph diagram article.txt -o money.svg --families cooperation --title 'Who pays whom'\n");
  add_input_options(*command, options->input);
  add_extractor_option(*command, options->input);
  command
      ->add_option("-o,--output", options->output,
                   "Picture (default: standard output, or ID.svg on a terminal)")
      ->type_name("FILE");
  command->add_option("--graph", options->graph, "Also write the graph")->type_name("FILE");
  add_picture_options(*command, options->picture);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "diagram";
    session.run = [options, &session] { return run_diagram(*options, session); };
  });
}

}  // namespace relgraph::cli
