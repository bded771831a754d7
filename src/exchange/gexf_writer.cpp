// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/xml_table.hpp"
#include "relgraph/ontology.hpp"

// Source: gexf.net, version 1.3.

namespace relgraph::exchange {

namespace {

using enum ColumnType;

constexpr std::array k_node_columns{OwnColumn{"type", text}, OwnColumn{"aliases", text},
                                    OwnColumn{"mentions", whole}, OwnColumn{"mention_list", text}};
constexpr std::array k_edge_columns{OwnColumn{"type", text},       OwnColumn{"status", text},
                                    OwnColumn{"polarity", whole},  OwnColumn{"confidence", number},
                                    OwnColumn{"sentences", whole}, OwnColumn{"evidence", text}};

std::string_view type_name(ColumnType type, std::string_view title) {
  switch (type) {
    case boolean: return "boolean";
    case whole: return "long";
    case number: return "double";
    case none:
    case text:
    case json: break;
  }
  return title == "aliases" ? "liststring" : "string";
}

/// The weight of an edge is an attribute of its own in GEXF if it is a number for all edges that have one.
bool has_weights(const Graph& graph) {
  return std::ranges::all_of(graph.edges, [](const Edge& edge) {
    return find_property(edge.extra, "weight") == nullptr || number_property(edge.extra, "weight");
  });
}

class Writer {
 public:
  explicit Writer(const Graph& graph) : m_table(graph, "GEXF"), m_has_weights(has_weights(graph)) {
    for (const Node& node : m_table.graph().nodes) m_node_columns.survey(node.extra, Scope::extra);
    for (const Edge& edge : m_table.graph().edges) {
      m_edge_columns.survey(edge.attributes, Scope::attribute);
      m_edge_columns.survey(other_properties(edge), Scope::extra);
    }
    static_cast<void>(m_node_columns.finish(k_node_columns.size()));
    static_cast<void>(m_edge_columns.finish(k_edge_columns.size()));
  }

  std::string write(Diagnostics& diagnostics) {
    m_out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";
    write_meta();
    m_out += "  <graph defaultedgetype=\"directed\" mode=\"static\">\n";
    write_attributes("node", k_node_columns, m_node_columns);
    write_attributes("edge", k_edge_columns, m_edge_columns);
    m_out += "    <nodes>\n";
    for (std::uint32_t i = 0; i < m_table.graph().nodes.size(); ++i) write_node(i);
    m_out += "    </nodes>\n    <edges>\n";
    for (std::size_t i = 0; i < m_table.graph().edges.size(); ++i) write_edge(i);
    m_out += "    </edges>\n  </graph>\n</gexf>\n";
    report(diagnostics);
    return std::move(m_out);
  }

 private:
  [[nodiscard]] bool is_weight(const Property& property) const {
    return m_has_weights && property.name == "weight";
  }

  [[nodiscard]] Properties other_properties(const Edge& edge) const {
    Properties out;
    for (const Property& property : edge.extra) {
      if (!is_weight(property)) out.push_back(property);
    }
    return out;
  }

  /// No date: the same graph gives the same file on any day. The documents are named for people; GEXF has no
  /// place for values of a graph.
  void write_meta() {
    m_out += "  <meta>\n    <creator>relgraph</creator>\n";
    std::string names;
    for (const DocumentInfo& document : m_table.graph().documents) {
      names += names.empty() ? "Documents: " : "; ";
      names += document.title.empty() ? document.id : document.title + " (" + document.id + ")";
    }
    if (!names.empty()) {
      m_out += "    <description>";
      m_table.content(m_out, names);
      m_out += "</description>\n";
    }
    m_out += "  </meta>\n";
  }

  void write_attribute(std::size_t index, std::string_view title, ColumnType type) {
    m_out += "      <attribute";
    m_table.attribute(m_out, "id", std::to_string(index));
    m_table.attribute(m_out, "title", title);
    m_table.attribute(m_out, "type", type_name(type, title));
    m_out += "/>\n";
  }

  template <class List>
  void write_attributes(std::string_view owner, const List& own, const ColumnTable& columns) {
    m_out.append("    <attributes class=\"").append(owner).append("\">\n");
    for (std::size_t i = 0; i < own.size(); ++i) write_attribute(i, own.at(i).title, own.at(i).type);
    columns.each([&](const Column& column) { write_attribute(column.index, column.title, column.type); });
    m_out += "    </attributes>\n";
  }

  void value(std::size_t index, std::string_view text) {
    m_out.append("          <attvalue for=\"").append(std::to_string(index)).append("\"");
    m_table.attribute(m_out, "value", text);
    m_out += "/>\n";
  }

  /// A list as JSON; an empty one is left out.
  template <class List>
  void list(std::size_t index, const List& items) {
    if (!items.empty()) value(index, to_json(items));
  }

  void properties(const ColumnTable& columns, const Properties& values, Scope scope) {
    m_table.properties(columns, values, scope,
                       [&](const Column& column, std::string_view text) { value(column.index, text); });
  }

  void write_node(std::uint32_t index) {
    const Node& node = m_table.graph().nodes[index];
    m_out += "      <node";
    m_table.attribute(m_out, "id", m_table.id(index));
    m_table.attribute(m_out, "label", node.label);
    m_out += ">\n        <attvalues>\n";
    value(0, node.type);
    list(1, node.aliases);
    value(2, std::to_string(node.mentions.size()));
    list(3, node.mentions);
    properties(m_node_columns, node.extra, Scope::extra);
    m_out += "        </attvalues>\n      </node>\n";
  }

  void write_edge(std::size_t index) {
    const Edge& edge = m_table.graph().edges[index];
    m_out += "      <edge";
    m_table.attribute(m_out, "id", "e" + std::to_string(index));
    m_table.attribute(m_out, "source", m_table.id(edge.source));
    m_table.attribute(m_out, "target", m_table.id(edge.target));
    m_table.attribute(m_out, "kind", edge_kind(edge));
    m_table.attribute(m_out, "label", relation_label(edge.type, "en"));
    for (const Property& property : edge.extra) {
      if (is_weight(property)) m_table.attribute(m_out, "weight", property.json);
    }
    m_out += ">\n        <attvalues>\n";
    value(0, edge.type);
    value(1, to_string(edge.status));
    value(2, std::to_string(static_cast<int>(edge.polarity)));
    value(3, number_text(edge.confidence));
    value(4, std::to_string(edge.evidence.size()));
    list(5, edge.evidence);
    properties(m_edge_columns, edge.attributes, Scope::attribute);
    properties(m_edge_columns, other_properties(edge), Scope::extra);
    m_out += "        </attvalues>\n      </edge>\n";
  }

  void report(Diagnostics& diagnostics) const {
    const Graph& graph = m_table.graph();
    if (!graph.documents.empty())
      diagnostics.warn(
          "GEXF has no values of a graph; of the documents it carries ids and titles, to be read by people");
    if (!graph.graph_extra.empty() || !graph.extra.empty())
      diagnostics.warn(
          "GEXF has no values of a graph; the keys of the file that relgraph does not know are left out");
    m_table.report(diagnostics);
  }

  XmlTable m_table;
  bool m_has_weights;
  ColumnTable m_node_columns{Owner::node};
  ColumnTable m_edge_columns{Owner::edge};
  std::string m_out;
};

}  // namespace

std::vector<ExchangeFile> write_gexf(const Graph& graph, Diagnostics& diagnostics) {
  return {{"", Writer(graph).write(diagnostics)}};
}

}  // namespace relgraph::exchange
