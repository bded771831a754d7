// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "relgraph/report.hpp"

namespace relgraph::report {

/// The diagram for a page that has the title of the article already.
[[nodiscard]] Drawing report_drawing(const Graph& graph, const ReportOptions& options);

/// The same as an SVG element that has no empty line, so that it may stand in Markdown.
[[nodiscard]] std::string report_picture(const Graph& graph, const ReportOptions& options);

/// A file name as a relative URL: everything but letters, digits and `-._~/` is percent-encoded, and a colon
/// can be no scheme.
[[nodiscard]] std::string url_of_file(std::string_view name);

}  // namespace relgraph::report
