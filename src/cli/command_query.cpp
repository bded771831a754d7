// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
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
    const RelationType* type = find_relation_type(edge.type);
    const bool symmetric = type != nullptr && type->symmetric;
    if (!matches(edge.source, edge.target) && !(symmetric && matches(edge.target, edge.source))) continue;
    if (with && *with != edge.source && *with != edge.target) continue;
    found.push_back(i);
  }
  return found;
}

/// The part of a graph file that holds these edges and what they join, as one JSON object.
std::string to_json(const Graph& graph, const std::vector<std::size_t>& found) {
  using Json = nlohmann::ordered_json;
  Json edges = Json::array();
  for (const std::size_t i : found) {
    const Edge& edge = graph.edges[i];
    Json entry{{"source", graph.nodes[edge.source].id},
               {"source_label", graph.nodes[edge.source].label},
               {"type", edge.type},
               {"target", graph.nodes[edge.target].id},
               {"target_label", graph.nodes[edge.target].label},
               {"polarity", static_cast<int>(edge.polarity)},
               {"status", to_string(edge.status)},
               {"confidence", edge.confidence},
               {"attributes", Json::object()},
               {"evidence", Json::array()}};
    for (const Property& attribute : edge.attributes)
      entry["attributes"][attribute.name] = Json::parse(attribute.json);
    for (const Evidence& evidence : edge.evidence) {
      Json item{{"document", evidence.document},
                {"begin", evidence.span.begin},
                {"end", evidence.span.end},
                {"text", evidence.text}};
      item["speaker"] = evidence.speaker.empty() ? Json() : Json(evidence.speaker);
      item["by"] = evidence.by;
      entry["evidence"].push_back(std::move(item));
    }
    edges.push_back(std::move(entry));
  }
  return Json{{"edges", std::move(edges)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
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

/// For reading: the relation on one line, what it rests on below.
std::string to_lines(const Graph& graph, const std::vector<std::size_t>& found) {
  std::string out;
  for (const std::size_t i : found) {
    const Edge& edge = graph.edges[i];
    out += printable(graph.nodes[edge.source].label) + "  " + edge.type + "  " +
           printable(graph.nodes[edge.target].label);
    if (edge.status != Status::asserted) out += "  (" + std::string(to_string(edge.status)) + ")";
    for (const Property& attribute : edge.attributes)
      out += "  " + attribute.name + "=" + printable(attribute.json);
    out += "\n";
    for (const Evidence& evidence : edge.evidence) {
      std::string sentence = evidence.text;
      std::ranges::replace(sentence, '\n', ' ');
      out += "    " + printable(evidence.document) + ": " + printable(sentence) + "\n";
    }
  }
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
