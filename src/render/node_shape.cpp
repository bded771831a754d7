// SPDX-License-Identifier: Apache-2.0
#include "render/node_shape.hpp"

#include <array>
#include <vector>

#include "render/svg_writer.hpp"

namespace relgraph::render {

namespace {

constexpr double k_cut = 7;            ///< of the corners of a project
constexpr double k_point_ratio = 0.3;  ///< of a place: how far it points out, in heights
constexpr double k_slant = 9;          ///< of a product

double pointing(Box box) { return box.height() * k_point_ratio; }

/// Corners of the shapes with straight sides, clockwise.
std::vector<Point> corners(NodeShape shape, Box b) {
  const double middle = (b.top + b.bottom) / 2;
  switch (shape) {
    case NodeShape::place: {
      const double p = pointing(b);
      return {{b.left + p, b.top},     {b.right - p, b.top},   {b.right, middle},
              {b.right - p, b.bottom}, {b.left + p, b.bottom}, {b.left, middle}};
    }
    case NodeShape::project:
      return {{b.left + k_cut, b.top},     {b.right - k_cut, b.top},    {b.right, b.top + k_cut},
              {b.right, b.bottom - k_cut}, {b.right - k_cut, b.bottom}, {b.left + k_cut, b.bottom},
              {b.left, b.bottom - k_cut},  {b.left, b.top + k_cut}};
    case NodeShape::product:
      return {{b.left + k_slant, b.top}, {b.right, b.top}, {b.right - k_slant, b.bottom}, {b.left, b.bottom}};
    default: return {};
  }
}

bool inside_convex(const std::vector<Point>& polygon, Point p, double margin) {
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point a = polygon[i];
    const Point along = unit(polygon[(i + 1) % polygon.size()] - a);
    const Point to = p - a;
    if (along.x * to.y - along.y * to.x < -margin) return false;
  }
  return true;
}

bool inside_rounded(Box box, double radius, Point p, double margin) {
  const double dx = std::max({box.left + radius - p.x, 0.0, p.x - box.right + radius});
  const double dy = std::max({box.top + radius - p.y, 0.0, p.y - box.bottom + radius});
  return std::hypot(dx, dy) <= radius + margin;
}

double corner_radius(NodeShape shape, Box box) {
  switch (shape) {
    case NodeShape::person: return std::min(box.height() / 2, 17.0);
    case NodeShape::other: return 7;
    default: return 1.5;
  }
}

}  // namespace

double shape_inset(NodeShape shape, double height) {
  switch (shape) {
    case NodeShape::person: return 18;
    case NodeShape::place: return 2 * k_point_ratio * height + 4;
    case NodeShape::product: return 2 * k_slant + 4;
    default: return 14;
  }
}

bool inside(NodeShape shape, Box box, Point point, double margin) {
  const std::vector<Point> polygon = corners(shape, box);
  return polygon.empty() ? inside_rounded(box, corner_radius(shape, box), point, margin)
                         : inside_convex(polygon, point, margin);
}

void append_outline(std::string& out, NodeShape shape, Box box) {
  const std::vector<Point> polygon = corners(shape, box);
  if (!polygon.empty()) {
    out += "<path d=\"";
    append_lines_path(out, polygon);
    out += "z\"/>";
    return;
  }
  out += "<rect";
  append_attribute(out, "x", box.left);
  append_attribute(out, "y", box.top);
  append_attribute(out, "width", box.width());
  append_attribute(out, "height", box.height());
  append_attribute(out, "rx", corner_radius(shape, box));
  out += "/>";
}

std::string_view icon_path(NodeShape shape) {
  constexpr std::array<std::string_view, k_shape_names.size()> k_icons = {
      // head and shoulders
      "M6.5 1a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM1 12.5c0-3.4 2.2-4.9 5.5-4.9s5.5 1.5 5.5 4.9z",
      // a building with windows
      "M2 12.5v-11.5h9v11.5h-3.3v-2.5h-2.4v2.5zM4 3v1.6h1.7v-1.6zM7.3 3v1.6h1.7v-1.6zM4 6.3v1.6h1.7v-1.6z"
      "M7.3 6.3v1.6h1.7v-1.6z",
      // a pin on a map
      "M6.5 .5c-2.6 0-4.4 1.9-4.4 4.3c0 3 4.4 7.9 4.4 7.9s4.4-4.9 4.4-7.9c0-2.4-1.8-4.3-4.4-4.3z"
      "M6.5 3.2a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2z",
      // a flag
      "M2 .5h1.4v12h-1.4zM4.2 1.2h7.5l-2 3l2 3h-7.5z",
      // a box
      "M6.5 .6l5.3 2.6l-5.3 2.6l-5.3-2.6zM.9 4.3l5 2.5v5.8l-5-2.5zM12.1 4.3l-5 2.5v5.8l5-2.5z",
      // a ring
      "M6.5 1.5a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM6.5 4a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z"};
  return k_icons[index_of(shape)];
}

}  // namespace relgraph::render
