// SPDX-License-Identifier: Apache-2.0
// bench_exchange FORMAT FILE: reads the file, writes the graph again, and prints both times as a JSON line.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "relgraph/exchange.hpp"

namespace {

using namespace relgraph;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: bench_exchange FORMAT FILE\n", stderr);
    return 2;
  }
  try {
    const ExchangeFormat& format = find_exchange_format(argv[1]);
    Diagnostics diagnostics;
    const auto begin = Clock::now();
    const std::vector<ExchangeFile> files{{argv[2], read_file(argv[2], std::size_t{4} << 30U)}};
    const Graph graph = format.read(files, diagnostics);
    const double read_ms = ms_since(begin);
    const auto middle = Clock::now();
    const auto written = format.write(graph, diagnostics);
    std::printf("{\"n\":%zu,\"m\":%zu,\"read_ms\":%.1f,\"write_ms\":%.1f}\n", graph.nodes.size(),
                graph.edges.size(), read_ms, ms_since(middle));
  } catch (const Error& error) {
    std::fprintf(stderr, "bench_exchange: %s\n", error.what());
    return static_cast<int>(error.code());
  }
  return 0;
}
