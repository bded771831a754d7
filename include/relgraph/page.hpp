// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph {

struct PageOptions {
  /// The picture in the page, and the language and title of the page. What the picture has no room for is in
  /// the page's table, search and side panel all the same.
  RenderOptions render{};
};

/// The graph as one HTML file that needs nothing else: the picture with search, filters, keyboard and the
/// evidence of every line, and all relations as a table. Without scripts the picture and the table remain.
/// Its content security policy allows its own scripts and styles, by their SHA-256, and nothing from
/// anywhere; text of the graph is data in it and nothing else. Only http and https addresses become links.
/// Input: any graph. Evidence may have the key `paragraph` with the text around its sentence.
/// Output: HTML 5 in UTF-8, German or English. Size: about 1 kB for each piece of evidence, and 60 kB.
/// Errors: those of draw(). Complexity: linear in the graph, apart from the picture.
/// Deterministic: yes. Thread-safe: yes.
[[nodiscard]] std::string to_html(const Graph& graph, const PageOptions& options);

}  // namespace relgraph
