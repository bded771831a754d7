// SPDX-License-Identifier: Apache-2.0
// What relgraph makes of many graph files, for the Python tests beside it: one
// process instead of hundreds.
//   peer_tool metrics VARIANT FILE...   one JSON line a file: everything about
//   its shape, in the order of the ids;
//                                       VARIANT: directed or undirected,
//                                       "-confidence" behind it for weights
//   peer_tool structure VARIANT FILE... one JSON line a file: communities,
//   camps, and ways from the first vertex to the last peer_tool save IN OUT [IN
//   OUT]... peer_tool dot FILE                  the graph in the DOT language
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "relgraph/communities.hpp"
#include "relgraph/connectivity.hpp"
#include "relgraph/exchange.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/metrics.hpp"
#include "relgraph/paths.hpp"

namespace {

using namespace relgraph;
using Json = nlohmann::ordered_json;

Graph load(const std::string& file) {
  Diagnostics diagnostics;
  return load_graph(file, std::size_t{1} << 30U, diagnostics);
}

Json summary_of(const Projection& shape) {
  const Summary s = summarise(shape);
  const auto maybe = [](const auto& value) { return value ? Json(*value) : Json(); };
  return {{"vertices", s.vertices},
          {"edges", s.edges},
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
          {"core", s.core}};
}

void print_metrics(const std::string& variant, const std::string& file) {
  const Graph graph = load(file);
  const bool weighted = variant.ends_with("-confidence");
  const Weight weight = weighted ? Weight::confidence : Weight::none;
  const Projection shape = project(graph, !variant.starts_with("undirected"), weight);
  Json line{{"ids", Json::array()}};
  for (const Node& node : graph.nodes) line["ids"].push_back(node.id);
  // What is not a number is null, and what does not settle too.
  for (const Metric& metric : metrics()) {
    try {
      line[std::string(metric.name)] = metric.compute({.graph = graph, .shape = shape, .weight = weight});
    } catch (const Error&) {
      line[std::string(metric.name)] = nullptr;
    }
  }
  line["personalised"] =
      graph.nodes.empty() ? Json::array() : Json(pagerank(shape, std::vector<std::uint32_t>{0}));
  line["edge_betweenness"] = Json::array();
  const std::vector<double> of_arcs = edge_betweenness(shape);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (std::uint32_t a = shape.out.begin[v]; a < shape.out.begin[v + 1]; ++a)
      line["edge_betweenness"].push_back({v, shape.out.to[a], of_arcs[a]});
  }
  line["components"] = components(shape).of;
  line["strong"] = strong_components(shape).of;
  line["bridges"] = cuts(shape).bridges;
  line["summary"] = summary_of(shape);
  std::puts(line.dump(-1, ' ', true).c_str());
}

Json paths_of(const std::vector<Path>& paths) {
  Json out = Json::array();
  for (const Path& path : paths) out.push_back({path.vertices, path.length});
  return out;
}

void print_structure(const std::string& variant, const std::string& file) {
  const Graph graph = load(file);
  const Weight weight = variant.ends_with("-confidence") ? Weight::confidence : Weight::none;
  const Projection shape = project(graph, !variant.starts_with("undirected"), weight);
  const Projection undirected = project(graph, false, weight);
  const Balance camps = balance(graph);
  const Parts communities = leiden(undirected);
  const Parts labels = label_propagation(undirected);
  Json line{{"leiden", communities.of},
            {"modularity", modularity(undirected, communities.of)},
            {"fine_modularity", modularity(undirected, communities.of, 2.0)},
            {"labels", labels.of},
            {"camps", camps.camp},
            {"frustration", camps.frustration},
            {"exact", camps.exact},
            {"triangles", camps.triangles},
            {"balanced", camps.balanced}};
  if (graph.nodes.size() > 1) {
    const auto last = static_cast<std::uint32_t>(graph.nodes.size() - 1);
    line["shortest"] = paths_of(shortest_paths(shape, 0, last, 6));
    line["all"] = paths_of(all_paths(shape, 0, last, 4).paths);
    const Flow flow = maximum_flow(shape, 0, last);
    line["flow"] = flow.value;
    line["cut"] = flow.cut;
  }
  std::puts(line.dump().c_str());
}

void convert(const std::string& format, const std::string& in, const std::string& out) {
  Diagnostics diagnostics;
  for (const ExchangeFile& file : find_exchange_format(format).write(load(in), diagnostics))
    write_file(out + file.name, file.text);
}

void import(const std::string& format, const std::vector<std::string>& in, const std::string& out) {
  Diagnostics diagnostics;
  std::vector<ExchangeFile> files;
  for (const std::string& file : in) files.push_back({file, read_file(file, std::size_t{1} << 30U)});
  write_file(out, serialise_graph(find_exchange_format(format).read(files, diagnostics)));
}

int run(const std::vector<std::string>& arguments) {
  const std::string mode = arguments.empty() ? "" : arguments[0];
  if (mode == "metrics" && arguments.size() > 1) {
    for (std::size_t i = 2; i < arguments.size(); ++i) print_metrics(arguments[1], arguments[i]);
  } else if (mode == "structure" && arguments.size() > 1) {
    for (std::size_t i = 2; i < arguments.size(); ++i) print_structure(arguments[1], arguments[i]);
  } else if (mode == "save" && arguments.size() % 2 == 1) {
    for (std::size_t i = 1; i < arguments.size(); i += 2)
      write_file(arguments[i + 1], serialise_graph(load(arguments[i])));
  } else if (mode == "dot" && arguments.size() == 2) {
    std::fputs(to_dot(load(arguments[1])).c_str(), stdout);
  } else if (mode == "import" && arguments.size() == 5) {
    import(arguments[1], {arguments[2], arguments[4]}, arguments[3]);
  } else if ((mode == "convert" || mode == "import") && arguments.size() > 2 && arguments.size() % 2 == 0) {
    for (std::size_t i = 2; i < arguments.size(); i += 2) {
      if (mode == "convert") {
        convert(arguments[1], arguments[i], arguments[i + 1]);
      } else {
        import(arguments[1], {arguments[i]}, arguments[i + 1]);
      }
    }
  } else {
    std::fputs(
        "usage: peer_tool metrics|structure VARIANT FILE... | save IN "
        "OUT... | dot FILE |\n"
        "       convert|import FORMAT IN OUT...\n",
        stderr);
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const Error& error) {
    std::fprintf(stderr, "peer_tool: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}
