// SPDX-License-Identifier: Apache-2.0
#include "cli/picture.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>

#include "relgraph/exchange.hpp"
#include "relgraph/page.hpp"

namespace relgraph::cli {

namespace {

using Writer = std::string (*)(const Graph&, const RenderOptions&, Diagnostics&);

Drawing drawn(const Graph& graph, const RenderOptions& options, Diagnostics& diagnostics) {
  Drawing drawing = draw(graph, options);
  diagnostics.entries.insert(diagnostics.entries.end(), drawing.findings.entries.begin(),
                             drawing.findings.entries.end());
  return drawing;
}

std::string as_svg(const Graph& graph, const RenderOptions& options, Diagnostics& diagnostics) {
  return drawn(graph, options, diagnostics).svg;
}

std::string as_png(const Graph& graph, const RenderOptions& options, Diagnostics& diagnostics) {
  return to_png(drawn(graph, options, diagnostics), options.dpi);
}

std::string as_pdf(const Graph& graph, const RenderOptions& options, Diagnostics& diagnostics) {
  return to_pdf(drawn(graph, options, diagnostics));
}

std::string as_html(const Graph& graph, const RenderOptions& options, Diagnostics& /*diagnostics*/) {
  return to_html(graph, {.render = options});
}

std::string as_dot(const Graph& graph, const RenderOptions& /*options*/, Diagnostics& /*diagnostics*/) {
  return to_dot(graph);
}

struct PictureFormat {
  std::string_view ending;
  Writer write;
};

constexpr std::array<PictureFormat, 7> k_formats{{{".svg", as_svg},
                                                  {".png", as_png},
                                                  {".pdf", as_pdf},
                                                  {".html", as_html},
                                                  {".htm", as_html},
                                                  {".dot", as_dot},
                                                  {".gv", as_dot}}};

const PictureFormat& format_of(const std::string& output) {
  if (output == "-") return k_formats.front();
  std::string ending = std::filesystem::path(output).extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (ending.empty()) return k_formats.front();  // /dev/stdout, a file named by a script
  const auto* const found = std::ranges::find(k_formats, ending, &PictureFormat::ending);
  if (found != k_formats.end()) return *found;
  std::string known;
  for (const PictureFormat& format : k_formats) {
    known.append(known.empty() ? "" : ", ").append(format.ending);
  }
  throw Error(ErrorCode::usage, "'" + ending + "' is not a format that can be written", {.file = output},
              "Endings of pictures: " + known);
}

}  // namespace

void require_picture_ending(const std::string& output) { (void)format_of(output); }

std::string picture_as(const std::string& output, const Graph& graph, const RenderOptions& options,
                       Diagnostics& diagnostics) {
  return format_of(output).write(graph, options, diagnostics);
}

}  // namespace relgraph::cli
