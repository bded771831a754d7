// SPDX-License-Identifier: Apache-2.0
// Times of the graph room: one JSON line for each topic and graph file, see README.md.

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_text.hpp"
#include "relgraph/communities.hpp"
#include "relgraph/connectivity.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/metrics.hpp"

namespace {

using namespace relgraph;

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> topics;
  int repeat = 3;
};

/// Brandes on a bigger graph takes minutes; it is measured on small ones or when asked for by name.
constexpr std::size_t k_most_for_all_pairs = 3000;

bool takes_all_pairs(const Metric& metric) {
  constexpr std::array<std::string_view, 4> k_names{"betweenness", "closeness", "harmonic", "eccentricity"};
  return std::ranges::find(k_names, metric.name) != k_names.end();
}

double measure(int repeat, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < repeat; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    times.push_back(took.count());
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

double rss_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const std::string& topic, const std::string& file, const Graph& graph, double ms) {
  std::string line = "{\"topic\":";
  append_json_string(line, topic);
  line += ",\"graph\":";
  append_json_string(line, file.substr(file.rfind('/') + 1));
  std::printf("%s,\"n\":%zu,\"m\":%zu,\"ms\":%.3f,\"rss_mb\":%.1f}\n", line.c_str(), graph.nodes.size(),
              graph.edges.size(), ms, rss_mb());
}

/// A program's first load pays for fresh memory; so each run of ours is a load of the file from disk into
/// a graph that is thrown away, as NetworkX is measured.
Graph load(const std::string& file) {
  Diagnostics diagnostics;
  return load_graph(file, std::size_t{1} << 32U, diagnostics);
}

void run(const std::string& file, const Options& options) {
  const auto wanted = [&](std::string_view topic) {
    return options.topics.empty() || std::ranges::find(options.topics, topic) != options.topics.end();
  };
  Graph graph = load(file);
  const auto time = [&](const std::string& topic, const std::function<void()>& work) {
    if (wanted(topic)) print(topic, file, graph, measure(options.repeat, work));
  };
  if (wanted("load")) {
    graph = {};  // one graph in memory at a time
    const double ms = measure(options.repeat, [&] { graph = load(file); });
    print("load", file, graph, ms);
  }
  time("save", [&] { static_cast<void>(serialise_graph(graph)); });
  time("merge", [&] {
    const std::vector<Graph> two{graph, graph};
    static_cast<void>(merge(two));
  });
  Projection shape;
  time("project", [&] { shape = project(graph); });
  shape = project(graph);
  for (const Metric& metric : metrics()) {
    if (options.topics.empty() && takes_all_pairs(metric) && graph.nodes.size() > k_most_for_all_pairs)
      continue;
    const MetricInput input{.graph = graph, .shape = shape};
    time(std::string(metric.name), [&] {
      try {
        static_cast<void>(metric.compute(input));
      } catch (const Error&) {  // does not settle: the time until that is known counts
      }
    });
  }
  const Projection undirected = project(graph, false);
  time("components", [&] { static_cast<void>(components(shape)); });
  time("strong_components", [&] { static_cast<void>(strong_components(shape)); });
  time("undirected_clustering", [&] { static_cast<void>(clustering(undirected)); });
  Parts parts;
  time("leiden", [&] { parts = leiden(undirected); });
  if (wanted("leiden"))
    std::printf("{\"topic\":\"leiden_modularity\",\"value\":%.6f}\n", modularity(undirected, parts.of));
  time("label_propagation", [&] { static_cast<void>(label_propagation(undirected)); });
}

int usage() {
  std::fputs("usage: bench_graph [--repeat N] [--topic NAME]... GRAPH...\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool option = arguments[i] == "--repeat" || arguments[i] == "--topic";
    if (option && i + 1 == arguments.size()) return usage();
    if (arguments[i] == "--repeat") {
      options.repeat = std::max(1, std::atoi(arguments[++i].c_str()));
    } else if (arguments[i] == "--topic") {
      options.topics.push_back(arguments[++i]);
    } else {
      options.files.push_back(arguments[i]);
    }
  }
  if (options.files.empty()) return usage();
  try {
    for (const std::string& file : options.files) run(file, options);
  } catch (const Error& error) {
    std::fprintf(stderr, "bench_graph: %s\n", error.what());
    return static_cast<int>(error.code());
  }
  return 0;
}
