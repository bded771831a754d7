// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "relgraph/graph.hpp"

// Formats of named values (CSV, Neo4j, Cytoscape JSON) hold a node or an edge as a record: a name with a JSON
// value each. What relgraph knows stands under its own name; an unknown key and a known attribute under
// theirs; two prefixes keep apart what would look the same:
//   extra:X      an unknown key that has the name of a value of relgraph
//   attribute:X  an attribute of an edge other than amount, currency, date, duration, role and share

namespace relgraph::exchange {

/// Types of what says none, as in graph files.
inline constexpr std::string_view k_default_node_type = "unknown";
inline constexpr std::string_view k_default_edge_type = "related_to";

/// label, type, aliases, mentions (a list), and the unknown keys.
[[nodiscard]] Properties node_record(const Node& node);

/// type, label (in English), status, polarity, confidence, weight (the file's own or the number of
/// sentences), sentences (their number), the attributes, the unknown keys, sentence (the first one) and
/// evidence (a list).
[[nodiscard]] Properties edge_record(const Edge& edge);

[[nodiscard]] std::string json_text(std::string_view text);
/// A text, or a number or truth value as text; nothing for lists, objects and null.
[[nodiscard]] std::optional<std::string> text_of_json(std::string_view json);
/// The text as compact JSON if it is JSON, else as a JSON string; so tables need no types.
[[nodiscard]] std::string json_of_cell(std::string_view text);
/// The contrary: a cell that json_of_cell() reads as this value.
[[nodiscard]] std::string cell_of_json(std::string_view json);

/// A warning that is given once for each thing.
void warn_once(Diagnostics& diagnostics, std::string message, Location where);
/// Says what a format without lists of documents and unknown keys of the file leaves out of this graph.
void warn_lost_frame(const Graph& graph, std::string_view format, Diagnostics& diagnostics);
void warn_lost_mentions(const Graph& graph, std::string_view format, Diagnostics& diagnostics);

/// Builds a graph from the records of a foreign file: gives names their meaning, makes up for what is
/// missing, and keeps what relgraph does not know as `extra`.
class RecordReader {
 public:
  explicit RecordReader(Diagnostics& diagnostics) : m_diagnostics(diagnostics) {}

  /// Errors: `Error{input}` for an id that is empty or that another node has.
  void add_node(const std::string& id, Properties&& record, const Location& where);
  /// Ends that name no node become one.
  /// Errors: `Error{input}` for an end that is empty and a confidence that is none.
  void add_edge(const std::string& source, const std::string& target, Properties&& record,
                const Location& where);
  [[nodiscard]] bool has_node(const std::string& id) const { return m_ids.contains(id); }
  [[nodiscard]] Graph& graph() { return m_graph; }

 private:
  struct EdgeDraft;

  std::uint32_t node_of(const std::string& id, const Location& where);
  void keep(Properties& extra, std::string_view name, bool is_taken, std::string&& json);
  void keep(Node& node, std::string_view name, std::string&& json);
  void keep(Edge& edge, std::string_view name, std::string&& json);
  static bool take_node_value(Node& node, std::string& name, const std::string& lower, Property& property);
  static bool take_type(EdgeDraft& draft, const std::string& lower, const Property& property);
  bool take_value(EdgeDraft& draft, const std::string& lower, Property& property, const Location& where);
  bool take_attribute(Edge& edge, const std::string& lower, Property& property);
  void set_status(Edge& edge, Property& property, const Location& where);
  void set_polarity(EdgeDraft& draft, Property& property, const Location& where);
  void set_confidence(Edge& edge, Property& property, const Location& where);
  void set_evidence(Edge& edge, Property& property, const Location& where);
  void settle_type(EdgeDraft& draft, const Location& where);
  void settle_counts(EdgeDraft& draft);

  Diagnostics& m_diagnostics;
  Graph m_graph;
  std::unordered_map<std::string, std::uint32_t> m_ids;
  std::unordered_set<std::string> m_kept;        ///< names of `extra` in the record being read
  std::unordered_set<std::string> m_attributes;  ///< and of the attributes
};

}  // namespace relgraph::exchange
