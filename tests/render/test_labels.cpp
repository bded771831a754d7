// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"

#include <catch2/catch.hpp>

using namespace relgraph::render;

namespace {

PlacedLine straight(std::size_t source, std::size_t target, Point from, Point to, Size label) {
  const Point middle = (from + to) * 0.5;
  PlacedLine line{source, target, label, middle, {}, {}};
  line.to_label = {from, from + (middle - from) * (1 / 3.0), from + (middle - from) * (2 / 3.0), middle};
  line.from_label = {middle, middle + (to - middle) * (1 / 3.0), middle + (to - middle) * (2 / 3.0), to};
  return line;
}

/// Two boxes 300 px apart with a line between them.
Arrangement pair() {
  Arrangement out;
  out.nodes = {Box::around({0, 0}, {40, 20}), Box::around({300, 0}, {40, 20})};
  out.lines = {straight(0, 1, {0, 0}, {300, 0}, {60, 12})};
  return out;
}

}  // namespace

TEST_CASE("faults: each kind is counted") {
  Arrangement scene = pair();
  const Faults none = find_faults(scene);
  CHECK(none.labels_on_nodes + none.labels_on_labels + none.nodes_on_nodes + none.lines_through_nodes +
            none.lines_through_labels + none.crossings ==
        0);
  scene.nodes.push_back(Box::around({150, 0}, {30, 20}));  // on the line and its label
  scene.nodes.push_back(Box::around({152, 5}, {30, 20}));  // and on that box
  Faults faults = find_faults(scene);
  CHECK(faults.nodes_on_nodes == 1);
  CHECK(faults.labels_on_nodes == 2);
  CHECK(faults.lines_through_nodes == 2);
  scene = pair();
  scene.lines.push_back(straight(0, 1, {152, -80}, {147, 90}, {40, 12}));
  faults = find_faults(scene);
  CHECK(faults.labels_on_labels == 1);
  CHECK(faults.lines_through_labels == 2);
  CHECK(faults.crossings == 1);
}

TEST_CASE("clearing: a label on a box moves along its line") {
  Arrangement scene = pair();
  scene.nodes.push_back(Box::around({150, -8}, {40, 14}));
  REQUIRE(find_faults(scene).labels_on_nodes == 1);
  clear_labels(scene);
  CHECK(find_faults(scene).labels_on_nodes == 0);
  CHECK(scene.lines[0].label.y == Approx(0).margin(0.01));  // still on its line
  CHECK(scene.lines[0].to_label.back() == scene.lines[0].from_label.front());
  CHECK(scene.lines[0].from_label.back() == Point{300, 0});
}

TEST_CASE("clearing: labels of parallel lines that lie on each other part") {
  Arrangement scene = pair();
  for (int i = 0; i < 3; ++i) scene.lines.push_back(scene.lines.front());
  clear_labels(scene);
  const Faults faults = find_faults(scene);
  CHECK(faults.labels_on_labels == 0);
  CHECK(faults.labels_on_nodes == 0);
  for (const PlacedLine& line : scene.lines) {
    CHECK(line.to_label.front() == Point{0, 0});
    CHECK(line.to_label.back().x == Approx(line.label.x));
    CHECK(line.to_label.back().y == Approx(line.label.y));
  }
}

TEST_CASE("clearing: free labels stay where they are") {
  Arrangement scene = pair();
  clear_labels(scene);
  CHECK(scene.lines[0].label == Point{150, 0});
}

TEST_CASE("bounds hold nodes, labels and lines") {
  Arrangement scene = pair();
  scene.lines[0].to_label[1] = {50, 90};
  measure(scene);
  CHECK(scene.bounds.left == Approx(-20));
  CHECK(scene.bounds.right == Approx(320));
  CHECK(scene.bounds.bottom > 30);
  Arrangement empty;
  measure(empty);
  CHECK(empty.bounds.width() == 0);
}
