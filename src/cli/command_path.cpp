// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <memory>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/edge_json.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "relgraph/paths.hpp"

namespace relgraph::cli {

namespace {

using Json = nlohmann::ordered_json;

struct PathOptions {
  std::string graph;
  std::string from;
  std::string to;
  std::size_t count = 1;
  std::size_t all = 0;
  bool directed = false;
  bool flow = false;
  ProjectionOptions projection{};
  std::string format = "table";
  FilterOptions filter{};
};

constexpr std::size_t k_most_paths = 1000;

/// The relations between neighbours on some paths, found in one walk over the edges; against the direction
/// too, unless it matters.
class Steps {
 public:
  Steps(const Graph& graph, const std::vector<Path>& paths, bool directed) {
    for (const Path& path : paths) {
      for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i)
        m_edges[{path.vertices[i], path.vertices[i + 1]}];
    }
    const auto add = [&](std::uint32_t a, std::uint32_t b, const Edge& edge) {
      if (const auto found = m_edges.find({a, b}); found != m_edges.end()) found->second.push_back(&edge);
    };
    for (const Edge& edge : graph.edges) {
      add(edge.source, edge.target, edge);
      if (!directed) add(edge.target, edge.source, edge);
    }
  }
  [[nodiscard]] const std::vector<const Edge*>& between(std::uint32_t a, std::uint32_t b) const {
    return m_edges.at({a, b});
  }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Edge*>> m_edges;
};

/// "Musk → criticizes → OpenAI ← invests_in ← Microsoft": the first relation of each step.
std::string chain(const Graph& graph, const Path& path, const Steps& steps) {
  std::string out = printable(graph.nodes[path.vertices.front()].label);
  for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i) {
    const Edge& edge = *steps.between(path.vertices[i], path.vertices[i + 1]).front();
    const std::string arrow = edge.source == path.vertices[i] ? " → " : " ← ";
    out.append(arrow).append(edge.type).append(arrow);
    out += printable(graph.nodes[path.vertices[i + 1]].label);
  }
  return out;
}

std::string to_lines(const Graph& graph, const std::vector<Path>& paths, const Steps& steps) {
  std::string out;
  for (const Path& path : paths) {
    out += chain(graph, path, steps) + "\n";
    for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i) {
      for (const Edge* edge : steps.between(path.vertices[i], path.vertices[i + 1]))
        out += edge_lines(graph, *edge, "  ");
    }
  }
  return out;
}

Json to_json(const Graph& graph, const std::vector<Path>& paths, const Steps& steps) {
  Json out = Json::array();
  for (const Path& path : paths) {
    Json item{{"length", path.length}, {"nodes", Json::array()}, {"steps", Json::array()}};
    for (const std::uint32_t v : path.vertices) item["nodes"].push_back(node_json(graph.nodes[v]));
    for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i) {
      Json step = Json::array();
      for (const Edge* edge : steps.between(path.vertices[i], path.vertices[i + 1]))
        step.push_back(edge_json(graph, *edge));
      item["steps"].push_back(std::move(step));
    }
    out.push_back(std::move(item));
  }
  return out;
}

Table to_table(const Graph& graph, const std::vector<Path>& paths, const Steps& steps) {
  Table table{{{"path", true}, {"step", true}, {"source"}, {"type"}, {"target"}, {"evidence"}}, {}};
  for (std::size_t p = 0; p < paths.size(); ++p) {
    for (std::size_t i = 0; i + 1 < paths[p].vertices.size(); ++i) {
      for (const Edge* edge : steps.between(paths[p].vertices[i], paths[p].vertices[i + 1])) {
        table.rows.push_back({std::to_string(p + 1), std::to_string(i + 1), graph.nodes[edge->source].label,
                              edge->type, graph.nodes[edge->target].label,
                              edge->evidence.empty() ? "" : edge->evidence.front().text});
      }
    }
  }
  return table;
}

int print_flow(const Graph& graph, const PathOptions& options, const Projection& shape, std::uint32_t from,
               std::uint32_t to) {
  const Flow flow = maximum_flow(shape, from, to);
  if (parse_table_format(options.format) == TableFormat::json) {
    Json out{{"from", graph.nodes[from].id},
             {"to", graph.nodes[to].id},
             {"flow", flow.value},
             {"cut", Json::array()}};
    for (const auto& [a, b] : flow.cut) out["cut"].push_back({graph.nodes[a].id, graph.nodes[b].id});
    write_file("-", json_document(out));
    return 0;
  }
  std::string text =
      "Flow from " + graph.nodes[from].label + " to " + graph.nodes[to].label + ": " +
      table_number(flow.value, flow.value == static_cast<double>(static_cast<std::int64_t>(flow.value))) +
      "\n";
  if (!flow.cut.empty()) text += "Without these ties nothing gets through:\n";
  for (const auto& [a, b] : flow.cut)
    text += "    " + graph.nodes[a].label + " - " + graph.nodes[b].label + "\n";
  write_file("-", text);
  return 0;
}

int run_path(const PathOptions& options, Session& session) {
  Diagnostics diagnostics;
  const Graph graph = options.filter.apply(load_graph(options.graph, diagnostics));
  session.report(diagnostics);
  const std::uint32_t from = resolve_node(graph, options.from);
  const std::uint32_t to = resolve_node(graph, options.to);
  if (from == to) throw Error(ErrorCode::usage, "both ends are " + printable(graph.nodes[from].label));
  const Projection shape = project(graph, options.directed, options.projection.kind());
  if (options.flow) return print_flow(graph, options, shape, from, to);
  std::vector<Path> paths;
  if (options.all > 0) {
    AllPaths all = all_paths(shape, from, to, options.all, k_most_paths);
    if (!all.complete)
      session.warning("more than " + std::to_string(k_most_paths) + " paths; the others are left out");
    paths = std::move(all.paths);
  } else {
    paths = shortest_paths(shape, from, to, options.count);
  }
  const Steps steps(graph, paths, options.directed);
  switch (parse_table_format(options.format)) {
    case TableFormat::json:
      write_file("-", json_document({{"from", graph.nodes[from].id},
                                     {"to", graph.nodes[to].id},
                                     {"paths", to_json(graph, paths, steps)}}));
      break;
    case TableFormat::csv: write_file("-", to_csv(to_table(graph, paths, steps))); break;
    case TableFormat::markdown: write_file("-", to_markdown(to_table(graph, paths, steps))); break;
    case TableFormat::table: write_file("-", to_lines(graph, paths, steps)); break;
  }
  if (paths.empty()) session.note("no way from the one to the other");
  return 0;
}

}  // namespace

void add_path(CLI::App& app, Session& session) {
  auto options = std::make_shared<PathOptions>();
  CLI::App* command = app.add_subcommand("path", "Say how two entities are connected");
  command->footer(
      "Examples:\n"
      "  relgraph path graph.json 'Elon Musk' Microsoft\n"
      "  relgraph path graph.json Musk Oracle -k 3                     the three shortest\n"
      "  relgraph path graph.json Musk Oracle --all 3                  all of up to three relations\n"
      "  relgraph path graph.json SoftBank OpenAI --directed --types owns,invests_in\n"
      "  relgraph path graph.json SoftBank OpenAI --flow --weight amount\n");
  command->add_option("GRAPH", options->graph, "Graph file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("FROM", options->from, "An entity: a name, alias or id")->required()->type_name("");
  command->add_option("TO", options->to, "Another one")->required()->type_name("");
  command->add_option("-k,--count", options->count, "The N shortest ways (default 1)")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U).description(""));
  command->add_option("--all", options->all, "All ways of up to N relations instead")
      ->type_name("N")
      ->check(CLI::Range(1U, 100U).description(""));
  command->add_flag("--directed", options->directed, "Only along the direction of the relations");
  command->add_flag("--flow", options->flow, "How much can flow between them, and what holds it back");
  add_weight_option(*command, options->projection);
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "path";
    session.run = [options, &session] { return run_path(*options, session); };
  });
}

}  // namespace relgraph::cli
