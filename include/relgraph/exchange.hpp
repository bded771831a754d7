// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

/// A file of a graph in a foreign format: most have one, tables of nodes and edges are two.
struct ExchangeFile {
  std::string name;  ///< reading: for messages; writing: what goes between stem and ending ("" or "-nodes")
  std::string text;
};

/// A format of other programs. Writers take any graph, sort it first, and are deterministic: the same graph
/// gives the same bytes. They write UTF-8; code points that the format cannot hold become U+FFFD. What a
/// format cannot carry is left out, and said once for each kind of thing as a warning.
struct ExchangeFormat {
  std::string_view name;                      ///< `graphml`, as `--to` takes it
  std::span<const std::string_view> endings;  ///< of file names, with the dot, the first one preferred
  std::string_view meaning;                   ///< one line for `--help`
  std::vector<ExchangeFile> (*write)(const Graph&, Diagnostics&);  ///< null: cannot be written
  /// Errors: `Error{input}` with file and line where known. Null: cannot be read.
  Graph (*read)(std::span<const ExchangeFile>, Diagnostics&);
};

[[nodiscard]] std::span<const ExchangeFormat> exchange_formats();

/// By name (`graphml`) or by the ending of a file name (`out.graphml`).
/// Errors: `Error{usage}` with the known ones as hint.
[[nodiscard]] const ExchangeFormat& find_exchange_format(std::string_view name);
[[nodiscard]] const ExchangeFormat& exchange_format_of_file(std::string_view path);

/// The graph in the DOT language, for Graphviz and the tools that read it: every node and edge with its
/// type, status and confidence; the attributes of relgraph's own start with `relgraph_`.
/// Deterministic: yes. Source: graphviz.org/doc/info/lang.html.
[[nodiscard]] std::string to_dot(const Graph& graph);

}  // namespace relgraph
