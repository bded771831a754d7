// SPDX-License-Identifier: Apache-2.0
// Times of the graph room: one JSON line for each topic and graph file, see README.md.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_text.hpp"
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
  for (const Metric& metric : metrics()) {
    const bool all_pairs = metric.name == "betweenness" || metric.name == "closeness";
    if (all_pairs && options.topics.empty() && graph.nodes.size() > k_most_for_all_pairs) continue;
    time(std::string(metric.name), [&] { static_cast<void>(metric.compute(graph)); });
  }
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
