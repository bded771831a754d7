// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::cli {

namespace {

struct QueryOptions {
  std::string graph;
  std::string from;
  std::string to;
  std::string with;
  std::string format = "table";
  FilterOptions filter{};
};

/// The edges asked for, as indices. A symmetric relation has no direction, so it answers both ways.
std::vector<std::size_t> matching_edges(const Graph& graph, const QueryOptions& options) {
  const auto resolve = [&](const std::string& name) {
    return name.empty() ? std::optional<std::uint32_t>() : resolve_node(graph, name);
  };
  const auto from = resolve(options.from);
  const auto to = resolve(options.to);
  const auto with = resolve(options.with);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    const auto matches = [&](std::uint32_t source, std::uint32_t target) {
      return (!from || *from == source) && (!to || *to == target);
    };
    if (!matches(edge.source, edge.target) && !(is_symmetric(edge.type) && matches(edge.target, edge.source)))
      continue;
    if (with && *with != edge.source && *with != edge.target) continue;
    found.push_back(i);
  }
  return found;
}

std::string to_json(const Graph& graph, const std::vector<std::size_t>& found) {
  nlohmann::ordered_json edges = nlohmann::ordered_json::array();
  for (const std::size_t i : found) edges.push_back(edge_json(graph, graph.edges[i]));
  return json_document({{"edges", std::move(edges)}});
}

Table to_table(const Graph& graph, const std::vector<std::size_t>& found) {
  Table table{
      {{"source"}, {"type"}, {"target"}, {"status"}, {"confidence", true}, {"document"}, {"evidence"}}, {}};
  for (const std::size_t i : found) {
    const Edge& edge = graph.edges[i];
    std::vector<std::string> start{graph.nodes[edge.source].label, edge.type, graph.nodes[edge.target].label,
                                   std::string(to_string(edge.status)),
                                   table_number(edge.confidence, false).substr(0, 4)};
    if (edge.evidence.empty()) {
      table.rows.push_back(start);
      table.rows.back().insert(table.rows.back().end(), {"", ""});
    }
    for (const Evidence& evidence : edge.evidence) {
      table.rows.push_back(start);
      table.rows.back().insert(table.rows.back().end(), {evidence.document, evidence.text});
    }
  }
  return table;
}

std::string to_lines(const Graph& graph, const std::vector<std::size_t>& found) {
  std::string out;
  for (const std::size_t i : found) out += edge_lines(graph, graph.edges[i]);
  return out;
}

int run_query(const QueryOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const std::vector<std::size_t> found = matching_edges(graph, options);
  switch (parse_table_format(options.format)) {
    case TableFormat::json: write_file("-", to_json(graph, found)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(graph, found))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(graph, found))); break;
    case TableFormat::table: write_file("-", to_lines(graph, found)); break;
  }
  if (found.empty()) session.note("no such relation");
  return 0;
}

}  // namespace

void add_query(CLI::App& app, Session& session) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App* command = app.add_subcommand("query", "List relations with the sentences that state them");
  command->footer(
      "Examples:\n"
      "  relgraph query graph.json --from 'Elon Musk'\n"
      "  relgraph query graph.json --from Microsoft --to OpenAI --type invests_in,partners_with\n"
      "  relgraph query graph.json --with SPD --status planned --format markdown\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--from", options->from, "Relations that start here: a name, alias or id")
      ->type_name("ENTITY");
  command->add_option("--to", options->to, "Relations that end here")->type_name("ENTITY");
  command->add_option("--with", options->with, "Relations with this entity at either end")
      ->type_name("ENTITY");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "query";
    session.run = [options, &session] { return run_query(*options, session); };
  });
}

}  // namespace relgraph::cli
