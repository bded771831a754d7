// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/comparison.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

struct DiffOptions {
  std::string before;
  std::string after;
  std::string format = "table";
  FilterOptions filter{};
};

std::string to_json(const Graph& before, const Graph& after, const Comparison& changes) {
  Json out{{"nodes_gone", Json::array()}, {"nodes_new", Json::array()},      {"edges_gone", Json::array()},
           {"edges_new", Json::array()},  {"status_changes", Json::array()}, {"rank_changes", Json::array()}};
  for (const std::uint32_t v : changes.nodes_gone) out["nodes_gone"].push_back(node_json(before.nodes[v]));
  for (const std::uint32_t v : changes.nodes_new) out["nodes_new"].push_back(node_json(after.nodes[v]));
  for (const std::uint32_t e : changes.edges_gone)
    out["edges_gone"].push_back(edge_json(before, before.edges[e]));
  for (const std::uint32_t e : changes.edges_new)
    out["edges_new"].push_back(edge_json(after, after.edges[e]));
  for (const auto& change : changes.statuses) {
    Json item = edge_json(after, after.edges[change.after]);
    item["status_before"] = to_string(before.edges[change.before].status);
    out["status_changes"].push_back(std::move(item));
  }
  for (const auto& change : changes.ranks) {
    Json item = node_json(after.nodes[change.node]);
    item["before"] = change.before;
    item["after"] = change.after;
    out["rank_changes"].push_back(std::move(item));
  }
  return json_document(out);
}

std::string edge_text(const Graph& graph, const Edge& edge) {
  return graph.nodes[edge.source].label + " " + edge.type + " " + graph.nodes[edge.target].label;
}

Table to_table(const Graph& before, const Graph& after, const Comparison& changes) {
  Table table{{{"change"}, {"what"}, {"before"}, {"after"}}, {}};
  const auto add = [&](const char* change, std::string what, std::string was, std::string is) {
    table.rows.push_back({change, std::move(what), std::move(was), std::move(is)});
  };
  const auto status = [](const Edge& edge) { return std::string(to_string(edge.status)); };
  for (const std::uint32_t v : changes.nodes_new)
    add("new entity", after.nodes[v].label, "", after.nodes[v].type);
  for (const std::uint32_t v : changes.nodes_gone)
    add("entity gone", before.nodes[v].label, before.nodes[v].type, "");
  for (const std::uint32_t e : changes.edges_new)
    add("new relation", edge_text(after, after.edges[e]), "", status(after.edges[e]));
  for (const std::uint32_t e : changes.edges_gone)
    add("relation gone", edge_text(before, before.edges[e]), status(before.edges[e]), "");
  for (const auto& change : changes.statuses)
    add("status", edge_text(after, after.edges[change.after]), status(before.edges[change.before]),
        status(after.edges[change.after]));
  for (const auto& change : changes.ranks)
    add("rank", after.nodes[change.node].label, std::to_string(change.before), std::to_string(change.after));
  return table;
}

int run_diff(const DiffOptions& options, Session& session) {
  if (options.before == "-" && options.after == "-")
    throw Error(ErrorCode::usage, "only one of the graphs can come from standard input");
  Diagnostics diagnostics;
  const Graph before = options.filter.apply(load_graph(options.before, diagnostics));
  const Graph after = options.filter.apply(load_graph(options.after, diagnostics));
  session.report(diagnostics);
  const Comparison changes = compare(before, after);
  switch (parse_table_format(options.format)) {
    case TableFormat::json: write_file("-", to_json(before, after, changes)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(before, after, changes))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(before, after, changes))); break;
    case TableFormat::table:
      if (!changes.empty()) write_file("-", to_text(to_table(before, after, changes)));
      break;
  }
  if (changes.empty()) session.note("the same actors and relations");
  return 0;
}

}  // namespace

void add_diff(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = app.add_subcommand("diff", "Say what changed from one graph to another");
  command->footer(
      "Examples:\n"
      "  relgraph diff monday.json tuesday.json\n"
      "  relgraph diff monday.json tuesday.json --families conflict --format markdown\n"
      "An entity is the same if its id is, or its name and type; ranks are places by PageRank.\n");
  command->add_option("OLD", options->before, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("NEW", options->after, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  add_format_option(*command, options->format);
  add_edge_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "diff";
    session.run = [options, &session] { return run_diff(*options, session); };
  });
}

}  // namespace relgraph::cli
