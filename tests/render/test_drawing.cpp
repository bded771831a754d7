// SPDX-License-Identifier: Apache-2.0
#include "render/drawing.hpp"

#include <catch2/catch.hpp>

#include "render/line_style.hpp"
#include "render/node_shape.hpp"
#include "xml.hpp"

using namespace relgraph;
using namespace relgraph::render;

TEST_CASE("outlines: the centre is inside, the corners of the box are as the shape says") {
  const Box box{0, 0, 120, 30};
  for (std::size_t i = 0; i < k_shape_names.size(); ++i) {
    const auto shape = static_cast<NodeShape>(i);
    INFO(k_shape_names[i]);
    CHECK(inside(shape, box, box.center(), 0));
    CHECK_FALSE(inside(shape, box, {60, -2}, 0));
    CHECK(inside(shape, box, {60, -2}, 3));
    CHECK(inside(shape, box, {1, 1}, 0) == (shape == NodeShape::organization));
    std::string out;
    append_outline(out, shape, box);
    CHECK_NOTHROW(xml::parse(out));
    CHECK_FALSE(icon_path(shape).empty());
    CHECK(shape_of(name_of(shape)) == shape);
  }
  CHECK(shape_of("event") == NodeShape::other);
  CHECK(shape_of("") == NodeShape::other);
}

TEST_CASE("lines: each status has dashes of its own, each polarity a head of its own") {
  const double width = line_width(0, Status::asserted);
  CHECK(dashes(Status::asserted, width).empty());
  CHECK(dashes(Status::reported, width) != dashes(Status::planned, width));
  CHECK(dashes(Status::planned, width) != dashes(Status::negated, width));
  CHECK(line_width(2, Status::former) < line_width(0, Status::asserted));
  CHECK(width_step(1) < width_step(3));
  CHECK(width_step(3) < width_step(9));
  std::string heads[3];
  for (int i = 0; i < 3; ++i) append_head(heads[i], static_cast<Polarity>(i - 1), width, {0, 0}, {1, 0});
  CHECK(heads[0] != heads[2]);
  CHECK(heads[1] != heads[2]);
  CHECK(heads[0].starts_with(heads[2]));  // the hostile head is an arrow against a bar
}

namespace {

/// A box at the origin and one at (200, 0), their label half-way.
Scene two_boxes(bool mutual) {
  Scene scene;
  Line line;
  line.source = 0;
  line.target = 1;
  line.mutual = mutual;
  line.polarity = Polarity::positive;
  line.evidence = 1;
  scene.core.nodes = {0, 1};
  scene.core.lines = {line};
  scene.nodes.resize(2);
  scene.nodes[0].shape = scene.nodes[1].shape = NodeShape::organization;
  scene.arrangement.nodes = {Box::around({0, 0}, {40, 20}), Box::around({200, 0}, {40, 20})};
  PlacedLine placed{0, 1, {40, 16}, {100, 0}, {}, {}};
  placed.to_label = {{0, 0}, {30, 0}, {60, 0}, {100, 0}};
  placed.from_label = {{100, 0}, {130, 0}, {160, 0}, {200, 0}};
  scene.arrangement.lines = {placed};
  return scene;
}

}  // namespace

TEST_CASE("strokes: from outline to label to outline, with room for the head") {
  const Strokes strokes = visible_strokes(two_boxes(false), 0);
  CHECK(strokes.first.front().x == Approx(21.5).margin(0.2));
  CHECK(strokes.first.back().x == Approx(80).margin(0.2));
  CHECK(strokes.second.front().x == Approx(120).margin(0.2));
  CHECK(strokes.target_tip.x == Approx(178.5).margin(0.2));
  CHECK(strokes.second.back().x < 173);
  CHECK(strokes.target_along.x == Approx(1).margin(0.01));
}

TEST_CASE("strokes: a mutual line has room for a head at either end") {
  const Strokes strokes = visible_strokes(two_boxes(true), 0);
  CHECK(strokes.source_tip.x == Approx(21.5).margin(0.2));
  CHECK(strokes.first.front().x > 27);
  CHECK(strokes.source_along.x == Approx(-1).margin(0.01));
}

TEST_CASE("strokes: a label that covers the whole line leaves none, and nothing breaks") {
  Scene scene = two_boxes(true);
  scene.arrangement.lines[0].label_size = {400, 100};
  const Strokes strokes = visible_strokes(scene, 0);
  CHECK(strokes.first.empty());
}
