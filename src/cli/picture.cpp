// SPDX-License-Identifier: Apache-2.0
#include "cli/picture.hpp"

#include <filesystem>

#include "relgraph/error.hpp"
#include "relgraph/exchange.hpp"
#include "relgraph/page.hpp"

namespace relgraph::cli {

std::string picture_as(const std::string& output, const Graph& graph, const RenderOptions& options) {
  const std::string ending = std::filesystem::path(output).extension().string();
  if (ending == ".html" || ending == ".htm") return to_html(graph, {.render = options});
  if (ending == ".dot" || ending == ".gv") return to_dot(graph);
  if (ending == ".svg" || output == "-") return to_svg(graph, options);
  throw Error(ErrorCode::usage, "'" + ending + "' is not a format that can be written", {.file = output},
              "Endings are .svg, .html and .dot; other programs turn an SVG into PNG or PDF, for instance "
              "'rsvg-convert -o picture.png picture.svg'");
}

}  // namespace relgraph::cli
