// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"

// Delimited text (RFC 4180 and what spreadsheets make of it), for CSV and Neo4j.

namespace relgraph::exchange {

struct Cell {
  std::string text;
  bool quoted = false;  ///< blanks around text without quotes are not part of it
};

/// Reads rows: commas, semicolons or tabs as the first line has them (or says: `sep=;`), lines ending in
/// LF, CRLF or CR, cells in quotes with quotes doubled, a byte order mark. Empty lines are no rows.
/// Complexity: linear.
class DelimitedReader {
 public:
  /// Errors: `Error{input}` for UTF-16. Other bytes that are not UTF-8 become U+FFFD, with a warning.
  DelimitedReader(std::string_view text, std::string file, Diagnostics& diagnostics);

  /// Output: false at the end. Errors: `Error{input}` for quotes that are not closed.
  [[nodiscard]] bool next(std::vector<Cell>& row);
  /// Where the row that was read last begins.
  [[nodiscard]] Location where() const { return {.file = m_file, .line = m_row_line}; }

 private:
  void read_quoted(Cell& cell);
  void read_cell(Cell& cell);
  void end_line();

  std::string m_text;
  std::string m_file;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::size_t m_row_line = 1;
  char m_delimiter = ',';
};

/// Appends a cell, in quotes where it needs them or `always`. NUL, which most readers stop at, becomes
/// U+FFFD.
void append_cell(std::string& out, std::string_view text, bool always = false);

/// Makes text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@` first) plain by an apostrophe
/// before it, and takes that away again. Apostrophes that stand there already are told apart from it.
[[nodiscard]] std::string defuse(std::string_view text);
[[nodiscard]] std::string_view undo_defuse(std::string_view text);

/// The ids of the nodes as cells can hold them, still unique. Complexity: linear.
[[nodiscard]] std::vector<std::string> cell_ids(const Graph& graph);

}  // namespace relgraph::exchange
