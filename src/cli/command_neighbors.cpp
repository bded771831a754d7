// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

struct NeighborsOptions {
  std::string graph;
  std::string entity;
  std::string common;
  std::string format = "table";
  FilterOptions filter{};
};

struct Neighbor {
  std::uint32_t node = 0;
  std::vector<const Edge*> edges;  ///< with the entity asked for
};

std::map<std::uint32_t, std::vector<const Edge*>> edges_by_neighbor(const Graph& graph, std::uint32_t node) {
  std::map<std::uint32_t, std::vector<const Edge*>> out;
  for (const Edge& edge : graph.edges) {
    if (edge.source == edge.target) continue;
    if (edge.source == node) out[edge.target].push_back(&edge);
    if (edge.target == node) out[edge.source].push_back(&edge);
  }
  return out;
}

/// Neighbours of both, or of the one; most relations first.
std::vector<Neighbor> find_neighbors(const Graph& graph, std::uint32_t node,
                                     std::optional<std::uint32_t> other) {
  std::vector<Neighbor> out;
  const auto others =
      other ? edges_by_neighbor(graph, *other) : std::map<std::uint32_t, std::vector<const Edge*>>();
  for (auto& [neighbor, edges] : edges_by_neighbor(graph, node)) {
    if (other && !others.contains(neighbor)) continue;
    out.push_back({neighbor, edges});
    if (!other) continue;
    const auto& more = others.at(neighbor);
    out.back().edges.insert(out.back().edges.end(), more.begin(), more.end());
  }
  std::ranges::sort(out, [&](const Neighbor& a, const Neighbor& b) {
    return a.edges.size() != b.edges.size() ? a.edges.size() > b.edges.size()
                                            : graph.nodes[a.node].id < graph.nodes[b.node].id;
  });
  return out;
}

/// "→ criticizes, ← sues (planned)": seen from the entity asked for, or with its name where two are.
std::string relations(const Graph& graph, const Neighbor& neighbor, bool with_names) {
  std::string out;
  for (const Edge* edge : neighbor.edges) {
    if (!out.empty()) out += ", ";
    const bool outgoing = edge->target == neighbor.node;
    if (with_names) out += graph.nodes[outgoing ? edge->source : edge->target].label + " ";
    out += (outgoing ? "→ " : "← ") + edge->type;
    if (edge->status != Status::asserted) out += " (" + std::string(to_string(edge->status)) + ")";
  }
  return out;
}

int run_neighbors(const NeighborsOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const std::uint32_t node = resolve_node(graph, options.entity);
  std::optional<std::uint32_t> other;
  if (!options.common.empty()) other = resolve_node(graph, options.common);
  const std::vector<Neighbor> found = find_neighbors(graph, node, other);
  const TableFormat format = parse_table_format(options.format);
  if (format == TableFormat::json) {
    Json out{{"entity", node_json(graph.nodes[node])}};
    if (other) out["common_with"] = node_json(graph.nodes[*other]);
    out["neighbors"] = Json::array();
    for (const Neighbor& neighbor : found) {
      Json item = node_json(graph.nodes[neighbor.node]);
      item["relations"] = Json::array();
      for (const Edge* edge : neighbor.edges) item["relations"].push_back(edge_json(graph, *edge));
      out["neighbors"].push_back(std::move(item));
    }
    write_file("-", json_document(out));
  } else {
    Table table{{{"entity"}, {"type"}, {"relations"}}, {}};
    for (const Neighbor& neighbor : found)
      table.rows.push_back({graph.nodes[neighbor.node].label, graph.nodes[neighbor.node].type,
                            relations(graph, neighbor, other.has_value())});
    write_file("-", format == TableFormat::csv        ? to_csv(table)
                    : format == TableFormat::markdown ? to_markdown(table)
                                                      : to_text(table));
  }
  if (found.empty()) session.note(other ? "no common neighbour" : "no neighbour");
  return 0;
}

}  // namespace

void add_neighbors(CLI::App& app, Session& session) {
  auto options = std::make_shared<NeighborsOptions>();
  CLI::App* command = app.add_subcommand("neighbors", "List whom an entity has to do with");
  command->footer(
      "Examples:\n"
      "  relgraph neighbors graph.json 'Elon Musk'\n"
      "  relgraph neighbors graph.json Musk --common Altman           whom both have to do with\n"
      "  relgraph neighbors graph.json SPD --families conflict --format csv\n"
      "See 'relgraph render --focus' for a picture of what is near.\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("ENTITY", options->entity, "A name, alias or id")->required()->type_name("");
  command->add_option("--common", options->common, "Only those whom this entity has to do with as well")
      ->type_name("ENTITY");
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "neighbors";
    session.run = [options, &session] { return run_neighbors(*options, session); };
  });
}

}  // namespace relgraph::cli
