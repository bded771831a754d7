// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace relgraph::cli {

/// What `--format` may say.
enum class TableFormat : std::uint8_t { table, json, csv, markdown };
void add_format_option(CLI::App& command, std::string& format);
[[nodiscard]] TableFormat parse_table_format(const std::string& name);

/// Rows of text under headings; numbers stand to the right.
struct Table {
  struct Column {
    std::string heading;
    bool right = false;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
};

/// For reading: aligned, two blanks between columns, control characters made visible.
[[nodiscard]] std::string to_text(const Table& table);
/// RFC 4180 with LF line ends; a cell that a spreadsheet would take for a formula gets a `'` in front.
[[nodiscard]] std::string to_csv(const Table& table);
/// A pipe table (GitHub Flavored Markdown, section 4.10), with what Markdown or HTML would read escaped.
[[nodiscard]] std::string to_markdown(const Table& table);

/// A value for a table: whole numbers as such, others with six decimals.
[[nodiscard]] std::string table_number(double value, bool whole);

}  // namespace relgraph::cli
