// SPDX-License-Identifier: Apache-2.0
#include "report/picture.hpp"

#include <cctype>

namespace relgraph::report {

Drawing report_drawing(const Graph& graph, const ReportOptions& options) {
  RenderOptions render = options.render;
  render.heading = false;  // the report has one
  return draw(graph, render);
}

std::string report_picture(const Graph& graph, const ReportOptions& options) {
  const std::string svg = report_drawing(graph, options).svg;
  std::string out;
  out.reserve(svg.size());
  for (const char c : svg) {
    if (c != '\n' || !out.ends_with('\n')) out += c;
  }
  return out;
}

std::string url_of_file(std::string_view name) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 &&
        (std::isalnum(byte) != 0 || std::string_view("-._~/").find(c) != std::string_view::npos)) {
      out += c;
    } else {
      out += '%';
      out += k_digits[byte >> 4U];
      out += k_digits[byte & 15U];
    }
  }
  return out;
}

}  // namespace relgraph::report
