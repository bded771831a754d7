// SPDX-License-Identifier: Apache-2.0
#include "render/line_style.hpp"

#include <array>

#include "render/svg_writer.hpp"

namespace relgraph::render {

namespace {

constexpr std::array<double, 3> k_widths = {1.3, 2.1, 3.1};
constexpr double k_former_width = 0.9;

/// Half the width of a head; grows with its line, so that it stays a head.
double head_half_width(double width) { return 3.2 + width * 0.7; }

double triangle_length(double width) { return 6.5 + width; }

}  // namespace

std::size_t width_step(std::size_t evidence) { return evidence >= 4 ? 2 : evidence >= 2 ? 1 : 0; }

double line_width(std::size_t step, Status status) {
  return status == Status::former ? k_former_width : k_widths[std::min(step, k_widths.size() - 1)];
}

std::string dashes(Status status, double width) {
  std::string out;
  const auto pair = [&](double on, double off) {
    append_number(out, on);
    out += ' ';
    append_number(out, off);
  };
  switch (status) {
    // Short enough that the piece between a box and a label close to it shows a gap.
    case Status::reported: pair(2.5 + width, 2.2 + width); break;
    case Status::planned: pair(7 + width, 2.2 + width); break;
    case Status::negated: pair(width, 2 + width); break;
    case Status::asserted:
    case Status::former: break;
  }
  return out;
}

double head_length(Polarity polarity, double width) {
  return polarity == Polarity::neutral ? 1 : triangle_length(width) - 1;
}

void append_head(std::string& out, Polarity polarity, double width, Point tip, Point along) {
  const Point across{-along.y, along.x};
  const double half = head_half_width(width);
  const double back = triangle_length(width);
  const Point foot = tip - along * back;
  append_lines_path(out, std::array<Point, 3>{foot + across * half, tip, foot - across * half});
  if (polarity == Polarity::neutral) return;
  out += 'z';
  if (polarity == Polarity::negative) {
    append_lines_path(out, std::array<Point, 2>{tip + across * (half + 1.5), tip - across * (half + 1.5)});
  }
}

bool head_is_filled(Polarity polarity) { return polarity != Polarity::neutral; }

}  // namespace relgraph::render
