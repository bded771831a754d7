// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/connectivity.hpp"
#include "relgraph/ontology.hpp"
#include "relgraph/roles.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_names_for_reading = 5;

struct StatsOptions {
  std::string graph;
  std::string format = "table";
  bool undirected = false;
  FilterOptions filter{};
};

using Counts = std::vector<std::pair<std::string, std::size_t>>;

/// How often each value occurs, most frequent first.
template <class Items, class Key>
Counts count_by(const Items& items, Key key) {
  std::map<std::string, std::size_t> counts;
  for (const auto& item : items) ++counts[key(item)];
  Counts out(counts.begin(), counts.end());
  std::ranges::stable_sort(out, std::greater<>(), &Counts::value_type::second);
  return out;
}

struct Overview {
  std::size_t documents = 0;
  std::size_t sentences = 0;
  std::size_t parallel_edges = 0;  ///< not joined
  Counts node_types;
  Counts edge_types;
  Counts families;
  Counts statuses;
  Summary summary;
  Balance balance;
  Roles roles;
};

Overview overview(const Graph& graph, bool undirected) {
  Overview out;
  out.documents = graph.documents.size();
  for (const Edge& edge : graph.edges) out.sentences += edge.evidence.size();
  out.parallel_edges = graph.edges.size();
  out.node_types = count_by(graph.nodes, [](const Node& node) { return node.type; });
  out.edge_types = count_by(graph.edges, [](const Edge& edge) { return edge.type; });
  out.families = count_by(graph.edges, [](const Edge& edge) {
    const RelationType* type = find_relation_type(edge.type);
    return type == nullptr ? std::string("other") : type->family;
  });
  out.statuses = count_by(graph.edges, [](const Edge& edge) { return std::string(to_string(edge.status)); });
  out.summary = summarise(project(graph, !undirected));
  out.balance = balance(graph);
  out.roles = roles(graph, out.balance);
  return out;
}

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  for (const auto& [name, count] : counts) out[name] = count;
  return out;
}

Json roles_json(const Graph& graph, const Roles& roles) {
  const auto scores = [&](const std::vector<Score>& list) {
    Json out = Json::array();
    for (const Score& score : list) {
      out.push_back(node_json(graph.nodes[score.node]));
      out.back()["value"] = score.value;
    }
    return out;
  };
  const auto pairs = [&](const auto& list) {
    Json out = Json::array();
    for (const auto& [a, b] : list) out.push_back({graph.nodes[a].id, graph.nodes[b].id});
    return out;
  };
  Json out{{"attackers", scores(roles.attackers)},          {"attacked", scores(roles.attacked)},
           {"mediators", scores(roles.mediators)},          {"mutual_hostility", pairs(roles.feuds)},
           {"one_sided_hostility", pairs(roles.one_sided)}, {"money", Json::array()}};
  for (const Money& money : roles.money) {
    Json item = node_json(graph.nodes[money.node]);
    item["currency"] = money.currency.empty() ? Json() : Json(money.currency);
    item["in"] = money.in;
    item["out"] = money.out;
    out["money"].push_back(std::move(item));
  }
  return out;
}

std::string to_json(const Graph& graph, const Overview& all) {
  const Summary& s = all.summary;
  const auto maybe = [](const auto& value) { return value ? Json(*value) : Json(); };
  return json_document({{"documents", all.documents},
                        {"entities", s.vertices},
                        {"relations", all.parallel_edges},
                        {"sentences", all.sentences},
                        {"entity_types", counts_json(all.node_types)},
                        {"relation_types", counts_json(all.edge_types)},
                        {"families", counts_json(all.families)},
                        {"statuses", counts_json(all.statuses)},
                        {"joined_edges", s.edges},
                        {"density", s.density},
                        {"components", s.components},
                        {"largest_component", s.largest_component},
                        {"strong_components", s.strong_components},
                        {"diameter", maybe(s.diameter)},
                        {"mean_distance", maybe(s.mean_distance)},
                        {"reciprocity", maybe(s.reciprocity)},
                        {"transitivity", s.transitivity},
                        {"mean_clustering", s.mean_clustering},
                        {"assortativity", maybe(s.assortativity)},
                        {"core", s.core},
                        {"bridges", s.bridges},
                        {"articulation_points", s.articulation_points},
                        {"balance",
                         {{"triangles", all.balance.triangles},
                          {"balanced", all.balance.balanced},
                          {"frustration", all.balance.frustration}}},
                        {"roles", roles_json(graph, all.roles)}});
}

std::string list_of(const Counts& counts) {
  std::string out;
  for (const auto& [name, count] : counts)
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + (name.empty() ? "without type" : name);
  return out;
}

std::string names_of(const Graph& graph, const std::vector<Score>& scores) {
  std::string out;
  for (std::size_t i = 0; i < std::min(scores.size(), k_names_for_reading); ++i)
    out += (i == 0 ? "" : ", ") + graph.nodes[scores[i].node].label + " (" +
           table_number(scores[i].value, true) + ")";
  return out;
}

std::string names_of(const Graph& graph, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                     const std::string& between) {
  std::string out;
  for (std::size_t i = 0; i < std::min(pairs.size(), k_names_for_reading); ++i)
    out += (i == 0 ? "" : ", ") + graph.nodes[pairs[i].first].label + between +
           graph.nodes[pairs[i].second].label;
  if (pairs.size() > k_names_for_reading)
    out += " and " + std::to_string(pairs.size() - k_names_for_reading) + " more";
  return out;
}

Table to_table(const Graph& graph, const Overview& all) {
  const Summary& s = all.summary;
  Table table{{{"what"}, {"value"}}, {}};
  const auto add = [&](const char* what, std::string value) {
    if (!value.empty()) table.rows.push_back({what, std::move(value)});
  };
  const auto whole = [](auto value) { return std::to_string(value); };
  const auto counted = [&](std::size_t count, const Counts& counts) {
    return count == 0 ? std::string("0") : std::to_string(count) + ": " + list_of(counts);
  };
  add("documents", whole(all.documents));
  add("entities", counted(s.vertices, all.node_types));
  add("relations", counted(all.parallel_edges, all.edge_types));
  add("families", list_of(all.families));
  add("statuses", list_of(all.statuses));
  add("sentences as evidence", whole(all.sentences));
  add("density", table_number(s.density, false));
  add("components", whole(s.components) + ", the largest of " + whole(s.largest_component));
  add("strong components", whole(s.strong_components));
  add("diameter", s.diameter ? whole(*s.diameter) : "");
  add("mean distance", s.mean_distance ? table_number(*s.mean_distance, false) : "");
  add("reciprocity", s.reciprocity ? table_number(*s.reciprocity, false) : "");
  add("transitivity", table_number(s.transitivity, false));
  add("mean clustering", table_number(s.mean_clustering, false));
  add("degree assortativity", s.assortativity ? table_number(*s.assortativity, false) : "");
  add("greatest core", whole(s.core));
  add("bridges", whole(s.bridges));
  add("articulation points", whole(s.articulation_points));
  if (all.balance.triangles > 0)
    add("balanced triangles", whole(all.balance.balanced) + " of " + whole(all.balance.triangles));
  add("most hostile", names_of(graph, all.roles.attackers));
  add("most attacked", names_of(graph, all.roles.attacked));
  add("friends in both camps", names_of(graph, all.roles.mediators));
  add("mutual hostility", names_of(graph, all.roles.feuds, " - "));
  add("one-sided hostility", names_of(graph, all.roles.one_sided, " → "));
  for (const Money& money : all.roles.money) {
    table.rows.push_back({"money " + (money.currency.empty() ? "(no currency)" : money.currency),
                          graph.nodes[money.node].label + ": in " + table_number(money.in, true) + ", out " +
                              table_number(money.out, true)});
  }
  return table;
}

int run_stats(const StatsOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const Overview all = overview(graph, options.undirected);
  switch (parse_table_format(options.format)) {
    case TableFormat::json: write_file("-", to_json(graph, all)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(graph, all))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(graph, all))); break;
    case TableFormat::table: write_file("-", to_text(to_table(graph, all))); break;
  }
  return 0;
}

}  // namespace

void add_stats(CLI::App& app, Session& session) {
  auto options = std::make_shared<StatsOptions>();
  CLI::App* command = app.add_subcommand("stats", "Sum up a graph: sizes, shape, who plays which part");
  command->footer(
      "Examples:\n"
      "  relgraph stats graph.json\n"
      "  relgraph stats graph.json --status asserted,reported --format json\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_flag("--undirected", options->undirected, "Directions do not matter");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "stats";
    session.run = [options, &session] { return run_stats(*options, session); };
  });
}

}  // namespace relgraph::cli
