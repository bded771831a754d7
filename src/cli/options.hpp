// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/extraction.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/projection.hpp"
#include "relgraph/reading.hpp"
#include "relgraph/render.hpp"

namespace relgraph::cli {

/// Options that several commands share. `add_…` declares them and opens nothing.

/// Which documents are read, and how: build, diagram, analyze.
struct InputOptions {
  std::vector<std::string> inputs;
  std::string format = "auto";
  std::string language;               ///< empty: as the document says or shows
  std::string extractor = "both";     ///< measured best (docs/grammar.md)
  std::vector<std::string> grammars;  ///< pattern files of the user

  [[nodiscard]] ReadOptions read_options() const;
};
void add_input_options(CLI::App& command, InputOptions& options);
void add_language_option(CLI::App& command, std::string& language);
/// What finds relations, by its name on the command line.
void add_extractor_option(CLI::App& command, std::string& extractor);
/// Patterns of the user's own: build, diagram, report, explain.
void add_grammar_option(CLI::App& command, std::vector<std::string>& grammars);
[[nodiscard]] Extractor extractor_of(std::string_view name);

/// Which part of a graph: render, rank, query, diagram.
struct FilterOptions {
  std::vector<std::string> types;
  std::vector<std::string> families;
  std::vector<std::string> statuses;
  std::vector<std::string> documents;
  std::vector<std::string> focus;
  std::vector<std::string> exclude;
  std::size_t hops = 1;
  double min_confidence = 0;

  /// The part of the graph that the options ask for; the graph itself if they ask for nothing.
  /// Errors: `Error{usage}` for unknown types, families, statuses, documents and entities.
  [[nodiscard]] Graph apply(Graph graph) const;
};
void add_filter_options(CLI::App& command, FilterOptions& options);
/// Without those that name entities or documents, which another graph may not have: diff.
void add_edge_filter_options(CLI::App& command, FilterOptions& options);

/// The shape of a graph that algorithms work on: rank, communities, stats.
struct ProjectionOptions {
  bool undirected = false;
  std::string weight = "none";

  [[nodiscard]] Weight kind() const;
  [[nodiscard]] Projection apply(const Graph& graph) const;
};
/// Declares --undirected and --weight, or --weight alone.
void add_projection_options(CLI::App& command, ProjectionOptions& options);
void add_weight_option(CLI::App& command, ProjectionOptions& options);

/// How a picture looks: render, diagram.
struct PictureOptions {
  RenderOptions render{};
  std::string engine = "auto";
  std::string width;  ///< empty: as drawn
  bool no_legend = false;

  /// Reads the file of a theme of one's own. Errors: `Error{input}` if it cannot be read.
  [[nodiscard]] RenderOptions render_options() const;
};
void add_picture_options(CLI::App& command, PictureOptions& options);
/// --top, where it cannot be mistaken for the number of rows of a table: render, diagram.
void add_top_option(CLI::App& command, PictureOptions& options);

/// Bytes of the largest graph file that is read.
inline constexpr std::size_t k_max_graph_bytes = std::size_t{4} << 30U;

/// Reads a graph file (`-` is standard input) and reports what there is to say about it.
[[nodiscard]] Graph load_graph(const std::string& path, Diagnostics& diagnostics);

/// Where output goes when the user did not say: standard output, or a file if that is a terminal and the
/// output is nothing to read there.
[[nodiscard]] std::string default_output(const std::string& file_name);

}  // namespace relgraph::cli
