// SPDX-License-Identifier: Apache-2.0
#include "report/picture.hpp"

#include "base/percent.hpp"

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

std::string url_of_file(std::string_view name) { return percent_encoded(name, "-._~/"); }

}  // namespace relgraph::report
