// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
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
  ProjectionOptions projection{};
  std::vector<std::string> restart;
  double alpha = 0.1;
  std::size_t samples = 0;
  std::uint64_t seed = 1;
  std::string annotate;
  FilterOptions filter{};
};

/// Whole numbers as such; weights may make fractions of them.
bool is_whole(const Metric& metric, double value) { return metric.whole && value == std::floor(value); }

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
      if (std::isnan(row.values[m])) {
        entry[name] = nullptr;
      } else if (is_whole(*ranking.metrics[m], row.values[m])) {
        entry[name] = static_cast<std::int64_t>(row.values[m]);
      } else {
        entry[name] = row.values[m];
      }
    }
    out["nodes"].push_back(std::move(entry));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Bars of up to twelve cells, so that the eye sees how steep the ranking is.
std::string bar(double value, double greatest) {
  if (!(value > 0) || !(greatest > 0)) return {};
  std::string out;
  for (long cells = std::max(1L, std::lround(12 * value / greatest)); cells > 0; --cells) out += "▇";
  return out;
}

enum class Detail : std::uint8_t { exact, for_reading };

std::string cell_of(const Metric& metric, double value, Detail detail) {
  if (std::isnan(value)) return detail == Detail::exact ? "" : "-";
  const bool whole = is_whole(metric, value);
  if (detail == Detail::for_reading || whole) return table_number(value, whole);
  std::string cell;
  append_json_number(cell, value);
  return cell;
}

Table to_table(const Graph& graph, const Ranking& ranking, std::size_t count, Detail detail) {
  Table table{{{"rank", true}, {"entity"}, {"type"}}, {}};
  for (const Metric* metric : ranking.metrics) table.columns.push_back({std::string(metric->name), true});
  for (std::size_t i = 0; i < count; ++i) {
    const Ranking::Row& row = ranking.rows[i];
    const Node& node = graph.nodes[row.node];
    std::vector<std::string> cells{std::to_string(row.place), node.label, node.type};
    for (std::size_t m = 0; m < row.values.size(); ++m)
      cells.push_back(cell_of(*ranking.metrics[m], row.values[m], detail));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table with_bars(Table table, const Ranking& ranking) {
  table.columns.push_back({""});
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].push_back(bar(ranking.rows[i].values[0], ranking.rows[0].values[0]));
  return table;
}

/// How many rows behind the last one shown are equal to it.
std::size_t ties_cut_off(const Ranking& ranking, std::size_t count) {
  if (count == 0) return 0;
  std::size_t end = count;
  while (end < ranking.rows.size() && ranking.rows[end].values[0] == ranking.rows[count - 1].values[0]) ++end;
  return end - count;
}

void say_what_is_cut(const RankOptions& options, const Ranking& ranking, std::size_t count,
                     const Session& session) {
  if (const std::size_t ties = ties_cut_off(ranking, count); ties > 0) {
    session.note(std::to_string(ties) + (ties == 1 ? " more entity has" : " more entities have") +
                 " the same value as the last one shown");
  }
  if (count < ranking.rows.size() && !options.top) {
    session.note(std::to_string(count) + " of " + std::to_string(ranking.rows.size()) +
                 " entities; --top 0 shows all");
  }
}

void say_how_sure(const RankOptions& options, const Ranking& ranking, std::size_t nodes,
                  const Session& session) {
  if (options.samples == 0 || options.samples >= nodes) return;
  if (std::ranges::none_of(ranking.metrics,
                           [](const Metric* metric) { return metric->name == "betweenness"; }))
    return;
  session.note("betweenness from " + std::to_string(options.samples) + " of " + std::to_string(nodes) +
               " sources: with probability 0.9 no value is off by more than " +
               table_number(betweenness_error(nodes, options.samples), false));
}

int run_rank(const RankOptions& options, Session& session) {
  for (const std::string& name : options.metrics)
    static_cast<void>(find_metric(name));  // before the file is read
  Diagnostics diagnostics;
  Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const Projection shape = options.projection.apply(graph);
  MetricInput input{
      .graph = graph, .shape = shape, .weight = options.projection.kind(), .alpha = options.alpha};
  for (const std::string& name : options.restart) input.restart.push_back(resolve_node(graph, name));
  input.sampling = {.samples = options.samples, .seed = options.seed, .threads = session.thread_count()};
  const Ranking ranking = rank(input, options.metrics);
  const TableFormat format = parse_table_format(options.format);
  const std::size_t top = options.top.value_or(format == TableFormat::table ? k_rows_for_reading : 0);
  const std::size_t count = top == 0 ? ranking.rows.size() : std::min(top, ranking.rows.size());
  const auto table = [&](Detail detail) { return to_table(graph, ranking, count, detail); };
  switch (format) {
    case TableFormat::json: write_file("-", to_json(graph, ranking, count)); break;
    case TableFormat::csv: write_file("-", to_csv(table(Detail::exact))); break;
    case TableFormat::markdown: write_file("-", to_markdown(table(Detail::for_reading))); break;
    case TableFormat::table: write_file("-", to_text(with_bars(table(Detail::for_reading), ranking))); break;
  }
  say_how_sure(options, ranking, graph.nodes.size(), session);
  say_what_is_cut(options, ranking, count, session);
  if (!options.annotate.empty()) {
    for (const Ranking::Row& row : ranking.rows) {
      for (std::size_t m = 0; m < row.values.size(); ++m) {
        if (!std::isnan(row.values[m]))
          set_number(graph.nodes[row.node].extra, ranking.metrics[m]->name, row.values[m]);
      }
    }
    write_file(options.annotate, serialise_graph(graph));
    session.note("wrote " + options.annotate);
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
      "  relgraph rank graph.json --by negative_out,negative_in                  who attacks, who is "
      "attacked?\n"
      "  relgraph rank graph.json --by strength --weight amount --types invests_in,funds\n"
      "  relgraph rank graph.json --by pagerank --restart 'Elon Musk'            who matters to him?\n"
      "  relgraph rank graph.json --by betweenness --samples 1000                quick on a big graph\n"
      "  relgraph rank graph.json --by pagerank --annotate ranked.json           values written to the "
      "nodes\n"
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
  add_projection_options(*command, options->projection);
  command->add_option("--restart", options->restart, "PageRank as seen from these entities")
      ->type_name("ENTITY,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--alpha", options->alpha, "Attenuation of Katz centrality (default 0.1)")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0).description(""));
  command
      ->add_option("--samples", options->samples,
                   "Betweenness from so many sources, with its error (default: from all)")
      ->type_name("N");
  command->add_option("--seed", options->seed, "Which sources are drawn (default 1)")->type_name("N");
  command
      ->add_option("--annotate", options->annotate,
                   "Write the graph with the values at its nodes to this file")
      ->type_name("FILE");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "rank";
    session.run = [options, &session] { return run_rank(*options, session); };
  });
}

}  // namespace relgraph::cli
