// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph {

/// Where the diagram of a report stands.
enum class PicturePlace : std::uint8_t { inlined, beside, none };

struct ReportOptions {
  /// The diagram; `labels` is also the language of the report and `title` its title. A page has less room
  /// than a screen, so fewer nodes are drawn than `RenderOptions` draws.
  RenderOptions render{.max_nodes = 24, .max_edges = 36};
  PicturePlace picture = PicturePlace::inlined;
  std::string picture_file{};    ///< `beside`: name of the SVG file beside the report
  std::size_t top_actors = 10;   ///< rows of the table of key actors
  std::size_t per_family = 10;   ///< pairs of actors shown in each family of relations
  std::size_t per_question = 8;  ///< shown of each kind of open question
  std::size_t table_rows = 25;   ///< of the timeline, the sums and the list of documents
  std::size_t passages = 3;      ///< sentences quoted for a pair
};

// A graph as a report to hand around: what the articles say in one diagram, key actors, relations with the
// sentences that state them, dates, sums of money, open questions, sources and the limits of the method.
// Reads well without the picture. Lists are cut at the budgets of the options, and say so. Any text may stand
// in the graph: it shows and does nothing else; its control characters and marks of direction are left out.
// Errors: as `draw`. Deterministic: yes, and no date of today.

/// One HTML file that stands alone: no scripts, no links to other files but a picture `beside`; a content
/// security policy forbids the rest.
[[nodiscard]] std::string report_html(const Graph& graph, const ReportOptions& options);

/// CommonMark with the tables of GitHub, without raw HTML except for an `inlined` picture.
[[nodiscard]] std::string report_markdown(const Graph& graph, const ReportOptions& options);

/// A4 pages with selectable text, an outline, and the diagram as vectors. A picture `beside` is inlined as
/// well. Fonts are those of the machine (Liberation Sans where it is installed), so the same bytes come from
/// the same machine only. Errors: also `Error{internal}` when cairo or librsvg cannot do it.
[[nodiscard]] std::string report_pdf(const Graph& graph, const ReportOptions& options);

}  // namespace relgraph
