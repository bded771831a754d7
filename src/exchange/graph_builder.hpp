// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/columns.hpp"
#include "graph/id_table.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::exchange {

/// Adds a property unless there is one of that name.
void add_if_new(Properties& properties, std::string name, std::string json);

/// A name from a file as it may stand in a message.
[[nodiscard]] std::string quoted(std::string_view name);

/// The kinds of values that a foreign column declares.
enum class ValueKind : std::uint8_t { text, number, boolean };

/// Which way a foreign edge goes.
enum class Direction : std::uint8_t { forward, undirected, mutual };

/// Builds a graph from what a foreign file says of its nodes and edges, in any order: gives columns their
/// meaning, makes up for what is missing, and keeps what relgraph does not know under `extra`. What it has to
/// change it says once for each kind of thing.
class GraphBuilder {
 public:
  /// Input: `bytes` is the size of the file; it bounds what defaults may add to it.
  GraphBuilder(std::string file, std::size_t bytes, Diagnostics& diagnostics);

  /// The column of that title; the same one for the same title.
  [[nodiscard]] std::uint32_t column(Owner owner, std::string_view title, ValueKind kind = ValueKind::text);
  /// The value of elements of that owner which give none.
  void set_default(std::uint32_t column, std::string_view text);

  /// One node or edge is open at a time; opening the next one closes it.
  /// Errors: `Error{input}` for an id that is empty or that another node has.
  void begin_node(std::string_view id);
  /// Ends that name no node become one. Input: `byte` is the place in the file.
  void begin_edge(std::string_view source, std::string_view target, Direction direction, std::size_t byte);
  /// A value of the open node or edge, or of the graph if the column is one of the graph.
  void set(std::uint32_t column, std::string_view text);
  /// Gives the edge a type that stands in no column.
  void set_edge_type(std::string_view type);
  void end();

  /// Gives a warning unless one of that kind was given. Input: `message` is called for the text.
  template <class Message>
  void warn_once(std::string_view kind, Message message) {
    if (is_first(kind)) m_diagnostics.warn(message(), {.file = m_file});
  }

  [[nodiscard]] Graph finish();

 private:
  /// Columns that are more than a property.
  enum class Field : std::uint8_t {
    property,
    ignored,
    node_id,
    format,
    documents,
    label,
    type,
    status,
    polarity,
    confidence,
    aliases,
    mentions,
    evidence,
    // What only the whole of a node or edge gives a meaning; `extra` if it has none.
    name,
    mention_count,
    edge_label,
    relation,
    interaction,
    kind,
    sentence_count,
  };
  static constexpr std::size_t k_first_pending = static_cast<std::size_t>(Field::name);
  static constexpr std::size_t k_pending =
      static_cast<std::size_t>(Field::sentence_count) - k_first_pending + 1;
  struct ColumnData {
    Owner owner = Owner::node;
    Field field = Field::property;
    Scope scope = Scope::extra;
    ValueKind kind = ValueKind::text;
    bool is_json = false;
    std::string name{};
    std::uint64_t last_element = 0;  ///< that gave a value
    std::optional<std::string> otherwise{};
  };
  struct Pending {
    bool given = false;
    std::string text{};
  };

  bool is_first(std::string_view kind);
  static Field field_of(Owner owner, std::string_view name);
  std::uint32_t node_of(std::string_view id);
  void reserve_edges(std::size_t byte);
  void set_graph_value(const ColumnData& column, std::string_view text);
  void set_node_value(const ColumnData& column, std::string_view text);
  void set_edge_value(const ColumnData& column, std::string_view text);
  void set_property(Properties& properties, const ColumnData& column, std::string_view text);
  void set_confidence(std::string_view text);
  void put_off(const ColumnData& column, std::string_view text);
  void misfit(std::string_view name, std::string_view text);
  void apply_defaults(Owner owner);
  void end_node();
  void end_edge();
  void settle_type(Edge& edge);
  void keep_pending(Properties& properties, Field field, std::string_view name);
  Pending& pending(Field field) { return m_pending.at(static_cast<std::size_t>(field) - k_first_pending); }
  Node& node() { return m_graph.nodes[m_node]; }
  Edge& edge() { return m_graph.edges.back(); }
  void take_node_ids();

  std::string m_file;
  std::size_t m_bytes;
  Diagnostics& m_diagnostics;
  Graph m_graph;
  IdTable m_ids{1024};
  std::vector<bool> m_declared;  ///< by node: whether it stood in the file itself
  std::vector<ColumnData> m_columns;
  std::unordered_map<std::string, std::uint32_t> m_by_name;
  std::array<std::vector<std::uint32_t>, 3> m_with_default;  ///< by owner
  std::size_t m_default_bytes = 0;
  std::vector<std::string> m_said;
  std::vector<std::pair<std::uint32_t, std::string>> m_column_ids;  ///< nodes with a column `id`

  // The open element.
  std::optional<Owner> m_open;
  std::uint64_t m_element = 0;
  std::uint32_t m_node = 0;
  Direction m_direction = Direction::forward;
  bool m_has_label = false;
  bool m_has_type = false;
  bool m_has_polarity = false;
  bool m_any_pending = false;
  std::array<Pending, k_pending> m_pending;
  Properties m_misfits;  ///< of the open element
  std::size_t m_first_edge_byte = 0;
};

}  // namespace relgraph::exchange
