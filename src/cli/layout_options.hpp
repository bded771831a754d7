// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/session.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/render.hpp"

namespace relgraph::cli {

/// What decides where things stand in a picture and how large they are: render, diagram.
struct LayoutOptions {
  std::string keep;  ///< file of positions
  std::string group_by;
  std::string size_by;

  /// The options of a picture of this graph. Errors: `Error{input}` for a bad file of positions,
  /// `Error{usage}` for a measure or attribute that there is not.
  [[nodiscard]] RenderOptions apply(RenderOptions render, const Graph& graph) const;
  /// Writes the positions of the picture if they are to be kept.
  void save(const Positions& positions) const;
};
void add_layout_options(CLI::App& command, LayoutOptions& options);

}  // namespace relgraph::cli
