// SPDX-License-Identifier: Apache-2.0
#include "render/reduce.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "fixtures.hpp"

using namespace relgraph;
using namespace relgraph::render;
using fixtures::edge;
using fixtures::node;

namespace {

Graph people(std::size_t count, std::vector<Edge> edges) {
  Graph graph;
  for (std::size_t i = 0; i < count; ++i) graph.nodes.push_back(node("P" + std::to_string(i)));
  graph.edges = std::move(edges);
  return graph;
}

std::vector<std::string> types(const Line& line) {
  std::vector<std::string> out;
  for (const LineItem& item : line.items) out.push_back(item.type);
  return out;
}

}  // namespace

TEST_CASE("lines: parallel edges become one, the opposite direction another") {
  const auto lines =
      join_lines(people(2, {edge(0, "criticizes", 1), edge(0, "sues", 1), edge(1, "praises", 0)}));
  REQUIRE(lines.size() == 2);
  CHECK(types(lines[0]) == std::vector<std::string>{"criticizes", "sues"});
  CHECK(lines[0].polarity == Polarity::negative);
  CHECK_FALSE(lines[0].mutual);
  CHECK(lines[1].source == 1);
  CHECK(lines[1].polarity == Polarity::positive);
}

TEST_CASE("lines: the same both ways is one line with two heads") {
  const auto lines = join_lines(people(2, {edge(0, "criticizes", 1), edge(1, "criticizes", 0)}));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].mutual);
  CHECK(lines[0].items.front().edges.size() == 2);
  CHECK(lines[0].evidence == 2);
}

TEST_CASE("lines: a symmetric relation is mutual alone and joins a directed line") {
  CHECK(join_lines(people(2, {edge(1, "partners_with", 0)})).front().mutual);
  const auto lines = join_lines(people(2, {edge(1, "partners_with", 0), edge(0, "owns", 1)}));
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(lines[0].mutual);
  CHECK(lines[0].source == 0);
  CHECK(lines[0].items.size() == 2);
}

TEST_CASE("lines: the weightiest polarity and status give the style; of equal ones the hostile") {
  Graph graph = people(2, {edge(0, "praises", 1), edge(0, "criticizes", 1)});
  CHECK(join_lines(graph).front().polarity == Polarity::negative);
  graph.edges[0].evidence.resize(3, graph.edges[0].evidence.front());
  CHECK(join_lines(graph).front().polarity == Polarity::positive);
  CHECK(join_lines(graph).front().items.front().type == "praises");
  graph = people(2, {edge(0, "criticizes", 1), edge(0, "leads", 1), edge(0, "works_for", 1)});
  CHECK(join_lines(graph).front().polarity == Polarity::negative);
  graph.edges[1].evidence.resize(5, graph.edges[1].evidence.front());
  CHECK(join_lines(graph).front().polarity == Polarity::neutral);
  graph = people(2, {edge(0, "funds", 1, Status::negated)});
  CHECK(join_lines(graph).front().polarity == Polarity::neutral);
  CHECK(join_lines(graph).front().status == Status::negated);
}

TEST_CASE("lines: one sentence that states two relations is one piece of evidence") {
  Graph graph = people(2, {edge(0, "criticizes", 1), edge(0, "sues", 1)});
  graph.edges[1].evidence = graph.edges[0].evidence;
  CHECK(join_lines(graph).front().evidence == 1);
  graph.edges[1].evidence.front().span = {900, 910};
  CHECK(join_lines(graph).front().evidence == 2);
}

TEST_CASE("lines: each edge is on exactly one line") {
  const Graph graph = fixtures::scatter(30, 300);
  std::set<std::uint32_t> seen;
  for (const Line& line : join_lines(graph)) {
    for (const LineItem& item : line.items) {
      for (const std::uint32_t index : item.edges) {
        CHECK(seen.insert(index).second);
        CHECK(graph.edges[index].type == item.type);
      }
    }
  }
  CHECK(seen.size() == graph.edges.size());
}

TEST_CASE("core: a small graph is whole, isolated nodes are only counted") {
  const Core core = reduce(people(4, {edge(0, "sues", 1), edge(1, "owns", 3)}), 40, 60);
  CHECK(core.nodes == std::vector<std::uint32_t>{0, 1, 3});
  CHECK(core.isolated == 1);
  CHECK(core.whole());
  CHECK(core.all_nodes == 3);
}

TEST_CASE("core: the weightiest part, connected, within the limits") {
  const Graph graph = fixtures::scatter(200, 600);
  for (const auto& [nodes, edges] : {std::pair(40, 60), std::pair(10, 5), std::pair(3, 100)}) {
    const Core core = reduce(graph, static_cast<std::size_t>(nodes), static_cast<std::size_t>(edges));
    CHECK(core.nodes.size() <= static_cast<std::size_t>(nodes));
    CHECK(core.lines.size() <= static_cast<std::size_t>(edges));
    CHECK_FALSE(core.whole());
    std::set<std::uint32_t> reached{core.lines.front().source};
    for (std::size_t round = 0; round < core.nodes.size(); ++round) {
      for (const Line& line : core.lines) {
        if (reached.contains(line.source) || reached.contains(line.target)) {
          reached.insert({line.source, line.target});
        }
      }
    }
    CHECK(reached.size() == core.nodes.size());
    std::size_t shown = 0;
    for (const Line& line : core.lines) {
      for (const LineItem& item : line.items) shown += item.edges.size();
    }
    CHECK(shown == core.shown_edges);
    CHECK(core.all_edges == graph.edges.size());
  }
}

TEST_CASE("core: what has most evidence stays") {
  Graph graph = people(5, {edge(0, "sues", 1), edge(0, "owns", 2), edge(0, "leads", 3), edge(3, "owns", 4)});
  graph.edges[2].evidence.resize(5, graph.edges[2].evidence.front());
  graph.edges[1].confidence = 0.1;
  const Core core = reduce(graph, 3, 60);
  CHECK(core.nodes == std::vector<std::uint32_t>{0, 1, 3});
}

TEST_CASE("core: graphs without edges, without nodes, and limits of nothing") {
  Graph graph = people(3, {});
  graph.nodes[2].mentions.resize(5);
  CHECK(reduce(graph, 40, 60).nodes.size() == 3);
  CHECK(reduce(graph, 1, 60).nodes == std::vector<std::uint32_t>{2});
  CHECK(reduce(Graph{}, 40, 60).nodes.empty());
  CHECK(reduce(people(2, {edge(0, "sues", 1)}), 0, 0).nodes.size() <= 2);
  CHECK(reduce(people(1, {edge(0, "sues", 0)}), 40, 60).lines.size() == 1);
}
