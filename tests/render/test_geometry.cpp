// SPDX-License-Identifier: Apache-2.0
#include "render/geometry.hpp"

#include <catch2/catch.hpp>

using namespace relgraph::render;

namespace {
const Spline k_line{{0, 0}, {10, 0}, {20, 0}, {30, 0}, {40, 0}, {50, 0}, {60, 0}};
}

TEST_CASE("splines: points, parts, length") {
  CHECK(bezier_point(k_line.data(), 0.5) == Point{15, 0});
  CHECK(sample(k_line, 3).size() == 7);
  CHECK(arc_length(k_line) == Approx(60));
  const Spline middle = part(k_line, 0.5, 1.5);
  CHECK(middle.front().x == Approx(15));
  CHECK(middle.back().x == Approx(45));
  CHECK(middle.size() == 7);
  CHECK(part(k_line, 1, 1).empty());
  CHECK(part({}, 0, 1).empty());
  CHECK(sample({}).empty());
  CHECK(reversed(k_line).front() == Point{60, 0});
}

TEST_CASE("boxes: sharing an edge is no overlap") {
  CHECK(overlap({0, 0, 2, 2}, {1, 1, 3, 3}));
  CHECK_FALSE(overlap({0, 0, 2, 2}, {2, 0, 4, 2}));
}

TEST_CASE("a line meets a box when it enters, crosses or lies in it") {
  const Box box{0, 0, 10, 10};
  CHECK(meets({-5, 5}, {15, 5}, box));
  CHECK(meets({5, 5}, {6, 6}, box));
  CHECK(meets({-5, 5}, {5, 5}, box));
  CHECK_FALSE(meets({-5, -5}, {-1, 20}, box));
  CHECK_FALSE(meets({-5, 8}, {8, 21}, box));
  CHECK_FALSE(meets({20, 5}, {30, 5}, box));
}

TEST_CASE("lines that share an end do not cross") {
  CHECK(cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {10, 10}, {0, 0}, {10, 0}));
  CHECK_FALSE(cross({0, 0}, {1, 1}, {5, 0}, {0, 5}));
}
