// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace relgraph::cli {

namespace {

const std::vector<std::string> k_format_names{"table", "json", "csv", "markdown"};

std::string csv_cell(const std::string& cell, bool number) {
  std::string text = cell;
  if (!number && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string markdown_cell(const std::string& cell) {
  std::string out;
  for (const char c : printable(cell)) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '&': out += "&amp;"; break;
      case '|':
      case '\\':
      case '*':
      case '_':
      case '`':
      case '[':
      case ']':
        out += '\\';
        out += c;
        break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

void add_format_option(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "How to write the result (default: table)")
      ->type_name("table|json|csv|markdown")
      ->check(CLI::IsMember(k_format_names).description(""));
}

TableFormat parse_table_format(const std::string& name) {
  return static_cast<TableFormat>(std::ranges::find(k_format_names, name) - k_format_names.begin());
}

std::string to_text(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) widths.push_back(display_width(column.heading));
  std::vector<std::vector<std::string>> rows{{}};
  for (const auto& column : table.columns) rows.front().push_back(column.heading);
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const std::string& cell : row) cells.push_back(printable(cell));
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - display_width(row[i]), ' ');
      line += table.columns[i].right ? gap + row[i] : row[i] + gap;
      line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    out += (i == 0 ? "" : ",") + csv_cell(table.columns[i].heading, false);
  }
  out += "\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out += (i == 0 ? "" : ",") + csv_cell(row[i], table.columns[i].right);
    out += "\n";
  }
  return out;
}

std::string to_markdown(const Table& table) {
  std::string out = "|";
  for (const auto& column : table.columns) out += " " + column.heading + " |";
  out += "\n|";
  for (const auto& column : table.columns) out += column.right ? " ---: |" : " --- |";
  out += "\n";
  for (const auto& row : table.rows) {
    out += "|";
    for (const std::string& cell : row) out += " " + markdown_cell(cell) + " |";
    out += "\n";
  }
  return out;
}

std::string table_number(double value, bool whole) {
  if (std::isnan(value)) return "";
  std::array<char, 400> buffer{};
  char* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                  std::chars_format::fixed, whole ? 0 : 6)
                        .ptr;
  return {buffer.data(), end};
}

}  // namespace relgraph::cli
