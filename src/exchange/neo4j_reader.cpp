// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/delimited.hpp"
#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/neo4j.hpp"
#include "exchange/record.hpp"
#include "graph/node_id.hpp"

namespace relgraph::exchange {

namespace {

enum class Role : std::uint8_t { property, id, label, start, end, type, ignored };

/// One column, from a title such as `name:string[]`, `personId:ID(Person)` or `:START_ID`.
struct Column {
  std::string name;
  Role role = Role::property;
  std::string space{};  ///< of ids: `Person`
  bool is_list = false;
  bool is_text = true;
};

struct Table {
  DelimitedReader rows;
  std::vector<Column> columns{};

  [[nodiscard]] const Column* find(Role role) const {
    const auto found = std::ranges::find(columns, role, &Column::role);
    return found == columns.end() ? nullptr : &*found;
  }
};

Role role_of(std::string_view type) {
  if (type == "ID") return Role::id;
  if (type == "LABEL") return Role::label;
  if (type == "START_ID") return Role::start;
  if (type == "END_ID") return Role::end;
  if (type == "TYPE") return Role::type;
  if (type == "IGNORE") return Role::ignored;
  return Role::property;
}

bool is_text_type(std::string_view type) {
  constexpr std::array<std::string_view, 8> k_others{"int",    "integer", "long", "float",
                                                     "double", "boolean", "byte", "short"};
  return std::ranges::find(k_others, type) == k_others.end();
}

Column parse_title(std::string_view title, std::size_t number) {
  Column column;
  const std::size_t colon = title.find(':');
  std::string_view type = colon == std::string_view::npos ? "" : title.substr(colon + 1);
  type = type.substr(0, type.find('{'));  // options
  if (const std::size_t open = type.find('('); open != std::string_view::npos) {
    column.space = type.substr(open + 1, type.find(')', open) - open - 1);
    type = type.substr(0, open);
  }
  if (type.ends_with("[]")) {
    column.is_list = true;
    type.remove_suffix(2);
  }
  column.role = role_of(type);
  column.is_text = is_text_type(to_lower(type));
  column.name = undo_neo4j_name(title.substr(0, colon));
  if (column.name.empty()) column.name = "column_" + std::to_string(number);
  return column;
}

Table open_table(const ExchangeFile& file, Diagnostics& diagnostics) {
  Table table{DelimitedReader(file.text, file.name, diagnostics)};
  std::vector<Cell> heading;
  if (!table.rows.next(heading)) throw Error(ErrorCode::input, "is empty", {.file = file.name});
  NodeIds names;
  for (const Cell& cell : heading) {
    table.columns.push_back(parse_title(cell.text, table.columns.size() + 1));
    Column& column = table.columns.back();
    column.name = names.make_from(column.name);
  }
  return table;
}

/// The items of `a;b`.
template <class Take>
void each_item(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string json_of_value(const Column& column, std::string_view text) {
  // Numbers that are none stay text.
  return column.is_text ? json_text(text) : json_of_cell(text);
}

void add_value(Properties& record, const Column& column, std::string_view text) {
  if (column.is_list) {
    std::string list = "[";
    each_item(text, [&](std::string_view item) {
      if (list.size() > 1) list += ',';
      list += json_of_value(column, item);
    });
    record.push_back({column.name, list + "]"});
  } else if (column.name.starts_with(k_json_prefix)) {
    record.push_back({column.name.substr(k_json_prefix.size()), json_of_cell(text)});
  } else {
    record.push_back({column.name, json_of_value(column, text)});
  }
}

/// The type of a node by its labels; further labels are kept.
void add_labels(Properties& record, std::string_view text) {
  std::vector<std::string> labels;
  each_item(text, [&](std::string_view label) { labels.emplace_back(label); });
  if (labels.size() > 1) std::erase(labels, k_common_label);
  if (labels.empty()) return;
  record.push_back({"type", json_text(labels.front())});
  if (labels.size() > 1) record.push_back({"labels", to_json(labels)});
}

/// Calls `read` for every row with its cells by column.
template <class Read>
void each_row(Table& table, Read read) {
  std::vector<Cell> row;
  while (table.rows.next(row)) {
    if (std::ranges::all_of(row, [](const Cell& cell) { return cell.text.empty(); })) continue;
    if (row.size() > table.columns.size())
      throw Error(ErrorCode::input,
                  "the row has " + std::to_string(row.size()) + " cells, the heading only " +
                      std::to_string(table.columns.size()),
                  table.rows.where());
    read(row);
  }
}

void read_nodes(Table& table, RecordReader& reader) {
  each_row(table, [&](const std::vector<Cell>& row) {
    std::string id;
    Properties record;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Column& column = table.columns[i];
      const std::string& text = row[i].text;
      if (text.empty()) continue;
      switch (column.role) {
        case Role::id: id = text; break;
        case Role::label: add_labels(record, text); break;
        case Role::property: add_value(record, column, text); break;
        default: break;
      }
    }
    reader.add_node(id, std::move(record), table.rows.where());
  });
}

/// Ids of another space than the table of nodes has are other nodes: `Film:1`.
std::string end_of(const Column& column, const std::string& space, const std::string& text) {
  const bool other = !text.empty() && !column.space.empty() && !space.empty() && column.space != space;
  return other ? column.space + ":" + text : text;
}

void read_edges(Table& table, const std::string& space, RecordReader& reader) {
  each_row(table, [&](const std::vector<Cell>& row) {
    std::string source;
    std::string target;
    Properties record;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Column& column = table.columns[i];
      const std::string& text = row[i].text;
      if (text.empty()) continue;
      switch (column.role) {
        case Role::start: source = end_of(column, space, text); break;
        case Role::end: target = end_of(column, space, text); break;
        case Role::type: record.push_back({"relation", json_text(text)}); break;
        case Role::property: add_value(record, column, text); break;
        default: break;
      }
    }
    reader.add_edge(source, target, std::move(record), table.rows.where());
  });
}

}  // namespace

Graph read_neo4j(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  RecordReader reader(diagnostics);
  std::optional<Table> edges;
  std::string space;
  for (const ExchangeFile& file : files) {
    Table table = open_table(file, diagnostics);
    if (const Column* id = table.find(Role::id); id != nullptr) {
      space = id->space;
      read_nodes(table, reader);
    } else if (table.find(Role::start) == nullptr || table.find(Role::end) == nullptr || edges) {
      throw Error(ErrorCode::input,
                  edges ? "is a second table of relationships, where one of nodes is expected"
                        : "is no table for Neo4j: its heading has neither :ID nor :START_ID and :END_ID",
                  {.file = file.name, .line = 1});
    } else {
      edges = std::move(table);
    }
  }
  if (edges) {
    read_edges(*edges, space, reader);
  } else {
    diagnostics.warn("is a table of nodes: a graph without edges", {.file = files.front().name});
  }
  return std::move(reader.graph());
}

}  // namespace relgraph::exchange
