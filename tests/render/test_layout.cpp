// SPDX-License-Identifier: Apache-2.0
#include "render/layout.hpp"

#include <catch2/catch.hpp>
#include <thread>

using namespace relgraph::render;

namespace {
const std::vector<Size> k_boxes{{80, 30}, {120, 30}, {60, 45}, {90, 20}};
const std::vector<LayoutEdge> k_edges{{0, 1}, {0, 2}, {2, 3}, {1, 3}, {0, 1}, {3, 3}};
}  // namespace

TEST_CASE("layout: boxes keep apart, lines run from centre to centre") {
  for (const Program program : {Program::dot, Program::neato}) {
    const LaidOut out = lay_out(k_boxes, k_edges, {.program = program});
    REQUIRE(out.nodes.size() == k_boxes.size());
    REQUIRE(out.splines.size() == k_edges.size());
    for (std::size_t i = 0; i < k_boxes.size(); ++i) {
      for (std::size_t k = i + 1; k < k_boxes.size(); ++k) {
        CHECK_FALSE(overlap(Box::around(out.nodes[i], k_boxes[i]), Box::around(out.nodes[k], k_boxes[k])));
      }
    }
    for (std::size_t i = 0; i + 1 < k_edges.size(); ++i) {
      CHECK(length(out.splines[i].front() - out.nodes[k_edges[i].tail]) < 1.5);
      CHECK(length(out.splines[i].back() - out.nodes[k_edges[i].head]) < 1.5);
    }
  }
}

TEST_CASE("layout: downwards and to the right") {
  const std::vector<LayoutEdge> chain{{0, 1}, {1, 2}};
  const std::vector<Size> boxes(k_boxes.begin(), k_boxes.begin() + 3);
  const LaidOut down = lay_out(boxes, chain, {.flow = Flow::down, .rank_gap = 20});
  CHECK(down.nodes[0].y < down.nodes[1].y);
  CHECK(down.nodes[1].y - down.nodes[0].y == Approx(50).margin(1));  // half of either box and the gap
  const LaidOut right = lay_out(boxes, chain, {.flow = Flow::right});
  CHECK(right.nodes[0].x < right.nodes[1].x);
}

TEST_CASE("layout: the same every time, also in threads") {
  const LaidOut first = lay_out(k_boxes, k_edges, {.program = Program::neato});
  std::vector<LaidOut> others(4);
  std::vector<std::thread> threads;
  for (LaidOut& other : others) {
    threads.emplace_back([&] { other = lay_out(k_boxes, k_edges, {.program = Program::neato}); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const LaidOut& other : others) {
    CHECK(other.nodes == first.nodes);
    CHECK(other.splines == first.splines);
  }
}

TEST_CASE("layout: nothing to lay out") { CHECK(lay_out({}, {}, {}).nodes.empty()); }
