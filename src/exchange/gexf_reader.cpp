// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "exchange/formats.hpp"
#include "exchange/graph_builder.hpp"
#include "exchange/string_map.hpp"
#include "exchange/xml_reader.hpp"

// Source: gexf.net, versions 1.1 to 1.3.

namespace relgraph::exchange {

namespace {

ValueKind kind_of(std::string_view type) {
  constexpr std::array<std::string_view, 9> k_numbers{"integer", "int",  "long",       "float",     "double",
                                                      "short",   "byte", "bigdecimal", "biginteger"};
  if (type == "boolean") return ValueKind::boolean;
  const bool is_number = std::find(k_numbers.begin(), k_numbers.end(), type) != k_numbers.end();
  return is_number ? ValueKind::number : ValueKind::text;
}

std::optional<Direction> parse_direction(std::string_view type) {
  if (type == "directed") return Direction::forward;
  if (type == "undirected") return Direction::undirected;
  if (type == "mutual") return Direction::mutual;
  return std::nullopt;
}

class GexfHandler : public XmlHandler {
 public:
  explicit GexfHandler(GraphBuilder& builder) : m_builder(builder) {}

  bool start(std::string_view name, const XmlAttributes& attributes, std::size_t byte) override {
    if (!m_is_gexf) {
      if (name != "gexf") throw Error(ErrorCode::input, "is no GEXF: the outermost element is not 'gexf'");
      m_is_gexf = true;
    } else if (m_skipped > 0) {
      ++m_skipped;
    } else if (name == "attvalue") {
      take_value(attributes);
    } else if (name == "node") {
      start_node(attributes);
    } else if (name == "edge") {
      start_edge(attributes, byte);
    } else if (name == "attributes") {
      m_class = attributes.get("class") == "edge" ? Owner::edge : Owner::node;
    } else if (name == "attribute") {
      start_attribute(attributes);
    } else if (name == "default") {
      return m_declared.has_value();
    } else if (name == "graph") {
      start_graph(attributes);
    } else {
      start_other(name);
    }
    return false;
  }

  void end(std::string_view name, std::string_view text) override {
    if (m_skipped > 0) {
      --m_skipped;
    } else if (name == "node" || name == "edge") {
      m_builder.end();
      m_open.reset();
    } else if (name == "default" && m_declared) {
      m_builder.set_default(*m_declared, text);
    } else if (name == "attribute") {
      m_declared.reset();
    }
  }

 private:
  void start_graph(const XmlAttributes& attributes) {
    if (m_graphs++ > 0) {
      m_builder.warn_once("graphs", [] { return "there are several graphs; the first one is read"; });
      m_skipped = 1;
      return;
    }
    m_direction = parse_direction(attributes.get("defaultedgetype")).value_or(Direction::undirected);
  }

  void start_attribute(const XmlAttributes& attributes) {
    const std::string_view id = attributes.get("id");
    const std::string_view title = attributes.get("title");
    const std::uint32_t column =
        m_builder.column(m_class, title.empty() ? id : title, kind_of(attributes.get("type")));
    if (!columns(m_class).try_emplace(std::string(id), column).second)
      m_builder.warn_once("key", [] { return "two columns have one id; the first one counts"; });
    m_declared = column;
  }

  /// What has a place among the attributes of the element itself is a column, too.
  void take_attributes(Owner owner, const XmlAttributes& attributes,
                       std::span<const std::string_view> known) {
    attributes.each([&](std::string_view name, std::string_view value) {
      if (std::find(known.begin(), known.end(), name) != known.end() || name.starts_with("xmlns")) return;
      const ValueKind kind = name == "weight" ? ValueKind::number : ValueKind::text;
      auto& table = m_own_columns.at(index(owner));
      auto found = table.find(name);
      if (found == table.end())
        found = table.try_emplace(std::string(name), m_builder.column(owner, name, kind)).first;
      m_builder.set(found->second, value);
    });
  }

  void start_node(const XmlAttributes& attributes) {
    static constexpr std::array<std::string_view, 1> k_known{"id"};
    m_builder.begin_node(attributes.get("id"));
    m_open = Owner::node;
    take_attributes(Owner::node, attributes, k_known);
  }

  void start_edge(const XmlAttributes& attributes, std::size_t byte) {
    static constexpr std::array<std::string_view, 4> k_known{"id", "source", "target", "type"};
    const std::string_view type = attributes.get("type");
    const auto direction = parse_direction(type);
    m_builder.begin_edge(attributes.get("source"), attributes.get("target"), direction.value_or(m_direction),
                         byte);
    m_open = Owner::edge;
    // NetworkX writes an attribute "type" of its edges there.
    if (!direction) m_builder.set_edge_type(type);
    take_attributes(Owner::edge, attributes, k_known);
  }

  void take_value(const XmlAttributes& attributes) {
    if (!m_open) return;
    auto id = attributes.find("for");
    if (!id) id = attributes.get("id");  // version 1.0
    auto& table = columns(*m_open);
    auto found = table.find(*id);
    if (found == table.end()) {
      m_builder.warn_once("undeclared", [] {
        return "there are columns that the file does not declare; they are read as text";
      });
      found = table.try_emplace(std::string(*id), m_builder.column(*m_open, *id)).first;
    }
    m_builder.set(found->second, attributes.get("value"));
  }

  void start_other(std::string_view name) {
    static constexpr std::array<std::string_view, 5> k_drawing{"color", "position", "size", "thickness",
                                                               "shape"};
    if (m_open && std::find(k_drawing.begin(), k_drawing.end(), name) != k_drawing.end()) {
      m_builder.warn_once("drawing", [] { return "places, colours, sizes and shapes are left out"; });
      m_skipped = 1;
    } else if (name == "spells" || name == "slices") {
      m_builder.warn_once("spells", [] { return "the times at which elements exist are left out"; });
      m_skipped = 1;
    } else if (name == "parents" || name == "meta") {
      m_skipped = 1;
    } else if (name == "nodes" && m_open) {
      m_builder.warn_once("nested",
                          [] { return "there are nodes inside nodes; they are read, not the grouping"; });
      m_builder.end();
      m_open.reset();
    }
  }

  static std::size_t index(Owner owner) { return owner == Owner::node ? 0 : 1; }
  StringMap<std::uint32_t>& columns(Owner owner) { return m_columns.at(index(owner)); }

  GraphBuilder& m_builder;
  std::array<StringMap<std::uint32_t>, 2> m_columns;      ///< by id, of nodes and of edges
  std::array<StringMap<std::uint32_t>, 2> m_own_columns;  ///< by name of an attribute of the element
  Owner m_class = Owner::node;
  std::optional<std::uint32_t> m_declared{};
  std::optional<Owner> m_open{};
  Direction m_direction = Direction::undirected;
  std::size_t m_graphs = 0;
  std::size_t m_skipped = 0;
  bool m_is_gexf = false;
};

}  // namespace

Graph read_gexf(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  const ExchangeFile& file = files.front();
  GraphBuilder builder(file.name, file.text.size(), diagnostics);
  GexfHandler handler(builder);
  read_xml(file, handler);
  return builder.finish();
}

}  // namespace relgraph::exchange
