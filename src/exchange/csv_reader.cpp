// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/csv.hpp"
#include "exchange/delimited.hpp"
#include "exchange/formats.hpp"
#include "exchange/record.hpp"
#include "graph/node_id.hpp"

namespace relgraph::exchange {

namespace {

constexpr std::size_t k_none = SIZE_MAX;

/// One table, its heading read.
struct Table {
  DelimitedReader rows;
  std::vector<std::string> columns{};
  std::vector<bool> is_text{};
  bool of_edges = false;
  std::unordered_map<std::string, std::size_t> places{};  ///< of columns by name in lower case

  [[nodiscard]] std::size_t find(std::string_view name) const {
    const auto found = places.find(std::string(name));
    return found == places.end() ? k_none : found->second;
  }
  [[nodiscard]] std::size_t find(std::string_view name, std::string_view other) const {
    const std::size_t place = find(name);
    return place == k_none ? find(other) : place;
  }
};

Table open_table(const ExchangeFile& file, Diagnostics& diagnostics) {
  Table table{DelimitedReader(file.text, file.name, diagnostics)};
  std::vector<Cell> heading;
  if (!table.rows.next(heading)) throw Error(ErrorCode::input, "is empty", {.file = file.name});
  NodeIds names;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    std::string name(undo_defuse(heading[i].text));
    if (name.empty()) name = "column_" + std::to_string(i + 1);
    table.columns.push_back(names.make_from(name));
    table.places.try_emplace(to_lower(table.columns.back()), i);
  }
  table.of_edges = table.find("source", "from") != k_none && table.find("target", "to") != k_none;
  for (const std::string& column : table.columns)
    table.is_text.push_back(is_text_column(table.of_edges, to_lower(column)));
  return table;
}

/// The text of a cell; empty where the row is shorter.
std::string text_at(const std::vector<Cell>& row, std::size_t place) {
  return place < row.size() ? std::string(undo_defuse(row[place].text)) : std::string();
}

/// Everything in the row but the columns that name the node or the ends.
Properties record_of(const Table& table, const std::vector<Cell>& row, std::size_t skip,
                     std::size_t skip_too) {
  Properties out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string_view text = undo_defuse(row[i].text);
    if (i == skip || i == skip_too || text.empty()) continue;
    out.push_back({table.columns[i], table.is_text[i] ? json_text(text) : json_of_cell(text)});
  }
  return out;
}

/// Calls `read` for every row that has anything in it.
template <class Read>
void each_row(Table& table, Read read) {
  std::vector<Cell> row;
  while (table.rows.next(row)) {
    const auto is_empty = [](const Cell& cell) { return cell.text.empty(); };
    if (std::ranges::all_of(row, is_empty)) continue;  // spreadsheets leave such rows at the end
    while (row.size() > table.columns.size() && row.back().text.empty()) row.pop_back();
    if (row.size() > table.columns.size())
      throw Error(ErrorCode::input,
                  "the row has " + std::to_string(row.size()) + " cells, the heading only " +
                      std::to_string(table.columns.size()),
                  table.rows.where(), "Put text that contains the delimiter in quotes");
    read(row);
  }
}

void read_nodes(Table& table, RecordReader& reader) {
  const std::size_t id = table.find("id", "label");
  each_row(table, [&](const std::vector<Cell>& row) {
    const bool by_label = text_at(row, id).empty() && table.find("label") != k_none;
    const std::size_t place = by_label ? table.find("label") : id;
    reader.add_node(text_at(row, place), record_of(table, row, place, k_none), table.rows.where());
  });
}

void read_edges(Table& table, RecordReader& reader) {
  const std::size_t source = table.find("source", "from");
  const std::size_t target = table.find("target", "to");
  each_row(table, [&](const std::vector<Cell>& row) {
    reader.add_edge(text_at(row, source), text_at(row, target), record_of(table, row, source, target),
                    table.rows.where());
  });
}

}  // namespace

Graph read_csv(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  RecordReader reader(diagnostics);
  std::optional<Table> edges;
  for (const ExchangeFile& file : files) {
    Table table = open_table(file, diagnostics);
    if (!table.of_edges) {
      if (table.find("id", "label") == k_none)
        throw Error(ErrorCode::input, "is no table of edges (columns Source and Target) or nodes (column Id)",
                    {.file = file.name, .line = 1});
      read_nodes(table, reader);
    } else if (edges) {
      throw Error(ErrorCode::input, "is a second table of edges, where one of nodes is expected",
                  {.file = file.name});
    } else {
      edges = std::move(table);
    }
  }
  if (edges) {
    read_edges(*edges, reader);
  } else {
    diagnostics.warn("is a table of nodes: a graph without edges", {.file = files.front().name});
  }
  return std::move(reader.graph());
}

}  // namespace relgraph::exchange
