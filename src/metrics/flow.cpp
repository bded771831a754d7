// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>

#include "relgraph/paths.hpp"

namespace relgraph {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct FlowVertex {
  boost::default_color_type color{};
  long distance = 0;
  Traits::edge_descriptor predecessor{};
};
struct FlowArc {
  double capacity = 0;
  double residual = 0;
  Traits::edge_descriptor reverse{};
};
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, FlowVertex, FlowArc>;

void add_arc(Network& network, std::uint32_t from, std::uint32_t to, double forth, double back) {
  const auto a = add_edge(from, to, FlowArc{.capacity = forth}, network).first;
  const auto b = add_edge(to, from, FlowArc{.capacity = back}, network).first;
  network[a].reverse = b;
  network[b].reverse = a;
}

}  // namespace

Flow maximum_flow(const Projection& shape, std::uint32_t from, std::uint32_t to) {
  Flow out;
  if (from == to) return out;
  Network network(shape.vertices);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    for (std::uint32_t i = shape.out.begin[v]; i < shape.out.begin[v + 1]; ++i) {
      const std::uint32_t w = shape.out.to[i];
      // An undirected edge carries its weight either way, and comes by twice.
      if (w == v || (!shape.directed && w < v)) continue;
      add_arc(network, v, w, shape.out.weight_at(i), shape.directed ? 0 : shape.out.weight_at(i));
    }
  }
  out.value = boost::boykov_kolmogorov_max_flow(
      network, get(&FlowArc::capacity, network), get(&FlowArc::residual, network),
      get(&FlowArc::reverse, network), get(&FlowVertex::predecessor, network),
      get(&FlowVertex::color, network), get(&FlowVertex::distance, network),
      get(boost::vertex_index, network), from, to);
  // Black is what the source still reaches.
  const auto reached = [&](std::uint32_t v) { return network[v].color == boost::black_color; };
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    if (!reached(v)) continue;
    for (const std::uint32_t w : shape.out.of(v)) {
      if (!reached(w)) out.cut.emplace_back(v, w);
    }
  }
  return out;
}

}  // namespace relgraph
