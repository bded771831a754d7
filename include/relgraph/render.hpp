// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/length.hpp"
#include "relgraph/positions.hpp"

namespace relgraph {

enum class LayoutEngine : std::uint8_t { automatic, dot, neato };

struct RenderOptions {
  std::string labels{};           ///< `de`, `en`, or empty: the language of most documents, English if none
  std::string title{};            ///< empty: the title of the only document, or none
  std::string theme = "default";  ///< name of a file in data/themes
  /// A theme of one's own as TOML (docs/themes.md); `theme` then names it in messages.
  std::optional<std::string> theme_toml{};
  LayoutEngine engine = LayoutEngine::automatic;
  std::size_t max_nodes = 40;  ///< above it only the core is drawn, and the picture says so
  std::size_t max_edges = 60;  ///< lines after parallel edges are joined
  std::string id_prefix{};     ///< of every id in the SVG; empty: from a hash of the graph
  bool legend = true;
  bool links = true;    ///< lines lead to the sentence on the page of their source, where it has one
  bool heading = true;  ///< title, date and source above the drawing
  std::vector<std::string> groups{};  ///< heading of the group of each of Graph::nodes; nodes with an empty
                                      ///< one are in no group (relgraph/grouping.hpp). Empty: no groups
  std::vector<double> sizes{};        ///< a value for each of Graph::nodes: greater ones get larger boxes, in
                                      ///< four steps by rank. Empty: all boxes have the same text size
  std::string sizes_name{};           ///< what the legend calls the values
  std::optional<Positions> keep{};    ///< of an earlier picture: what it names stays there as far as it can
  std::optional<Length> width{};      ///< of the picture on its page; the height follows. None: 1 px for 1 px
  double dpi = 192;                   ///< pixels an inch of a PNG
};

/// A line of a picture: all relations of two nodes in one direction, or in both if `mutual`.
struct DrawnLine {
  std::string id;            ///< of its `<g>` in the SVG
  std::uint32_t source = 0;  ///< index into Graph::nodes
  std::uint32_t target = 0;
  bool mutual = false;
  std::vector<std::uint32_t> edges;  ///< indices into Graph::edges, weightiest first
};

/// A node of a picture.
struct DrawnNode {
  std::string id;          ///< of its `<g>` in the SVG
  std::uint32_t node = 0;  ///< index into Graph::nodes
};

/// A picture and what stands where in it, for what is built around it.
struct Drawing {
  std::string svg;               ///< a self-contained SVG 1.1 document
  std::string id;                ///< of its root; every other id starts with it
  std::string language;          ///< of its words: `de` or `en`
  double width = 0;              ///< px
  double height = 0;             ///< px
  std::vector<DrawnNode> nodes;  ///< in the order of Graph::nodes
  std::vector<DrawnLine> lines;
  Positions positions;     ///< for RenderOptions::keep of the next picture; draw with `keep` (which may be
                           ///< empty) to have it give the same bytes again
  std::string title{};     ///< for people who do not see it; never empty
  double scale = 1;        ///< how much larger RenderOptions::width shows it: 2 doubles `width`
  double font_width = 1;   ///< its text was measured so much wider than Arial
  Diagnostics findings{};  ///< text too small to read, weak contrast in a theme of one's own
};

/// The graph as a diagram: laid out by Graphviz, drawn by relgraph with its own text metrics, so that the
/// same graph gives the same bytes on every machine.
/// Any text may stand in labels: it is escaped, and characters that XML forbids are replaced.
/// Errors: `Error{usage}` for an unknown theme, a width out of bounds, groups together with `neato` or with
/// `keep`, groups or sizes that are not one for each node; `Error{input}` with file and line for a bad theme
/// of one's own; `Error{internal}` when Graphviz is not installed whole. Deterministic: yes.
/// Thread-safe: yes (layouts are serialised, Graphviz is not thread-safe).
[[nodiscard]] Drawing draw(const Graph& graph, const RenderOptions& options);

/// The SVG alone.
[[nodiscard]] std::string to_svg(const Graph& graph, const RenderOptions& options);

/// Inches of the widest and the tallest picture that has a size on paper (the limit of PDF).
inline constexpr double k_max_inches = 200;

/// A drawing as pixels, `dpi` of them an inch (96 is one for each px of the SVG), with that density noted in
/// the file. Text is set in the fonts of this machine, and smaller if they are wider than the drawing
/// expects, so the bytes are the same for the same fonts and libraries only. Errors: `Error{usage}` for more
/// than 20,000 pixels a side or 80 million in all, and for a `dpi` that is not between 10 and 2,400;
/// `Error{internal}` when librsvg or Cairo fail. Deterministic: yes, on one machine. Thread-safe: yes.
[[nodiscard]] std::string to_png(const Drawing& drawing, double dpi);
[[nodiscard]] std::string to_png(const Graph& graph, const RenderOptions& options);

/// A drawing as one page of PDF 1.5 of its size: vectors, text that can be searched and copied, the title as
/// metadata, links if it has any, no date. Fonts are embedded. Errors, determinism and threads: as to_png.
[[nodiscard]] std::string to_pdf(const Drawing& drawing);
[[nodiscard]] std::string to_pdf(const Graph& graph, const RenderOptions& options);

/// Names of the themes that are built in.
[[nodiscard]] std::vector<std::string> theme_names();

}  // namespace relgraph
