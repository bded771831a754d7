// SPDX-License-Identifier: Apache-2.0
#include "graph/boost_graph.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

struct Degrees {
  std::vector<double> in;
  std::vector<double> out;
};

Degrees degrees(const Graph& graph) {
  const SimpleDigraph shape = simple_digraph(graph);
  Degrees result;
  for (std::uint32_t v = 0; v < graph.nodes.size(); ++v) {
    result.in.push_back(static_cast<double>(in_degree(v, shape)));
    result.out.push_back(static_cast<double>(out_degree(v, shape)));
  }
  return result;
}

}  // namespace

std::vector<double> degree(const Graph& graph) {
  Degrees both = degrees(graph);
  for (std::size_t v = 0; v < both.in.size(); ++v) both.in[v] += both.out[v];
  return std::move(both.in);
}

std::vector<double> in_degree(const Graph& graph) { return degrees(graph).in; }
std::vector<double> out_degree(const Graph& graph) { return degrees(graph).out; }

}  // namespace relgraph
