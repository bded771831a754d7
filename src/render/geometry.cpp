// SPDX-License-Identifier: Apache-2.0
#include "render/geometry.hpp"

#include <array>

namespace relgraph::render {

namespace {

using Curve = std::array<Point, 4>;

Point between(Point a, Point b, double t) { return a + (b - a) * t; }

/// De Casteljau: the part of a curve before `t`, and the part after it.
std::array<Curve, 2> split(const Curve& c, double t) {
  const Point ab = between(c[0], c[1], t);
  const Point bc = between(c[1], c[2], t);
  const Point cd = between(c[2], c[3], t);
  const Point abc = between(ab, bc, t);
  const Point bcd = between(bc, cd, t);
  const Point middle = between(abc, bcd, t);
  return {Curve{c[0], ab, abc, middle}, Curve{middle, bcd, cd, c[3]}};
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

}  // namespace

Point bezier_point(const Point* p, double t) {
  const double s = 1 - t;
  return p[0] * (s * s * s) + p[1] * (3 * s * s * t) + p[2] * (3 * s * t * t) + p[3] * (t * t * t);
}

std::vector<Point> sample(const Spline& spline, std::size_t steps) {
  std::vector<Point> out;
  if (spline.empty()) return out;
  out.reserve(spline.size() / 3 * steps + 1);
  out.push_back(spline.front());
  for (std::size_t i = 0; i + 3 < spline.size(); i += 3) {
    for (std::size_t k = 1; k <= steps; ++k) {
      out.push_back(bezier_point(&spline[i], static_cast<double>(k) / static_cast<double>(steps)));
    }
  }
  return out;
}

Spline part(const Spline& spline, double from, double to) {
  Spline out;
  const std::size_t curves = spline.empty() ? 0 : (spline.size() - 1) / 3;
  for (std::size_t i = 0; i < curves; ++i) {
    const double begin = std::clamp(from - static_cast<double>(i), 0.0, 1.0);
    const double end = std::clamp(to - static_cast<double>(i), 0.0, 1.0);
    if (end - begin <= 1e-9) continue;
    Curve curve{spline[3 * i], spline[3 * i + 1], spline[3 * i + 2], spline[3 * i + 3]};
    curve = split(curve, end)[0];
    curve = split(curve, begin / end)[1];
    if (out.empty()) out.push_back(curve[0]);
    out.insert(out.end(), curve.begin() + 1, curve.end());
  }
  return out;
}

Spline reversed(const Spline& spline) { return {spline.rbegin(), spline.rend()}; }

double arc_length(const Spline& spline) {
  double sum = 0;
  const std::vector<Point> points = sample(spline);
  for (std::size_t i = 1; i < points.size(); ++i) sum += length(points[i] - points[i - 1]);
  return sum;
}

bool meets(Point a, Point b, Box box) {
  // Liang and Barsky 1984: the stretch of the line that lies between each pair of sides.
  double enter = 0;
  double leave = 1;
  const Point d = b - a;
  const std::array<std::array<double, 2>, 4> sides{
      {{-d.x, a.x - box.left}, {d.x, box.right - a.x}, {-d.y, a.y - box.top}, {d.y, box.bottom - a.y}}};
  for (const auto& [slope, room] : sides) {
    if (std::abs(slope) < 1e-12) {
      if (room < 0) return false;
    } else if (slope < 0) {
      enter = std::max(enter, room / slope);
    } else {
      leave = std::min(leave, room / slope);
    }
  }
  return enter <= leave;
}

bool cross(Point a, Point b, Point c, Point d) {
  return turn(a, b, c) * turn(a, b, d) < -1e-9 && turn(c, d, a) * turn(c, d, b) < -1e-9;
}

}  // namespace relgraph::render
