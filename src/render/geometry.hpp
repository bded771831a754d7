// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace relgraph::render {

// All lengths are px of the finished picture; y grows downwards.

struct Point {
  double x = 0;
  double y = 0;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
  friend bool operator==(const Point&, const Point&) = default;
};

[[nodiscard]] inline double length(Point a) { return std::hypot(a.x, a.y); }
/// Unit vector of that direction; `{1, 0}` for a vector without one.
[[nodiscard]] inline Point unit(Point a) {
  const double size = length(a);
  return size > 1e-9 ? a * (1 / size) : Point{1, 0};
}

struct Size {
  double width = 0;
  double height = 0;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] static Box around(Point center, Size size) {
    return {center.x - size.width / 2, center.y - size.height / 2, center.x + size.width / 2,
            center.y + size.height / 2};
  }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] Point center() const { return {(left + right) / 2, (top + bottom) / 2}; }
  [[nodiscard]] bool contains(Point p) const {
    return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom;
  }
  [[nodiscard]] Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
  void include(Box other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
  }
};

/// Whether two boxes share more than an edge.
[[nodiscard]] inline bool overlap(Box a, Box b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// A chain of cubic Bézier curves: one start point, then three points a curve. Empty: no curve.
using Spline = std::vector<Point>;

/// Point of one cubic Bézier curve at `t` in [0, 1]; `p` are its four points.
[[nodiscard]] Point bezier_point(const Point* p, double t);

/// Points along a spline: its start, then `steps` points a curve.
[[nodiscard]] std::vector<Point> sample(const Spline& spline, std::size_t steps = 12);

/// The part of a spline between two parameters counted in curves: 0 is the start, 1.5 the middle of the
/// second curve.
[[nodiscard]] Spline part(const Spline& spline, double from, double to);

/// The same curve run from its end to its start.
[[nodiscard]] Spline reversed(const Spline& spline);

/// Length of the polygon through the sampled points.
[[nodiscard]] double arc_length(const Spline& spline);

/// Whether a straight line from `a` to `b` meets the box.
[[nodiscard]] bool meets(Point a, Point b, Box box);

/// Whether two straight lines cross in a point that is no end of theirs.
[[nodiscard]] bool cross(Point a, Point b, Point c, Point d);

}  // namespace relgraph::render
