// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "relgraph/exchange.hpp"

namespace relgraph::cli {

namespace {

struct ConvertOptions {
  std::string input;
  std::string output;
  std::string nodes;
  std::string from;
  std::string to;
  FilterOptions filter{};
};

const ExchangeFormat& format_of(const std::string& name, const std::string& path) {
  if (!name.empty()) return find_exchange_format(name);
  return path == "-" ? find_exchange_format("json") : exchange_format_of_file(path);
}

Graph read_graph(const ConvertOptions& options, Diagnostics& diagnostics) {
  const ExchangeFormat& format = format_of(options.from, options.input);
  if (format.read == nullptr)
    throw Error(ErrorCode::usage, "format " + std::string(format.name) + " can be written, not read",
                {.file = options.input});
  std::vector<ExchangeFile> files{
      {options.input == "-" ? "standard input" : options.input, read_file(options.input, k_max_graph_bytes)}};
  if (!options.nodes.empty()) files.push_back({options.nodes, read_file(options.nodes, k_max_graph_bytes)});
  return format.read(files, diagnostics);
}

/// "out-nodes.csv" for the file "-nodes" of "out.csv".
std::string path_of(const std::string& output, const std::string& part) {
  const std::filesystem::path path(output);
  return (path.parent_path() / (path.stem().string() + part + path.extension().string())).string();
}

int run_convert(const ConvertOptions& options, Session& session) {
  const ExchangeFormat& to = format_of(options.to, options.output);  // before anything is read
  if (to.write == nullptr)
    throw Error(ErrorCode::usage, "format " + std::string(to.name) + " can be read, not written",
                {.file = options.output});
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(read_graph(options, diagnostics));
  const std::vector<ExchangeFile> files = to.write(graph, diagnostics);
  session.report(diagnostics);
  if (options.output == "-" && files.size() > 1)
    throw Error(ErrorCode::usage,
                "format " + std::string(to.name) + " has " + std::to_string(files.size()) + " files", {},
                "Name an output file");
  for (const ExchangeFile& file : files) {
    const std::string path = options.output == "-" ? options.output : path_of(options.output, file.name);
    write_file(path, file.text);
    if (path != "-") session.note("wrote " + path);
  }
  return diagnostics.failed() ? 1 : 0;
}

std::string format_list() {
  std::string out = "Format of the output (default: by its ending), and of the input with --from:";
  for (const ExchangeFormat& format : exchange_formats()) {
    out += "\n" + std::string(format.name) + ": " + std::string(format.meaning);
    if (format.read == nullptr) out += " (written only)";
  }
  return out;
}

}  // namespace

void add_convert(CLI::App& app, Session& session) {
  auto options = std::make_shared<ConvertOptions>();
  CLI::App* command = app.add_subcommand("convert", "Turn a graph into another program's format, or back");
  command->footer(
      "Examples:\n"
      "  relgraph convert graph.json graph.graphml\n"
      "  relgraph convert graph.json edges.csv                      and edges-nodes.csv beside it\n"
      "  relgraph convert edges.csv graph.json --nodes edges-nodes.csv\n"
      "  relgraph convert graph.json - --to dot | dot -Tpdf > graph.pdf\n");
  command
      ->add_option("GRAPH", options->input, "Graph in any format that can be read, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("OUT", options->output, "File to write, or - for standard output")
      ->required()
      ->type_name("");
  command->add_option("--to", options->to, format_list())->type_name("FORMAT");
  command->add_option("--from", options->from, "Format of the input (default: by its ending)")
      ->type_name("FORMAT");
  command->add_option("--nodes", options->nodes, "Table of the nodes, beside one of the edges (CSV)")
      ->type_name("FILE");
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "convert";
    session.run = [options, &session] { return run_convert(*options, session); };
  });
}

}  // namespace relgraph::cli
