// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/columns.hpp"
#include "exchange/xml_text.hpp"
#include "relgraph/graph.hpp"

// What the writers of GraphML and GEXF have in common: a canonical graph as a table of nodes and one of
// edges.

namespace relgraph::exchange {

/// A column that relgraph itself defines.
struct OwnColumn {
  std::string_view title;
  ColumnType type;
};

class XmlTable {
 public:
  /// Input: `format` is the name for warnings. What the format cannot hold is noted while it is written.
  XmlTable(const Graph& graph, std::string_view format);

  [[nodiscard]] const Graph& graph() const { return m_graph; }
  /// The id of a node in the file; unlike its own only if XML cannot hold that one.
  [[nodiscard]] const std::string& id(std::uint32_t node) const { return m_ids[node]; }

  /// Appends ` name="value"`.
  void attribute(std::string& out, std::string_view name, std::string_view value);
  void content(std::string& out, std::string_view text);
  /// Calls `cell(column, text)` for each property that is not null.
  template <class Cell>
  void properties(const ColumnTable& columns, const Properties& properties, Scope scope, Cell cell) {
    for (const Property& property : properties) {
      const Column& column = columns.find(scope, property.name);
      if (const auto text = cell_text(property, column)) {
        cell(column, *text);
      } else {
        m_has_null = true;
      }
    }
  }

  /// Warns of what was lost.
  void report(Diagnostics& diagnostics) const;

 private:
  void make_ids();

  Graph m_graph;
  std::string_view m_format;
  std::vector<std::string> m_ids;
  bool m_has_new_ids = false;
  bool m_has_null = false;
  bool m_has_replaced = false;
};

/// A number as these formats have it: the shortest that reads back the same.
[[nodiscard]] std::string number_text(double value);

}  // namespace relgraph::exchange
