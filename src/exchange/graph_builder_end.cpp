// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "base/utf8.hpp"
#include "exchange/graph_builder.hpp"
#include "relgraph/ontology.hpp"

// What becomes of a node, an edge and the graph when all is known of it.

namespace relgraph::exchange {

namespace {

// As the reader of graph files has it.
constexpr std::string_view k_default_edge_type = "related_to";

/// The ids that programs make up when they write: n0, n1 …
bool is_made_up(std::string_view id) {
  return id.size() > 1 && id.front() == 'n' &&
         std::ranges::all_of(id.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void add_if_new(Properties& properties, std::string name, std::string json) {
  if (find_property(properties, name) == nullptr) properties.push_back({std::move(name), std::move(json)});
}

std::string quoted(std::string_view name) {
  constexpr std::size_t k_longest = 60;
  std::string out = printable(name.substr(0, k_longest));
  if (name.size() > k_longest) out += "…";
  return "'" + out + "'";
}

void GraphBuilder::apply_defaults(Owner owner) {
  for (const std::uint32_t index : m_with_default.at(static_cast<std::size_t>(owner))) {
    const ColumnData& column = m_columns[index];
    if (column.last_element == m_element) continue;
    // A long default and many elements that want it would be a bomb.
    m_default_bytes += column.otherwise->size() + column.name.size() + sizeof(Property);
    if (m_default_bytes > (std::size_t{64} << 20U) + 16 * m_bytes)
      throw Error(ErrorCode::input, "the defaults of its columns make the file many times as big");
    set(index, *column.otherwise);
  }
}

void GraphBuilder::keep_pending(Properties& properties, Field field, std::string_view name) {
  if (pending(field).given)
    add_if_new(properties, std::string(name), number_or_text_json(pending(field).text));
}

void GraphBuilder::end_node() {
  Node& node = this->node();
  if (m_any_pending) {
    Pending& name = pending(Field::name);
    if (!m_has_label && name.given && !name.text.empty()) {
      node.label = name.text;
    } else if (name.given) {
      add_if_new(node.extra, "name", text_json(name.text));
    }
    if (parse_number(pending(Field::mention_count).text) != static_cast<double>(node.mentions.size()))
      keep_pending(node.extra, Field::mention_count, "mentions_");
  }
  for (Property& property : m_misfits) add_if_new(node.extra, property.name, std::move(property.json));
}

/// A type may stand in a column of another name; the first of them that has one counts.
void GraphBuilder::settle_type(Edge& edge) {
  constexpr std::array<std::pair<Field, std::string_view>, 4> k_names{{{Field::relation, "relation"},
                                                                       {Field::interaction, "interaction"},
                                                                       {Field::kind, "kind"},
                                                                       {Field::edge_label, "label"}}};
  for (const auto& [field, name] : k_names) {
    Pending& other = pending(field);
    if (!other.given) continue;
    if (!m_has_type && !other.text.empty()) {
      edge.type = other.text;
      m_has_type = true;
      continue;
    }
    // relgraph writes these two for people to read; they say nothing new.
    const bool is_known = (field == Field::edge_label && other.text == relation_label(edge.type, "en")) ||
                          (field == Field::kind && other.text == edge_kind(edge));
    if (!is_known) add_if_new(edge.extra, std::string(name), text_json(other.text));
  }
}

void GraphBuilder::end_edge() {
  Edge& edge = this->edge();
  if (m_any_pending) {
    settle_type(edge);
    if (parse_number(pending(Field::sentence_count).text) != static_cast<double>(edge.evidence.size()))
      keep_pending(edge.extra, Field::sentence_count, "sentences");
  }
  if (!m_has_type) edge.type = k_default_edge_type;
  if (!m_has_polarity) {
    if (const RelationType* type = find_relation_type(edge.type)) edge.polarity = type->polarity;
  }
  for (Property& property : m_misfits) add_if_new(edge.extra, property.name, std::move(property.json));
  if (m_direction == Direction::mutual && edge.source != edge.target) {
    Edge back = edge;
    std::swap(back.source, back.target);
    m_graph.edges.push_back(std::move(back));
  }
}

void GraphBuilder::end() {
  if (!m_open) return;
  apply_defaults(*m_open);
  *m_open == Owner::node ? end_node() : end_edge();
  m_open.reset();
  m_has_label = m_has_type = m_has_polarity = false;
  if (m_any_pending) m_pending.fill({});
  m_any_pending = false;
  m_misfits.clear();
}

/// igraph numbers the nodes when it writes and puts the ids they had into a column.
void GraphBuilder::take_node_ids() {
  auto& nodes = m_graph.nodes;
  std::unordered_set<std::string_view> seen;
  const bool can_be_ids = m_column_ids.size() == nodes.size() &&
                          std::ranges::all_of(nodes, [](const Node& node) { return is_made_up(node.id); }) &&
                          std::ranges::all_of(m_column_ids, [&](const auto& row) {
                            return !row.second.empty() && seen.insert(row.second).second;
                          });
  for (auto& [index, id] : m_column_ids) {
    Node& node = nodes[index];
    if (!can_be_ids) {
      if (id != node.id) add_if_new(node.extra, "id_", number_or_text_json(id));
    } else {
      if (node.label == node.id) node.label = id;
      node.id = std::move(id);
    }
  }
}

Graph GraphBuilder::finish() {
  end();
  take_node_ids();
  const auto unknown = std::ranges::find(m_declared, false);
  if (unknown != m_declared.end()) {
    const auto count = std::ranges::count(m_declared, false);
    const auto& first = m_graph.nodes[static_cast<std::size_t>(unknown - m_declared.begin())];
    warn_once("unknown", [&] {
      return "edges have " + std::to_string(count) + " ends that are not among the nodes, for instance " +
             quoted(first.id) + "; they became nodes";
    });
  }
  return std::move(m_graph);
}

}  // namespace relgraph::exchange
