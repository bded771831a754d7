// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/explanation.hpp"
#include "cli/options.hpp"

namespace relgraph::cli {

namespace {

struct ExplainOptions {
  std::string input;
  std::string from;
  std::string to;
  std::string format = "text";
  std::string labels;
  FilterOptions filter{};
};

Marking marking_of(const ExplainOptions& options, const Session& session) {
  if (options.format == "markdown") return Marking::html;
  return session.colour_on_output() ? Marking::colour : Marking::brackets;
}

int explain_graph(const ExplainOptions& options, const Session& session) {
  Diagnostics diagnostics;
  Graph graph = load_graph(options.input, diagnostics);
  session.report(diagnostics);
  canonicalise(graph);
  const std::uint32_t a = resolve_node(graph, options.from);
  const std::uint32_t b = resolve_node(graph, options.to);
  if (a == b) throw Error(ErrorCode::usage, "both names are of " + printable(graph.nodes[a].label));
  // Filtered for its edges alone: mentions and names are those of the whole graph.
  const std::string ends[] = {graph.nodes[a].id, graph.nodes[b].id};
  Graph wanted = options.filter.apply(graph);
  std::erase_if(wanted.edges, [&](const Edge& edge) {
    const std::string& source = wanted.nodes[edge.source].id;
    const std::string& target = wanted.nodes[edge.target].id;
    return !(source == ends[0] && target == ends[1]) && !(source == ends[1] && target == ends[0]);
  });
  DocumentTexts texts(graph, options.input);
  std::vector<ExplainedEdge> edges;
  if (!wanted.edges.empty())
    edges = explain(wanted, resolve_node(wanted, ends[0]), resolve_node(wanted, ends[1]), texts);
  if (options.format == "json") {
    write_file("-", json_document({{"a", node_json(graph.nodes[a])},
                                   {"b", node_json(graph.nodes[b])},
                                   {"edges", to_json(wanted, edges)}}));
  } else {
    const std::string language = options.labels.empty() ? main_language(graph) : options.labels;
    write_file("-", to_text(wanted, edges, language, marking_of(options, session)));
  }
  if (edges.empty()) session.note("no such relation");
  return 0;
}

}  // namespace

void add_explain(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Say why two entities are in a relation");
  command->footer(
      "Examples:\n"
      "  relgraph explain graph.json Musk OpenAI\n"
      "  relgraph explain graph.json Musk OpenAI --types criticizes --format markdown\n");
  command->add_option("GRAPH", options->input, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("A", options->from, "An entity: a name, alias or id")->required()->type_name("");
  command->add_option("B", options->to, "Another one")->required()->type_name("");
  command->add_option("--format", options->format, "How to write the result (default: text)")
      ->type_name("text|json|markdown")
      ->check(CLI::IsMember({"text", "json", "markdown"}).description(""));
  command->add_option("--labels", options->labels, "Language of the words (default: that of the documents)")
      ->type_name("de|en")
      ->check(CLI::IsMember({"de", "en"}).description(""));
  add_edge_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "explain";
    session.run = [options, &session] { return explain_graph(*options, session); };
  });
}

}  // namespace relgraph::cli
