// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/layout_options.hpp"
#include "cli/options.hpp"
#include "cli/picture.hpp"
#include "cli/story_files.hpp"
#include "relgraph/story.hpp"

namespace relgraph::cli {

namespace {

struct RenderCommandOptions {
  std::string graph;
  std::string output;
  FilterOptions filter{};
  PictureOptions picture{};
  LayoutOptions layout{};
  std::string story;
};

constexpr std::size_t k_max_story_bytes = std::size_t{1} << 20U;

int run_story(const RenderCommandOptions& options, const Graph& graph, const Session& session) {
  const Story story = parse_story(read_file(options.story, k_max_story_bytes),
                                  options.story == "-" ? "standard input" : options.story);
  const std::vector<std::string> files = story_files(options.output, story.steps.size());
  const std::vector<Drawing> pictures =
      draw_story(graph, options.layout.apply(options.picture.render_options(), graph), story);
  write_story(files, pictures);
  options.layout.save(pictures.front().positions);
  session.note("wrote " + files.front() + (files.size() > 1 ? " to " + files.back() : ""));
  return 0;
}

int run_render(const RenderCommandOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  if (!options.story.empty()) return run_story(options, graph, session);
  std::string output = options.output;
  if (output.empty()) {
    const std::string stem =
        options.graph == "-" ? "graph" : std::filesystem::path(options.graph).stem().string();
    output = default_output(stem + ".svg");
  }
  const RenderOptions render = options.layout.apply(options.picture.render_options(), graph);
  const PictureFile picture = picture_as(output, graph, render);
  write_file(output, picture.bytes);
  if (render.keep) options.layout.save(*picture.positions);
  session.report(picture.findings);
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
      "  relgraph render graph.json -o graph.html           a page with search, filters and evidence\n"
      "  relgraph render graph.json -o ego.svg --focus 'Elon Musk' --hops 1\n"
      "  relgraph render graph.json -o stance.svg --families stance,conflict --labels de --theme print\n"
      "  relgraph render graph.json -o graph.svg --group-by community --size-by pagerank\n"
      "  relgraph render graph.json -o graph.svg --keep places.json   what stood there stays there\n"
      "  relgraph render graph.json -o story.svg --story story.toml   writes story-1.svg, story-2.svg …\n"
      "  relgraph render graph.json -o column.pdf --width 85mm\n"
      "  relgraph render graph.json -o graph.dot            for Graphviz and its friends\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command
      ->add_option(
          "-o,--output", options->output,
          "Picture: .svg, .png, .pdf, .html or .dot (default: standard output, or an SVG file on a terminal)")
      ->type_name("FILE");
  add_picture_options(*command, options->picture);
  add_top_option(*command, options->picture);
  add_layout_options(*command, options->layout);
  command
      ->add_option("--story", options->story,
                   "Several pictures of one layout, each showing what this file says")
      ->type_name("FILE")
      ->group("Picture");
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "render";
    session.run = [options, &session] { return run_render(*options, session); };
  });
}

}  // namespace relgraph::cli
