// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/corrections.hpp"
#include "cli/layout_options.hpp"
#include "cli/picture.hpp"
#include "cli/pipeline.hpp"

namespace relgraph::cli {

namespace {

struct DiagramOptions {
  InputOptions input{};
  FilterOptions filter{};
  PictureOptions picture{};
  LayoutOptions layout{};
  std::string output;
  std::string graph;
  std::vector<std::string> corrections;
};

int run_diagram(const DiagramOptions& options, Session& session) {
  if (!options.output.empty()) require_picture_ending(options.output);
  const Corrections corrections = read_corrections(options.corrections);
  note_unused_corrections(options.input.inputs, options.corrections, session);
  const Corpus corpus = read_corpus(options.input, session);
  const Graph graph =
      corrected(merge(build_graphs(corpus.documents, options.input, session)), corrections, session);
  const std::string output =
      options.output.empty() ? default_output(corpus.documents[0].id + ".svg") : options.output;
  const Graph wanted = options.filter.apply(graph);
  const RenderOptions render = options.layout.apply(options.picture.render_options(), wanted);
  const PictureFile picture = picture_as(output, wanted, render);
  if (!options.graph.empty()) write_file(options.graph, serialise_graph(graph));
  write_file(output, picture.bytes);
  if (render.keep) options.layout.save(*picture.positions);
  session.report(picture.findings);
  if (output != "-") session.note("wrote " + output);
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_diagram(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiagramOptions>();
  CLI::App* command = app.add_subcommand("diagram", "Draw articles in one go");
  command->footer(
      "Examples:\n"
      "  relgraph diagram article.txt                       writes article.svg\n"
      "  relgraph diagram article.html -o picture.svg --labels en\n"
      "  relgraph diagram article.txt -o article.html       a page with search, filters and evidence\n"
      "  relgraph diagram articles/ -o all.svg --graph all.json --max-nodes 20\n"
      "  relgraph diagram articles/ -o all.svg --keep places.json   tomorrow everything is where it was\n"
      "  relgraph diagram article.txt -o money.svg --families cooperation --title 'Who pays whom'\n");
  add_input_options(*command, options->input);
  command
      ->add_option(
          "-o,--output", options->output,
          "Picture: .svg, .png, .pdf, .html or .dot (default: standard output, or ID.svg on a terminal)")
      ->type_name("FILE");
  command->add_option("--graph", options->graph, "Also write the graph")->type_name("FILE");
  add_corrections_option(*command, options->corrections);
  add_picture_options(*command, options->picture);
  add_top_option(*command, options->picture);
  add_layout_options(*command, options->layout);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "diagram";
    session.run = [options, &session] { return run_diagram(*options, session); };
  });
}

}  // namespace relgraph::cli
