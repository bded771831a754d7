// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/xml_table.hpp"
#include "relgraph/ontology.hpp"

// Source: graphml.graphdrawing.org/specification.html and its schema, version 1.0.

namespace relgraph::exchange {

namespace {

using enum ColumnType;

constexpr std::array k_graph_columns{OwnColumn{"format", text}, OwnColumn{"documents", text}};
constexpr std::array k_node_columns{OwnColumn{"label", text}, OwnColumn{"type", text},
                                    OwnColumn{"aliases", text}, OwnColumn{"mentions", whole},
                                    OwnColumn{"mention_list", text}};
constexpr std::array k_edge_columns{OwnColumn{"label", text},        OwnColumn{"type", text},
                                    OwnColumn{"status", text},       OwnColumn{"polarity", whole},
                                    OwnColumn{"confidence", number}, OwnColumn{"sentences", whole},
                                    OwnColumn{"evidence", text}};
constexpr std::size_t k_first_node = k_graph_columns.size();
constexpr std::size_t k_first_edge = k_first_node + k_node_columns.size();
constexpr std::size_t k_first_property = k_first_edge + k_edge_columns.size();

std::string_view type_name(ColumnType type) {
  switch (type) {
    case boolean: return "boolean";
    case whole: return "long";
    case number: return "double";
    case none:
    case text:
    case json: break;
  }
  return "string";
}

class Writer {
 public:
  explicit Writer(const Graph& graph) : m_table(graph, "GraphML") {
    const Graph& canonical = m_table.graph();
    m_graph_columns.survey(canonical.graph_extra, Scope::extra);
    m_graph_columns.survey(canonical.extra, Scope::file);
    for (const Node& node : canonical.nodes) m_node_columns.survey(node.extra, Scope::extra);
    for (const Edge& edge : canonical.edges) {
      m_edge_columns.survey(edge.attributes, Scope::attribute);
      m_edge_columns.survey(edge.extra, Scope::extra);
    }
    std::size_t next = m_graph_columns.finish(k_first_property);
    next = m_node_columns.finish(next);
    static_cast<void>(m_edge_columns.finish(next));
  }

  std::string write(Diagnostics& diagnostics) {
    m_out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    write_keys();
    m_out += "  <graph id=\"relgraph\" edgedefault=\"directed\">\n";
    write_graph_data();
    for (std::uint32_t i = 0; i < m_table.graph().nodes.size(); ++i) write_node(i);
    for (std::size_t i = 0; i < m_table.graph().edges.size(); ++i) write_edge(i);
    m_out += "  </graph>\n</graphml>\n";
    m_table.report(diagnostics);
    return std::move(m_out);
  }

 private:
  void key(std::size_t index, std::string_view owner, std::string_view title, ColumnType type) {
    m_out += "  <key";
    m_table.attribute(m_out, "id", "d" + std::to_string(index));
    m_table.attribute(m_out, "for", owner);
    m_table.attribute(m_out, "attr.name", title);
    m_table.attribute(m_out, "attr.type", type_name(type));
    m_out += "/>\n";
  }

  template <class List>
  void own_keys(std::size_t first, std::string_view owner, const List& list) {
    for (const OwnColumn& column : list) key(first++, owner, column.title, column.type);
  }

  void write_keys() {
    own_keys(0, "graph", k_graph_columns);
    own_keys(k_first_node, "node", k_node_columns);
    own_keys(k_first_edge, "edge", k_edge_columns);
    m_graph_columns.each([&](const Column& c) { key(c.index, "graph", c.title, c.type); });
    m_node_columns.each([&](const Column& c) { key(c.index, "node", c.title, c.type); });
    m_edge_columns.each([&](const Column& c) { key(c.index, "edge", c.title, c.type); });
  }

  void data(std::string_view indent, std::size_t index, std::string_view value) {
    m_out.append(indent).append("<data key=\"d").append(std::to_string(index)).append("\">");
    m_table.content(m_out, value);
    m_out += "</data>\n";
  }

  /// A list as JSON; an empty one is left out.
  template <class List>
  void list(std::string_view indent, std::size_t index, const List& items) {
    if (!items.empty()) data(indent, index, to_json(items));
  }

  void properties(std::string_view indent, const ColumnTable& columns, const Properties& values,
                  Scope scope) {
    m_table.properties(columns, values, scope, [&](const Column& column, std::string_view value) {
      data(indent, column.index, value);
    });
  }

  void write_graph_data() {
    constexpr std::string_view k_indent = "    ";
    const Graph& graph = m_table.graph();
    data(k_indent, 0, "relgraph/1");
    list(k_indent, 1, graph.documents);
    properties(k_indent, m_graph_columns, graph.graph_extra, Scope::extra);
    properties(k_indent, m_graph_columns, graph.extra, Scope::file);
  }

  void write_node(std::uint32_t index) {
    const Node& node = m_table.graph().nodes[index];
    m_out += "    <node";
    m_table.attribute(m_out, "id", m_table.id(index));
    m_out += ">\n";
    data(k_inner, k_first_node, node.label);
    data(k_inner, k_first_node + 1, node.type);
    list(k_inner, k_first_node + 2, node.aliases);
    data(k_inner, k_first_node + 3, std::to_string(node.mentions.size()));
    list(k_inner, k_first_node + 4, node.mentions);
    properties(k_inner, m_node_columns, node.extra, Scope::extra);
    m_out += "    </node>\n";
  }

  void write_edge(std::size_t index) {
    const Edge& edge = m_table.graph().edges[index];
    m_out += "    <edge";
    m_table.attribute(m_out, "id", "e" + std::to_string(index));
    m_table.attribute(m_out, "source", m_table.id(edge.source));
    m_table.attribute(m_out, "target", m_table.id(edge.target));
    m_out += ">\n";
    data(k_inner, k_first_edge, relation_label(edge.type, "en"));
    data(k_inner, k_first_edge + 1, edge.type);
    data(k_inner, k_first_edge + 2, to_string(edge.status));
    data(k_inner, k_first_edge + 3, std::to_string(static_cast<int>(edge.polarity)));
    data(k_inner, k_first_edge + 4, number_text(edge.confidence));
    data(k_inner, k_first_edge + 5, std::to_string(edge.evidence.size()));
    list(k_inner, k_first_edge + 6, edge.evidence);
    properties(k_inner, m_edge_columns, edge.attributes, Scope::attribute);
    properties(k_inner, m_edge_columns, edge.extra, Scope::extra);
    m_out += "    </edge>\n";
  }

  static constexpr std::string_view k_inner = "      ";
  XmlTable m_table;
  ColumnTable m_graph_columns{Owner::graph};
  ColumnTable m_node_columns{Owner::node};
  ColumnTable m_edge_columns{Owner::edge};
  std::string m_out;
};

}  // namespace

std::vector<ExchangeFile> write_graphml(const Graph& graph, Diagnostics& diagnostics) {
  return {{"", Writer(graph).write(diagnostics)}};
}

}  // namespace relgraph::exchange
