// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "exchange/formats.hpp"
#include "exchange/graph_builder.hpp"
#include "exchange/string_map.hpp"
#include "exchange/xml_reader.hpp"

// Source: graphml.graphdrawing.org/specification.html; yEd's elements as its files have them.

namespace relgraph::exchange {

namespace {

ValueKind kind_of(std::string_view type) {
  constexpr std::array<std::string_view, 6> k_numbers{"int", "integer", "long", "float", "double", "short"};
  if (type == "boolean") return ValueKind::boolean;
  const bool is_number = std::find(k_numbers.begin(), k_numbers.end(), type) != k_numbers.end();
  return is_number ? ValueKind::number : ValueKind::text;
}

bool is_false(std::string_view text) { return text == "false" || text == "0" || text == "False"; }

class GraphmlHandler : public XmlHandler {
 public:
  explicit GraphmlHandler(GraphBuilder& builder) : m_builder(builder) {}

  bool start(std::string_view name, const XmlAttributes& attributes, std::size_t byte) override {
    if (!m_is_graphml) {
      if (name != "graphml")
        throw Error(ErrorCode::input, "is no GraphML: the outermost element is not 'graphml'");
      m_is_graphml = true;
      return false;
    }
    if (m_skipped > 0 || m_in_data) return start_within(name);
    if (name == "data") return start_data(attributes);
    if (name == "edge") {
      start_edge(attributes, byte);
    } else if (name == "node") {
      m_builder.begin_node(attributes.get("id"));
      m_owner = Owner::node;
      ++m_elements;
    } else if (name == "graph") {
      start_graph(attributes);
    } else if (name == "key") {
      start_key(attributes);
    } else if (name == "default") {
      return m_key != nullptr;
    } else if (name == "hyperedge") {
      m_builder.warn_once("hyperedge", [] { return "hyperedges are left out"; });
      m_skipped = 1;
    } else if (name == "port") {
      m_skipped = 1;
    }
    return false;
  }

  void end(std::string_view name, std::string_view text) override {
    if (m_skipped > 0) {
      --m_skipped;
    } else if (m_in_data) {
      end_within(name, text);
    } else if (name == "edge" || name == "node") {
      m_builder.end();
      m_owner.reset();
      --m_elements;
    } else if (name == "graph") {
      --m_depth;
    } else if (name == "default" && m_key != nullptr) {
      m_key->otherwise = text;
    } else if (name == "key" && m_key != nullptr) {
      end_key();
    }
  }

 private:
  struct Key {
    std::string name{};
    std::string owner{};
    ValueKind kind = ValueKind::text;
    std::optional<std::string> otherwise{};
    std::array<std::optional<std::uint32_t>, 3> columns{};  ///< by owner
  };

  void start_key(const XmlAttributes& attributes) {
    const std::string id(attributes.get("id"));
    const auto [place, is_new] = m_keys.try_emplace(id);
    if (!is_new) {
      m_builder.warn_once("key", [] { return "two columns have one id; the first one counts"; });
      return;
    }
    m_key = &place->second;
    m_key->name = attributes.get("attr.name");
    if (m_key->name.empty()) m_key->name = id;
    m_key->owner = attributes.get("for");
    m_key->kind = kind_of(attributes.get("attr.type"));
  }

  void end_key() {
    if (m_key->otherwise) {
      for (const Owner owner : {Owner::node, Owner::edge}) {
        const std::string_view name = owner == Owner::node ? "node" : "edge";
        if (m_key->owner == name || m_key->owner == "all" || m_key->owner.empty())
          m_builder.set_default(column_of(*m_key, owner), *m_key->otherwise);
      }
    }
    m_key = nullptr;
  }

  std::uint32_t column_of(Key& key, Owner owner) {
    auto& column = key.columns.at(static_cast<std::size_t>(owner));
    if (!column) column = m_builder.column(owner, key.name, key.kind);
    return *column;
  }

  /// A graph inside a node is a group of yEd: its nodes are nodes like others.
  void start_graph(const XmlAttributes& attributes) {
    m_builder.end();
    m_owner.reset();
    if (m_depth == 0 && m_graphs++ > 0) {
      m_builder.warn_once("graphs", [] { return "there are several graphs; the first one is read"; });
      m_skipped = 1;
      return;
    }
    if (m_depth++ > 0)
      m_builder.warn_once(
          "nested", [] { return "there are graphs inside nodes; their nodes are read, not the grouping"; });
    if (m_depth == 1) m_is_undirected = attributes.get("edgedefault") == "undirected";
  }

  void start_edge(const XmlAttributes& attributes, std::size_t byte) {
    const std::string_view directed = attributes.get("directed");
    const bool is_undirected = directed.empty() ? m_is_undirected : is_false(directed);
    m_builder.begin_edge(attributes.get("source"), attributes.get("target"),
                         is_undirected ? Direction::undirected : Direction::forward, byte);
    m_owner = Owner::edge;
    ++m_elements;
  }

  bool start_data(const XmlAttributes& attributes) {
    m_in_data = true;
    m_data_depth = 0;
    m_has_elements = false;
    m_column.reset();
    const std::string_view id = attributes.get("key");
    if (!m_owner && (m_depth != 1 || m_elements > 0)) return false;
    auto found = m_keys.find(id);
    if (found == m_keys.end()) {
      m_builder.warn_once("undeclared", [] {
        return "there are columns that the file does not declare; they are read as text";
      });
      found = m_keys.try_emplace(std::string(id)).first;
      found->second.name = id;
    }
    m_column = column_of(found->second, m_owner.value_or(Owner::graph));
    return true;
  }

  /// What stands inside data is how yEd draws it; only the labels say something.
  bool start_within(std::string_view name) {
    if (m_skipped > 0) {
      ++m_skipped;
      return false;
    }
    ++m_data_depth;
    m_has_elements = true;
    return name == "NodeLabel" || name == "EdgeLabel";
  }

  void end_within(std::string_view name, std::string_view text) {
    if (m_data_depth-- > 0) {
      if (name == "NodeLabel" || name == "EdgeLabel") take_label(text);
      return;
    }
    m_data_depth = 0;
    m_in_data = false;
    if (!m_column) return;
    if (!m_has_elements) {
      m_builder.set(*m_column, text);
    } else {
      m_builder.warn_once("drawing",
                          [] { return "elements inside values are left out, but for the labels of yEd"; });
    }
  }

  void take_label(std::string_view text) {
    constexpr std::string_view k_blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(k_blanks);
    if (!m_owner || begin == std::string_view::npos) return;
    auto& column = m_labels.at(*m_owner == Owner::node ? 0 : 1);
    if (!column) column = m_builder.column(*m_owner, "label");
    m_builder.set(*column, text.substr(begin, text.find_last_not_of(k_blanks) + 1 - begin));
  }

  GraphBuilder& m_builder;
  StringMap<Key> m_keys;
  Key* m_key = nullptr;  ///< that is being declared
  std::array<std::optional<std::uint32_t>, 2> m_labels{};
  bool m_is_graphml = false;
  bool m_is_undirected = false;
  std::size_t m_graphs = 0;
  std::size_t m_depth = 0;         ///< of graphs
  std::size_t m_skipped = 0;       ///< depth within an element that is left out
  std::size_t m_elements = 0;      ///< nodes and edges around the place
  std::optional<Owner> m_owner{};  ///< node or edge that is open
  bool m_in_data = false;
  bool m_has_elements = false;
  std::size_t m_data_depth = 0;
  std::optional<std::uint32_t> m_column{};
};

}  // namespace

Graph read_graphml(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  const ExchangeFile& file = files.front();
  GraphBuilder builder(file.name, file.text.size(), diagnostics);
  GraphmlHandler handler(builder);
  read_xml(file, handler);
  return builder.finish();
}

}  // namespace relgraph::exchange
