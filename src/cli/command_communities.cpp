// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/communities.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

struct CommunitiesOptions {
  std::string graph;
  std::string method = "leiden";
  double resolution = 1;
  std::uint64_t seed = 1;
  std::string format = "table";
  std::string annotate;
  ProjectionOptions projection{};
  FilterOptions filter{};
};

/// A division of the graph, whatever made it.
struct Division {
  std::vector<std::vector<std::uint32_t>> parts;  ///< members, the best connected first
  std::vector<std::string> names;                 ///< of the parts
  std::optional<double> modularity{};
  std::optional<Balance> balance{};
};

void sort_members(const Graph& graph, const Projection& shape, Division& division) {
  for (std::vector<std::uint32_t>& part : division.parts) {
    std::ranges::sort(part, [&](std::uint32_t a, std::uint32_t b) {
      const double x = shape.out.strength(a);
      const double y = shape.out.strength(b);
      return x != y ? x > y : graph.nodes[a].id < graph.nodes[b].id;
    });
  }
}

Division divide(const Graph& graph, const CommunitiesOptions& options) {
  const Projection shape = project(graph, false, options.projection.kind());
  Division out;
  if (options.method == "camps") {
    out.balance = balance(graph, options.seed);
    out.parts.resize(2);
    out.names = {"A", "B"};
    for (std::uint32_t v = 0; v < graph.nodes.size(); ++v) {
      if (out.balance->camp[v] >= 0) out.parts[static_cast<std::size_t>(out.balance->camp[v])].push_back(v);
    }
  } else {
    const Parts parts = options.method == "leiden" ? leiden(shape, options.resolution, options.seed)
                                                   : label_propagation(shape, options.seed);
    out.modularity = modularity(shape, parts.of, options.resolution);
    out.parts.resize(parts.sizes.size());
    for (std::uint32_t v = 0; v < graph.nodes.size(); ++v) out.parts[parts.of[v]].push_back(v);
    for (std::size_t i = 1; i <= out.parts.size(); ++i) out.names.push_back(std::to_string(i));
  }
  sort_members(graph, shape, out);
  return out;
}

std::string to_json(const Graph& graph, const Division& division, const CommunitiesOptions& options) {
  Json out{{"method", options.method}};
  if (division.modularity) out["modularity"] = *division.modularity;
  out["communities"] = Json::array();
  for (std::size_t i = 0; i < division.parts.size(); ++i) {
    Json part{{"id", division.names[i]}, {"size", division.parts[i].size()}, {"members", Json::array()}};
    for (const std::uint32_t v : division.parts[i]) part["members"].push_back(node_json(graph.nodes[v]));
    out["communities"].push_back(std::move(part));
  }
  if (!division.balance) return json_document(out);
  const Balance& balance = *division.balance;
  out["frustration"] = {{"weight", balance.frustration}, {"of", balance.weight}, {"exact", balance.exact}};
  out["triangles"] = {{"balanced", balance.balanced}, {"of", balance.triangles}};
  out["breaking"] = Json::array();
  for (const Balance::Pair& pair : balance.breaking) {
    out["breaking"].push_back({{"first", graph.nodes[pair.first].id},
                               {"first_label", graph.nodes[pair.first].label},
                               {"second", graph.nodes[pair.second].id},
                               {"second_label", graph.nodes[pair.second].label},
                               {"weight", pair.weight}});
  }
  return json_document(out);
}

/// One row a member.
Table to_table(const Graph& graph, const Division& division) {
  Table table{{{"community", true}, {"entity"}, {"type"}}, {}};
  for (std::size_t i = 0; i < division.parts.size(); ++i) {
    for (const std::uint32_t v : division.parts[i])
      table.rows.push_back({division.names[i], graph.nodes[v].label, graph.nodes[v].type});
  }
  return table;
}

/// One row a community, for reading; loners are counted at the end.
std::string to_lines(const Graph& graph, const Division& division) {
  Table table{{{"community", true}, {"size", true}, {"members"}}, {}};
  std::size_t alone = 0;
  for (std::size_t i = 0; i < division.parts.size(); ++i) {
    const std::vector<std::uint32_t>& part = division.parts[i];
    if (part.size() == 1) {
      ++alone;
      continue;
    }
    if (part.empty()) continue;
    std::string members;
    for (const std::uint32_t v : part) members += (members.empty() ? "" : ", ") + graph.nodes[v].label;
    table.rows.push_back({division.names[i], std::to_string(part.size()), std::move(members)});
  }
  std::string out = to_text(table);
  if (alone > 0)
    out += std::to_string(alone) + (alone == 1 ? " entity stands" : " entities stand") + " alone\n";
  return out;
}

std::string balance_lines(const Graph& graph, const Balance& balance) {
  std::string out = "\nOf " + table_number(balance.weight, true) + " friendly and hostile ties " +
                    table_number(balance.frustration, true) + " break the camps" +
                    (balance.exact ? "; no division breaks fewer.\n" : "; the best division found.\n");
  if (balance.triangles > 0)
    out += "Balanced triangles: " + std::to_string(balance.balanced) + " of " +
           std::to_string(balance.triangles) + ".\n";
  for (const Balance::Pair& pair : balance.breaking)
    out += "    " + graph.nodes[pair.first].label +
           (pair.weight > 0 ? ", friend across the camps of " : ", foe within the camp of ") +
           graph.nodes[pair.second].label + "\n";
  return out;
}

int run_communities(const CommunitiesOptions& options, Session& session) {
  Diagnostics diagnostics;
  Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const Division division = divide(graph, options);
  switch (parse_table_format(options.format)) {
    case TableFormat::json: write_file("-", to_json(graph, division, options)); break;
    case TableFormat::csv: write_file("-", to_csv(to_table(graph, division))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(graph, division))); break;
    case TableFormat::table:
      write_file("-", to_lines(graph, division) +
                          (division.balance ? balance_lines(graph, *division.balance) : std::string()));
      break;
  }
  if (division.modularity) session.note("modularity " + table_number(*division.modularity, false));
  if (!options.annotate.empty()) {
    for (std::size_t i = 0; i < division.parts.size(); ++i) {
      for (const std::uint32_t v : division.parts[i])
        set_string(graph.nodes[v].extra, options.method == "camps" ? "camp" : "community", division.names[i]);
    }
    write_file(options.annotate, serialise_graph(graph));
    session.note("wrote " + options.annotate);
  }
  return 0;
}

}  // namespace

void add_communities(CLI::App& app, Session& session) {
  auto options = std::make_shared<CommunitiesOptions>();
  CLI::App* command = app.add_subcommand("communities", "Find groups and camps");
  command->footer(
      "Examples:\n"
      "  relgraph communities graph.json\n"
      "  relgraph communities graph.json --resolution 2 --weight evidence    smaller groups\n"
      "  relgraph communities graph.json --method camps                      friends here, foes there\n"
      "  relgraph communities graph.json --annotate groups.json              written to the nodes\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("--method", options->method,
                   "leiden: groups that are densely tied (default)\n"
                   "labels: everybody joins the majority of the neighbours\n"
                   "camps: two camps, friendly within and hostile between")
      ->type_name("leiden|labels|camps")
      ->check(CLI::IsMember({"leiden", "labels", "camps"}).description(""));
  command->add_option("--resolution", options->resolution, "Greater than 1 for smaller groups (default 1)")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1e6).description(""));
  command->add_option("--seed", options->seed, "Start of the random numbers (default 1)")->type_name("N");
  add_weight_option(*command, options->projection);
  command
      ->add_option("--annotate", options->annotate,
                   "Write the graph with the group of each node to this file")
      ->type_name("FILE");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "communities";
    session.run = [options, &session] { return run_communities(*options, session); };
  });
}

}  // namespace relgraph::cli
