// SPDX-License-Identifier: Apache-2.0
#include "cli/picture.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string_view>
#include <utility>

#include "relgraph/exchange.hpp"
#include "relgraph/page.hpp"

namespace relgraph::cli {

namespace {

using Writer = PictureFile (*)(const Graph&, const RenderOptions&);

PictureFile file_of(std::string bytes, Drawing&& drawing) {
  return {std::move(bytes), std::move(drawing.findings), std::move(drawing.positions)};
}

PictureFile as_svg(const Graph& graph, const RenderOptions& options) {
  Drawing drawing = draw(graph, options);
  std::string bytes = std::move(drawing.svg);
  return file_of(std::move(bytes), std::move(drawing));
}

PictureFile as_png(const Graph& graph, const RenderOptions& options) {
  Drawing drawing = draw(graph, options);
  std::string bytes = to_png(drawing, options.dpi);
  return file_of(std::move(bytes), std::move(drawing));
}

PictureFile as_pdf(const Graph& graph, const RenderOptions& options) {
  Drawing drawing = draw(graph, options);
  std::string bytes = to_pdf(drawing);
  return file_of(std::move(bytes), std::move(drawing));
}

PictureFile as_html(const Graph& graph, const RenderOptions& options) {
  return {.bytes = to_html(graph, {.render = options})};
}

PictureFile as_dot(const Graph& graph, const RenderOptions& /*options*/) { return {.bytes = to_dot(graph)}; }

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

PictureFile picture_as(const std::string& output, const Graph& graph, const RenderOptions& options) {
  PictureFile file = format_of(output).write(graph, options);
  // pages and DOT files do not say where things stand
  if (options.keep && !file.positions) file.positions = draw(graph, options).positions;
  return file;
}

}  // namespace relgraph::cli
