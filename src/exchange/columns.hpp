// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "relgraph/graph.hpp"

// Formats with typed columns (GraphML, GEXF) hold a graph's values in a table of the nodes and one of the
// edges. A property becomes a column of its name. Three prefixes keep apart what would look the same, in
// names rather than in ids, because other programs hand on the names of columns and nothing else:
//   extra:X      an unknown key of a node or edge that has the name of a column or attribute of relgraph
//   attribute:X  an attribute of an edge other than amount, currency, date, duration, role and share
//   file:X       an unknown key of the file, where columns of the graph are otherwise keys of "graph"
//   json:X       after those: the values are JSON, because they are lists or objects or of several kinds

namespace relgraph::exchange {

/// Whose column it is.
enum class Owner : std::uint8_t { graph, node, edge };

/// Where a property stands in relgraph.
enum class Scope : std::uint8_t { extra, attribute, file };

enum class ColumnType : std::uint8_t { none, boolean, whole, number, text, json };

/// What the title of a column means.
struct ColumnName {
  Scope scope = Scope::extra;
  bool is_json = false;
  bool is_own = false;  ///< a column that relgraph itself defines: `label`, `type`, `status` …
  std::string name;
};
[[nodiscard]] ColumnName parse_column_title(Owner owner, std::string_view title);

/// One column of properties in a file that is written.
struct Column {
  ColumnType type = ColumnType::none;
  std::string title{};
  std::size_t index = 0;  ///< among all columns of the file, for its id
};

/// All columns of properties of the nodes, of the edges or of the graph. First every property is looked at,
/// then the columns have types and titles.
class ColumnTable {
 public:
  explicit ColumnTable(Owner owner) : m_owner(owner) {}

  void survey(const Properties& properties, Scope scope);
  /// Input: the index of the first column. Output: the one after the last.
  [[nodiscard]] std::size_t finish(std::size_t first);

  [[nodiscard]] const Column& find(Scope scope, std::string_view name) const;
  /// In the order of their indices. Columns that hold nothing but null are left out.
  void each(const std::function<void(const Column&)>& f) const;

 private:
  using Key = std::pair<Scope, std::string>;
  struct Less {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      if (a.first != b.first) return a.first < b.first;
      return std::string_view(a.second) < std::string_view(b.second);
    }
  };
  Owner m_owner;
  std::map<Key, Column, Less> m_columns;
};

/// The text of a property in its column; nothing for null, which no column can hold.
[[nodiscard]] std::optional<std::string> cell_text(const Property& property, const Column& column);

/// The type of an edge, with its status where that is another than asserted: no two edges of one direction
/// between the same nodes have the same.
[[nodiscard]] std::string edge_kind(const Edge& edge);

/// Text of a foreign column as JSON: a number or truth value if it is one, else a string.
[[nodiscard]] std::string number_or_text_json(std::string_view text);
[[nodiscard]] std::string boolean_or_text_json(std::string_view text);
[[nodiscard]] std::string text_json(std::string_view text);
/// The text itself if it is JSON, else a string.
[[nodiscard]] std::string json_or_text_json(std::string_view text);

/// A number with nothing but white space around it; also NaN and infinity.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

}  // namespace relgraph::exchange
