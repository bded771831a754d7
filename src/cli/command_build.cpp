// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"

namespace relgraph::cli {

namespace {

struct BuildOptions {
  InputOptions input{};
  std::string output = "-";
  std::string per_document;
  bool output_given = false;
};

/// A document's id as a file name: what a path could be made of is replaced.
std::string file_name_for(const std::string& id) {
  std::string name = id;
  for (char& c : name) {
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20) c = '_';
  }
  if (name.front() == '.') name.front() = '_';
  constexpr std::size_t k_longest_name = 200;
  if (name.size() > k_longest_name) name.resize(k_longest_name);
  return name + ".json";
}

int run_build(const BuildOptions& options, Session& session) {
  const bool each = !options.per_document.empty();
  if (each) {
    // Found out before the work, not after it.
    std::error_code failed;
    std::filesystem::create_directories(options.per_document, failed);
    if (failed)
      throw Error(ErrorCode::output, "cannot make the folder: " + failed.message(),
                  {.file = options.per_document});
  }
  const Corpus corpus = read_corpus(options.input, session);
  const std::vector<Graph> graphs = build_graphs(corpus.documents, options.input, session);
  if (each) {
    for (std::size_t i = 0; i < graphs.size(); ++i) {
      const auto path = std::filesystem::path(options.per_document) / file_name_for(corpus.documents[i].id);
      write_file(path.string(), serialise_graph(graphs[i]));
    }
  }
  if (!each || options.output_given) {
    const Graph graph = merge(graphs);
    write_file(options.output, serialise_graph(graph));
    session.detail(std::to_string(corpus.documents.size()) + " documents, " +
                   std::to_string(graph.nodes.size()) + " entities, " + std::to_string(graph.edges.size()) +
                   " relations");
  }
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_build(CLI::App& app, Session& session) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = app.add_subcommand("build", "Read articles into a graph file");
  command->footer(
      "Examples:\n"
      "  relgraph build article.html -o graph.json\n"
      "  relgraph build articles/ more.jsonl -o graph.json        one graph of many articles\n"
      "  relgraph build articles/ --per-document graphs/          one graph for each\n"
      "  pdftotext report.pdf - | relgraph build - > graph.json\n");
  add_input_options(*command, options->input);
  add_extractor_option(*command, options->input);
  CLI::Option* output =
      command->add_option("-o,--output", options->output, "Graph file (default: standard output)")
          ->type_name("FILE");
  command
      ->add_option("--per-document", options->per_document,
                   "Write one graph ID.json for each document into this folder")
      ->type_name("DIR");
  command->callback([options, output, &session] {
    session.command = "build";
    options->output_given = output->count() > 0;
    session.run = [options, &session] { return run_build(*options, session); };
  });
}

}  // namespace relgraph::cli
