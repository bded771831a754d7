// SPDX-License-Identifier: Apache-2.0
#include "render/arrange.hpp"

#include <catch2/catch.hpp>

#include "fixtures.hpp"
#include "render/label_text.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

Arrangement arrange_graph(const Graph& graph, LayoutEngine engine, std::size_t max_nodes = 40,
                          std::size_t max_edges = 60) {
  const Core core = reduce(graph, max_nodes, max_edges);
  std::vector<Size> boxes;
  std::vector<std::size_t> place(graph.nodes.size(), 0);
  for (const std::uint32_t node : core.nodes) {
    place[node] = boxes.size();
    boxes.push_back(node_label(graph.nodes[node]).box);
  }
  std::vector<LineToPlace> lines;
  for (const Line& line : core.lines) {
    lines.push_back({place[line.source], place[line.target], line_label(graph, line, words_of("de")).box});
  }
  return arrange(boxes, lines, engine);
}

void check_clean(const Arrangement& scene) {
  const Faults faults = find_faults(scene);
  CHECK(faults.nodes_on_nodes == 0);
  CHECK(faults.labels_on_nodes == 0);
  CHECK(faults.labels_on_labels == 0);
  for (const Box& node : scene.nodes) {
    CHECK(node.left >= scene.bounds.left - 1e-6);
    CHECK(node.bottom <= scene.bounds.bottom + 1e-6);
  }
}

}  // namespace

TEST_CASE("arrange: annotated articles have no label on a box or a label, no line through a box") {
  const auto files = fixtures::gold_files();
  if (files.empty()) WARN("no annotated articles here, skipped");
  for (const std::string& file : files) {
    INFO(file);
    const Arrangement scene = arrange_graph(fixtures::gold_graph(file), LayoutEngine::automatic);
    check_clean(scene);
    const Faults faults = find_faults(scene);
    CHECK(faults.lines_through_nodes == 0);
    CHECK(faults.lines_through_labels <= 1);
  }
}

TEST_CASE("arrange: random graphs up to 25 nodes are clean with either engine") {
  for (const auto& [nodes, edges] : {std::pair(5U, 8U), std::pair(12U, 20U), std::pair(25U, 45U)}) {
    const Graph graph = fixtures::scatter(nodes, edges);
    for (const LayoutEngine engine : {LayoutEngine::dot, LayoutEngine::neato}) {
      INFO(nodes << " nodes, engine " << static_cast<int>(engine));
      check_clean(arrange_graph(graph, engine));
    }
  }
}

TEST_CASE("arrange: at least 98 % of the labels of larger graphs are clean") {
  const Arrangement scene = arrange_graph(fixtures::scatter(60, 150), LayoutEngine::dot, 60, 100);
  const Faults faults = find_faults(scene);
  CHECK(faults.nodes_on_nodes == 0);
  CHECK(static_cast<double>(faults.labels_on_nodes + faults.labels_on_labels) <=
        0.02 * static_cast<double>(scene.lines.size()));
}

TEST_CASE("arrange: parts that do not hang together stand beside each other") {
  const std::vector<Size> boxes(8, Size{80, 30});
  const std::vector<LineToPlace> lines{
      {0, 1, {40, 16}}, {1, 2, {40, 16}}, {3, 4, {40, 16}}, {5, 5, {40, 16}}};
  const Arrangement scene = arrange(boxes, lines, LayoutEngine::automatic);
  check_clean(scene);
  CHECK(scene.bounds.width() < 700);
  CHECK(scene.bounds.height() < 500);
  CHECK(scene.lines[3].source == 5);
}

TEST_CASE("arrange: a small part stands beside a tall one, not below it") {
  const std::vector<Size> boxes(8, {100, 30});
  const Size label{60, 14};
  // A chain of six and a pair: below each other they would be taller than a page.
  std::vector<LineToPlace> lines;
  for (std::size_t i = 0; i < 5; ++i) lines.push_back({i, i + 1, label});
  lines.push_back({6, 7, label});
  const Arrangement scene = arrange(boxes, lines, LayoutEngine::dot);
  Box chain = scene.nodes[0];
  for (std::size_t i = 1; i < 6; ++i) {
    chain = {std::min(chain.left, scene.nodes[i].left), std::min(chain.top, scene.nodes[i].top),
             std::max(chain.right, scene.nodes[i].right), std::max(chain.bottom, scene.nodes[i].bottom)};
  }
  const bool tall = chain.height() > chain.width();
  const bool beside = scene.nodes[6].left >= chain.right && scene.nodes[6].top < chain.bottom;
  const bool below = scene.nodes[6].top >= chain.bottom;
  CHECK((tall ? beside : below));
  CHECK_FALSE(find_faults(scene).nodes_on_nodes > 0);
}

TEST_CASE("arrange: boxes without lines make a grid") {
  const std::vector<Size> boxes(12, Size{100, 30});
  const Arrangement scene = arrange(boxes, {}, LayoutEngine::automatic);
  check_clean(scene);
  CHECK(scene.bounds.width() < 700);
  CHECK(scene.bounds.height() < 500);
}

TEST_CASE("cost: larger pictures and faults cost more") {
  Arrangement small;
  small.bounds = {0, 0, 400, 300};
  Arrangement large;
  large.bounds = {0, 0, 1600, 1200};
  CHECK(cost(small, {}) < cost(large, {}));
  Faults faults;
  faults.labels_on_nodes = 1;
  CHECK(cost(small, {}) < cost(small, faults));
}
