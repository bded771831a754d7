// SPDX-License-Identifier: Apache-2.0
#include "exchange/graph_builder.hpp"

#include <algorithm>
#include <cmath>

#include "base/big_pages.hpp"
#include "exchange/json_lists.hpp"

namespace relgraph::exchange {

namespace {

using namespace std::string_view_literals;

// As the reader of graph files has it.
constexpr std::string_view k_default_node_type = "unknown";

/// Keys of a graph file that a property must not have.
constexpr std::array k_node_keys{"id"sv, "label"sv, "type"sv, "aliases"sv, "mentions"sv};
constexpr std::array k_edge_keys{"source"sv, "target"sv,     "key"sv,        "type"sv,    "polarity"sv,
                                 "status"sv, "confidence"sv, "attributes"sv, "evidence"sv};
constexpr std::array k_graph_keys{"format"sv, "documents"sv};
constexpr std::array k_file_keys{"directed"sv, "multigraph"sv, "graph"sv, "nodes"sv, "edges"sv, "links"sv};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_key(Owner owner, Scope scope, std::string_view name) {
  if (scope == Scope::attribute) return false;
  switch (owner) {
    case Owner::node: return holds(k_node_keys, name);
    case Owner::edge: return holds(k_edge_keys, name);
    case Owner::graph: return scope == Scope::file ? holds(k_file_keys, name) : holds(k_graph_keys, name);
  }
  return false;
}

}  // namespace

GraphBuilder::GraphBuilder(std::string file, std::size_t bytes, Diagnostics& diagnostics)
    : m_file(std::move(file)), m_bytes(bytes), m_diagnostics(diagnostics) {}

bool GraphBuilder::is_first(std::string_view kind) {
  if (std::ranges::find(m_said, kind) != m_said.end()) return false;
  m_said.emplace_back(kind);
  return true;
}

GraphBuilder::Field GraphBuilder::field_of(Owner owner, std::string_view name) {
  struct Row {
    Owner owner;
    std::string_view name;
    Field field;
  };
  static constexpr std::array k_rows{
      Row{Owner::graph, "format", Field::format},
      Row{Owner::graph, "documents", Field::documents},
      Row{Owner::node, "id", Field::node_id},
      Row{Owner::node, "label", Field::label},
      Row{Owner::node, "name", Field::name},
      Row{Owner::node, "type", Field::type},
      Row{Owner::node, "aliases", Field::aliases},
      Row{Owner::node, "mentions", Field::mention_count},
      Row{Owner::node, "mention_list", Field::mentions},
      Row{Owner::edge, "id", Field::ignored},
      Row{Owner::edge, "label", Field::edge_label},
      Row{Owner::edge, "type", Field::type},
      Row{Owner::edge, "relation", Field::relation},
      Row{Owner::edge, "interaction", Field::interaction},
      Row{Owner::edge, "kind", Field::kind},
      Row{Owner::edge, "status", Field::status},
      Row{Owner::edge, "polarity", Field::polarity},
      Row{Owner::edge, "confidence", Field::confidence},
      Row{Owner::edge, "sentences", Field::sentence_count},
      Row{Owner::edge, "evidence", Field::evidence},
  };
  for (const Row& row : k_rows) {
    if (row.owner == owner && row.name == name) return row.field;
  }
  return Field::property;
}

std::uint32_t GraphBuilder::column(Owner owner, std::string_view title, ValueKind kind) {
  ColumnName name = parse_column_title(owner, title);
  ColumnData data{.owner = owner, .scope = name.scope, .kind = kind, .is_json = name.is_json};
  const bool is_plain = !name.is_json && name.scope == Scope::extra && title.size() == name.name.size();
  if (is_plain) data.field = field_of(owner, name.name);
  if (data.field == Field::property && is_key(owner, name.scope, name.name)) name.name += '_';
  data.name = std::move(name.name);
  std::string key{static_cast<char>('0' + static_cast<int>(owner)),
                  static_cast<char>('0' + static_cast<int>(data.scope)),
                  static_cast<char>('0' + static_cast<int>(data.field))};
  const auto [found, is_new] =
      m_by_name.emplace(key + data.name, static_cast<std::uint32_t>(m_columns.size()));
  if (is_new) m_columns.push_back(std::move(data));
  return found->second;
}

void GraphBuilder::set_default(std::uint32_t column, std::string_view text) {
  ColumnData& data = m_columns[column];
  if (data.otherwise || data.owner == Owner::graph) return;
  data.otherwise = text;
  m_with_default.at(static_cast<std::size_t>(data.owner)).push_back(column);
}

std::uint32_t GraphBuilder::node_of(std::string_view id) {
  if (const auto found = m_ids.insert(id)) return *found;
  Node& made = m_graph.nodes.emplace_back();
  made.id = id;
  made.label = id;
  made.type = k_default_node_type;
  m_declared.push_back(false);
  return static_cast<std::uint32_t>(m_graph.nodes.size() - 1);
}

void GraphBuilder::begin_node(std::string_view id) {
  end();
  if (id.empty()) throw Error(ErrorCode::input, "a node has no id");
  m_node = node_of(id);
  if (m_declared[m_node])
    throw Error(ErrorCode::input, "the id " + quoted(id) + " is that of an earlier node");
  m_declared[m_node] = true;
  m_open = Owner::node;
  ++m_element;
}

/// Guesses from the length of the first edges how many there will be: growing step by step would move
/// everything several times.
void GraphBuilder::reserve_edges(std::size_t byte) {
  constexpr std::size_t k_sample = 200;
  auto& edges = m_graph.edges;
  if (edges.empty()) m_first_edge_byte = byte;
  if (edges.size() != k_sample || byte <= m_first_edge_byte || byte >= m_bytes) return;
  const auto ahead = static_cast<double>(m_bytes - byte);
  const double expected = 1.05 * k_sample * ahead / static_cast<double>(byte - m_first_edge_byte);
  const double most = 4 * ahead / sizeof(Edge);
  edges.reserve(k_sample + static_cast<std::size_t>(std::min(expected, most)));
  wish_big_pages(edges.data(), edges.capacity() * sizeof(Edge));
}

void GraphBuilder::begin_edge(std::string_view source, std::string_view target, Direction direction,
                              std::size_t byte) {
  end();
  if (source.empty() || target.empty())
    throw Error(ErrorCode::input, std::string("an edge has no ") + (source.empty() ? "source" : "target"));
  reserve_edges(byte);
  Edge& made = m_graph.edges.emplace_back();
  made.source = node_of(source);
  made.target = node_of(target);
  m_direction = direction;
  m_open = Owner::edge;
  ++m_element;
  if (direction == Direction::undirected)
    warn_once("undirected",
              [] { return "there are undirected edges; each is read once, from source to target"; });
  if (direction == Direction::mutual)
    warn_once("mutual", [] { return "there are mutual edges; each becomes one edge each way"; });
}

void GraphBuilder::set(std::uint32_t index, std::string_view text) {
  ColumnData& column = m_columns[index];
  const std::uint64_t element = column.owner == Owner::graph ? UINT64_MAX : m_element;
  if (column.owner != Owner::graph && m_open != column.owner) return;
  if (column.last_element == element) {
    warn_once("twice", [&] {
      return "the column " + quoted(column.name) +
             " has several values for one element; the first one counts";
    });
    return;
  }
  column.last_element = element;
  switch (column.owner) {
    case Owner::graph: set_graph_value(column, text); break;
    case Owner::node: set_node_value(column, text); break;
    case Owner::edge: set_edge_value(column, text); break;
  }
}

void GraphBuilder::set_edge_type(std::string_view type) {
  if (m_open != Owner::edge || type.empty()) return;
  edge().type = type;
  m_has_type = true;
}

void GraphBuilder::set_property(Properties& properties, const ColumnData& column, std::string_view text) {
  std::string json;
  if (column.is_json) {
    json = json_or_text_json(text);
  } else {
    switch (column.kind) {
      case ValueKind::text: json = text_json(text); break;
      case ValueKind::number: json = number_or_text_json(text); break;
      case ValueKind::boolean: json = boolean_or_text_json(text); break;
    }
  }
  properties.push_back({column.name, std::move(json)});
}

void GraphBuilder::set_graph_value(const ColumnData& column, std::string_view text) {
  switch (column.field) {
    case Field::format: break;
    case Field::documents:
      if (!text.empty() && !from_json(text, m_graph.documents))
        add_if_new(m_graph.graph_extra, "documents_", text_json(text));
      break;
    default: set_property(column.scope == Scope::file ? m_graph.extra : m_graph.graph_extra, column, text);
  }
}

void GraphBuilder::set_node_value(const ColumnData& column, std::string_view text) {
  switch (column.field) {
    case Field::node_id: m_column_ids.emplace_back(m_node, text); break;
    case Field::label:
      node().label = text;
      m_has_label = true;
      break;
    case Field::type:
      if (!text.empty()) node().type = text;
      break;
    case Field::aliases: node().aliases = parse_names(text); break;
    case Field::mentions:
      if (!text.empty() && !from_json(text, node().mentions)) misfit("mention_list_", text);
      break;
    case Field::property: set_property(node().extra, column, text); break;
    default: put_off(column, text);
  }
}

void GraphBuilder::set_edge_value(const ColumnData& column, std::string_view text) {
  switch (column.field) {
    case Field::ignored: break;
    case Field::type: set_edge_type(text); break;
    case Field::status:
      if (const auto status = parse_status(text)) {
        edge().status = *status;
      } else if (!text.empty()) {
        misfit("status_", text);
      }
      break;
    case Field::polarity: {
      const double number = parse_number(text).value_or(NAN);
      m_has_polarity = number == -1 || number == 0 || number == 1;
      if (m_has_polarity) edge().polarity = static_cast<Polarity>(static_cast<int>(number));
      if (!m_has_polarity && !text.empty()) misfit("polarity_", text);
      break;
    }
    case Field::confidence: set_confidence(text); break;
    case Field::evidence:
      if (!text.empty() && !from_json(text, edge().evidence)) misfit("evidence_", text);
      break;
    case Field::property:
      set_property(column.scope == Scope::attribute ? edge().attributes : edge().extra, column, text);
      break;
    default: put_off(column, text);
  }
}

void GraphBuilder::set_confidence(std::string_view text) {
  const auto number = parse_number(text);
  if (!number || std::isnan(*number)) {
    if (!text.empty()) misfit("confidence_", text);
    return;
  }
  edge().confidence = std::clamp(*number, 0.0, 1.0);
  if (edge().confidence != *number)
    warn_once("confidence",
              [] { return "a confidence is not between 0 and 1; the nearer of them is taken"; });
}

void GraphBuilder::put_off(const ColumnData& column, std::string_view text) {
  Pending& slot = pending(column.field);
  slot.given = true;
  slot.text = text;
  m_any_pending = true;
}

void GraphBuilder::misfit(std::string_view name, std::string_view text) {
  warn_once(name, [&] {
    return "what relgraph does not understand in the column " + quoted(name.substr(0, name.rfind('_'))) +
           " is kept under the name " + quoted(name);
  });
  m_misfits.push_back({std::string(name), text_json(text)});
}

}  // namespace relgraph::exchange
