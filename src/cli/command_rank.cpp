// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "base/json_text.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph::cli {

namespace {

constexpr std::size_t k_rows_for_reading = 20;

struct RankOptions {
  std::string graph;
  std::vector<std::string> metrics{"pagerank"};
  std::optional<std::size_t> top;
  std::string format = "table";
  FilterOptions filter{};
};

std::string to_json(const Graph& graph, const Ranking& ranking, std::size_t count) {
  using Json = nlohmann::ordered_json;
  Json out{{"metrics", Json::array()}, {"nodes", Json::array()}};
  for (const Metric* metric : ranking.metrics) out["metrics"].push_back(metric->name);
  for (std::size_t i = 0; i < count; ++i) {
    const Ranking::Row& row = ranking.rows[i];
    const Node& node = graph.nodes[row.node];
    Json entry{{"id", node.id}, {"label", node.label}, {"type", node.type}};
    for (std::size_t m = 0; m < ranking.metrics.size(); ++m) {
      const std::string name(ranking.metrics[m]->name);
      if (ranking.metrics[m]->whole) {
        entry[name] = static_cast<std::int64_t>(row.values[m]);
      } else {
        entry[name] = row.values[m];
      }
    }
    out["nodes"].push_back(std::move(entry));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Table to_table(const Graph& graph, const Ranking& ranking, std::size_t count, bool exact) {
  Table table{{{"rank", true}, {"entity"}, {"type"}}, {}};
  for (const Metric* metric : ranking.metrics) table.columns.push_back({std::string(metric->name), true});
  std::size_t place = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Ranking::Row& row = ranking.rows[i];
    // Equal values share a place, as in sport.
    if (i > 0 && row.values[0] != ranking.rows[i - 1].values[0]) place = i + 1;
    const Node& node = graph.nodes[row.node];
    std::vector<std::string> cells{std::to_string(place), node.label, node.type};
    for (std::size_t m = 0; m < row.values.size(); ++m) {
      const bool whole = ranking.metrics[m]->whole;
      std::string cell;
      if (exact && !whole) {
        append_json_number(cell, row.values[m]);
      } else {
        cell = table_number(row.values[m], whole);
      }
      cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

int run_rank(const RankOptions& options, Session& session) {
  for (const std::string& name : options.metrics)
    static_cast<void>(find_metric(name));  // before the file is read
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const Ranking ranking = rank(graph, options.metrics);
  const TableFormat format = parse_table_format(options.format);
  const std::size_t top = options.top.value_or(format == TableFormat::table ? k_rows_for_reading : 0);
  const std::size_t count = top == 0 ? ranking.rows.size() : std::min(top, ranking.rows.size());
  switch (format) {
    case TableFormat::json: write_file("-", to_json(graph, ranking, count)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(graph, ranking, count, true))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(graph, ranking, count, false))); break;
    case TableFormat::table: write_file("-", to_text(to_table(graph, ranking, count, false))); break;
  }
  if (count < ranking.rows.size() && !options.top) {
    session.note(std::to_string(count) + " of " + std::to_string(ranking.rows.size()) +
                 " entities; --top 0 shows all");
  }
  return 0;
}

std::string metric_list() {
  std::string out = "Metrics, the first one sorts (default: pagerank):";
  for (const Metric& metric : metrics())
    out += "\n" + std::string(metric.name) + ": " + std::string(metric.meaning_en);
  return out;
}

}  // namespace

void add_rank(CLI::App& app, Session& session) {
  auto options = std::make_shared<RankOptions>();
  CLI::App* command = app.add_subcommand("rank", "Say who is central");
  command->footer(
      "Examples:\n"
      "  relgraph rank graph.json\n"
      "  relgraph rank graph.json --by betweenness,degree --top 10\n"
      "  relgraph rank graph.json --by in_degree --types criticizes,accuses      who is criticized most?\n"
      "  relgraph rank graph.json --by pagerank --format csv > ranks.csv\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--by", options->metrics, metric_list())
      ->type_name("METRIC,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--top", options->top, "Only the first N, 0 for all (default: 20 in a table, else all)")
      ->type_name("N");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "rank";
    session.run = [options, &session] { return run_rank(*options, session); };
  });
}

}  // namespace relgraph::cli
