// SPDX-License-Identifier: Apache-2.0
// What relgraph makes of many graph files, for the Python tests beside it: one process instead of hundreds.
//   peer_tool metrics FILE...      one JSON line a file: ids and every metric, in the order of the ids
//   peer_tool save IN OUT [IN OUT]...
//   peer_tool dot FILE             the graph in the DOT language
//   peer_tool convert FORMAT [IN OUT]...   graph files of relgraph into that format
//   peer_tool import FORMAT [IN OUT]...    files of that format into graph files
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/json_text.hpp"
#include "relgraph/exchange.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/metrics.hpp"

namespace {

using namespace relgraph;

Graph load(const std::string& file) {
  Diagnostics diagnostics;
  return load_graph(file, std::size_t{1} << 30U, diagnostics);
}

template <class List, class Append>
void append_list(std::string& out, std::string_view key, const List& list, Append append) {
  append_json_string(out, key);
  out += ":[";
  bool first = true;
  for (const auto& item : list) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

void print_metrics(const std::string& file) {
  const Graph graph = load(file);
  std::string line = "{";
  append_list(line, "ids", graph.nodes, [&](const Node& node) { append_json_string(line, node.id); });
  for (const Metric& metric : metrics()) {
    line += ',';
    append_list(line, metric.name, metric.compute(graph),
                [&](double value) { append_json_number(line, value); });
  }
  std::puts((line + "}").c_str());
}

/// A format of two files puts what its second is called between stem and ending of OUT.
void convert(const ExchangeFormat& format, const std::string& in, const std::string& out) {
  Diagnostics diagnostics;
  for (const ExchangeFile& file : format.write(load(in), diagnostics)) {
    const std::size_t dot = std::min(out.rfind('.'), out.size());
    write_file(out.substr(0, dot) + file.name + out.substr(dot), file.text);
  }
}

void import_file(const ExchangeFormat& format, const std::string& in, const std::string& out) {
  Diagnostics diagnostics;
  const std::vector<ExchangeFile> files{{in, read_file(in, std::size_t{1} << 30U)}};
  write_file(out, serialise_graph(format.read(files, diagnostics)));
}

int run(const std::vector<std::string>& arguments) {
  const std::string mode = arguments.empty() ? "" : arguments[0];
  if (mode == "metrics") {
    for (std::size_t i = 1; i < arguments.size(); ++i) print_metrics(arguments[i]);
  } else if (mode == "save" && arguments.size() % 2 == 1) {
    for (std::size_t i = 1; i < arguments.size(); i += 2)
      write_file(arguments[i + 1], serialise_graph(load(arguments[i])));
  } else if (mode == "dot" && arguments.size() == 2) {
    std::fputs(to_dot(load(arguments[1])).c_str(), stdout);
  } else if (mode == "convert" && arguments.size() % 2 == 0) {
    for (std::size_t i = 2; i < arguments.size(); i += 2)
      convert(find_exchange_format(arguments[1]), arguments[i], arguments[i + 1]);
  } else if (mode == "import" && arguments.size() % 2 == 0) {
    for (std::size_t i = 2; i < arguments.size(); i += 2)
      import_file(find_exchange_format(arguments[1]), arguments[i], arguments[i + 1]);
  } else {
    std::fputs(
        "usage: peer_tool metrics FILE... | save IN OUT... | dot FILE | convert FORMAT IN OUT... | "
        "import FORMAT IN OUT...\n",
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
