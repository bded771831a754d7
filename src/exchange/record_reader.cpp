// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/record.hpp"
#include "exchange/record_lists.hpp"
#include "exchange/record_names.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange {

namespace {

/// Keys of a node and of an edge in a graph file, which an unknown key may not have.
bool is_node_key(std::string_view name) {
  static constexpr std::array<std::string_view, 5> k_names{"id", "label", "type", "aliases", "mentions"};
  return is_one_of(k_names, name);
}
bool is_edge_key(std::string_view name) {
  static constexpr std::array<std::string_view, 9> k_names{
      "source", "target", "key", "type", "polarity", "status", "confidence", "attributes", "evidence"};
  return is_one_of(k_names, name);
}

std::optional<double> number_of(std::string_view json) {
  const auto text = text_of_json(json);
  if (!text || text->empty()) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
  return value;
}

bool is_whole(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Numbers of edges, as relgraph and others give them out, mean nothing.
bool is_counted_id(std::string_view id) {
  while (!id.empty() && (id.front() == 'e' || id.front() == '_')) id.remove_prefix(1);
  return is_whole(id);
}

/// The type that a text names: "works for" is works_for.
std::string type_of(std::string text) {
  if (find_relation_type(text) != nullptr) return text;
  std::string id = to_lower(text);
  std::ranges::replace(id, ' ', '_');
  return find_relation_type(id) != nullptr ? id : text;
}

bool says_type(std::string_view text, std::string_view type) {
  return text == type || text == relation_label(type, "en") || text == relation_label(type, "de");
}

bool is_direction(std::string_view text) {
  const std::string lower = to_lower(text);
  return lower == "directed" || lower == "undirected" || lower == "mutual";
}

/// What may name the type of an edge, in the order of how much it is believed; names only tell edges apart.
constexpr std::array<std::string_view, 6> k_type_names{"relation", "type", "interaction",
                                                       "label",    "name", "shared_name"};
constexpr std::size_t k_believed = 4;

std::string_view without_prefix(std::string_view name) {
  if (to_lower(name.substr(0, k_extra_prefix.size())) == k_extra_prefix)
    name.remove_prefix(k_extra_prefix.size());
  return name;
}

bool is_empty_value(std::string_view json) { return json == "null" || json == "\"\""; }

/// Takes the value if the place for it is free.
bool put(std::optional<std::string>& place, std::string& json) {
  if (place) return false;
  place = std::move(json);
  return true;
}

}  // namespace

/// An edge while its record is read: what only the whole of it gives a meaning.
struct RecordReader::EdgeDraft {
  Edge edge;
  std::array<std::optional<std::string>, k_type_names.size()> types;
  bool has_polarity = false;
  bool undirected = false;
  std::optional<std::string> weight;
  std::optional<std::string> sentences;
  std::optional<std::string> sentence;
};

std::uint32_t RecordReader::node_of(const std::string& id, const Location& where) {
  if (id.empty()) throw Error(ErrorCode::input, "an edge has no source or no target", where);
  const auto [place, is_new] = m_ids.try_emplace(id, static_cast<std::uint32_t>(m_graph.nodes.size()));
  if (is_new) m_graph.nodes.push_back({.id = id, .label = id, .type = std::string(k_default_node_type)});
  return place->second;
}

void RecordReader::keep(Properties& extra, std::string_view name, bool is_taken, std::string&& json) {
  std::string free = is_taken ? "original_" + std::string(name) : std::string(name);
  while (!m_kept.insert(free).second) free += '_';
  extra.push_back({std::move(free), std::move(json)});
}

void RecordReader::keep(Node& node, std::string_view name, std::string&& json) {
  name = without_prefix(name);
  keep(node.extra, name, is_node_key(name), std::move(json));
}

void RecordReader::keep(Edge& edge, std::string_view name, std::string&& json) {
  name = without_prefix(name);
  keep(edge.extra, name, is_edge_key(name), std::move(json));
}

bool RecordReader::take_node_value(Node& node, std::string& name, const std::string& lower,
                                   Property& property) {
  const auto take = [](std::string& place, const std::optional<std::string>& text) {
    if (!text || !place.empty()) return false;
    place = *text;
    return true;
  };
  const auto text = text_of_json(property.json);
  if (lower == "label") return take(node.label, text);
  if (lower == "type") return take(node.type, text);
  if (lower == "name") return take(name, text);
  if (lower == "aliases") {
    if (!node.aliases.empty()) return false;
    node.aliases = aliases_of(property.json);
    return !node.aliases.empty() || property.json == "[]" || is_empty_value(property.json);
  }
  if (lower == "mentions") {
    // A number counts what is not there.
    return (text && is_whole(*text)) || is_empty_value(property.json) ||
           (node.mentions.empty() && property.json.starts_with('[') &&
            from_json(property.json, node.mentions));
  }
  return is_node_name(lower) && (is_empty_value(property.json) || text == node.id);
}

void RecordReader::add_node(const std::string& id, Properties&& record, const Location& where) {
  if (id.empty()) throw Error(ErrorCode::input, "a node has no id", where);
  if (!m_ids.try_emplace(id, static_cast<std::uint32_t>(m_graph.nodes.size())).second)
    throw Error(ErrorCode::input, "the id '" + printable(id) + "' is already that of another node", where);
  Node& node = m_graph.nodes.emplace_back();
  node.id = id;
  m_kept.clear();
  std::string name;
  for (Property& property : record) {
    const std::string lower = to_lower(property.name);
    if (!take_node_value(node, name, lower, property)) keep(node, property.name, std::move(property.json));
  }
  if (node.label.empty()) {
    node.label = name.empty() ? id : name;
  } else if (!name.empty() && name != node.label && name != id) {
    keep(node, "name", json_text(name));
  }
  std::erase_if(node.extra, [&](const Property& property) {
    return property.name == "shared_name" && text_of_json(property.json) == node.label;
  });
  if (node.type.empty()) node.type = k_default_node_type;
}

void RecordReader::set_status(Edge& edge, Property& property, const Location& where) {
  if (is_empty_value(property.json)) return;
  const auto text = text_of_json(property.json);
  if (const auto status = parse_status(to_lower(text.value_or("")))) {
    edge.status = *status;
    return;
  }
  warn_once(m_diagnostics, "a status that relgraph does not know is kept as original_status", where);
  keep(edge, "status", std::move(property.json));
}

void RecordReader::set_polarity(EdgeDraft& draft, Property& property, const Location& where) {
  if (is_empty_value(property.json)) return;
  const auto number = number_of(property.json);
  if (number && (*number == -1 || *number == 0 || *number == 1)) {
    draft.edge.polarity = static_cast<Polarity>(static_cast<int>(*number));
    draft.has_polarity = true;
    return;
  }
  warn_once(m_diagnostics, "a polarity that is not -1, 0 or 1 is kept as original_polarity", where);
  keep(draft.edge, "polarity", std::move(property.json));
}

void RecordReader::set_confidence(Edge& edge, Property& property, const Location& where) {
  if (is_empty_value(property.json)) return;
  const auto number = number_of(property.json);
  if (!number) {
    warn_once(m_diagnostics, "a confidence that is no number is kept as original_confidence", where);
    keep(edge, "confidence", std::move(property.json));
    return;
  }
  if (!(*number >= 0 && *number <= 1))
    throw Error(ErrorCode::input,
                "the confidence " + printable(*text_of_json(property.json)) + " is not between 0 and 1",
                where);
  edge.confidence = *number;
}

void RecordReader::set_evidence(Edge& edge, Property& property, const Location& where) {
  if (is_empty_value(property.json) || property.json == "[]") return;
  if (evidence_of(property.json, edge.evidence)) return;
  warn_once(m_diagnostics, "evidence in a form that relgraph does not know is kept as original_evidence",
            where);
  keep(edge, "evidence", std::move(property.json));
}

bool RecordReader::take_type(EdgeDraft& draft, const std::string& lower, const Property& property) {
  const auto* const found = std::ranges::find(k_type_names, lower);
  const auto text = text_of_json(property.json);
  if (found == k_type_names.end() || !text) return false;
  if (lower == "type" && is_direction(*text)) {
    draft.undirected = to_lower(*text) != "directed";
    return true;
  }
  auto& place = draft.types.at(static_cast<std::size_t>(found - k_type_names.begin()));
  if (place) return false;
  place = *text;
  return true;
}

bool RecordReader::take_attribute(Edge& edge, const std::string& lower, Property& property) {
  std::string name = lower;
  if (lower.starts_with(k_attribute_prefix)) {
    name = property.name.substr(k_attribute_prefix.size());
  } else if (!is_attribute_name(lower)) {
    return false;
  } else if (is_empty_value(property.json)) {
    return true;
  }
  if (!m_attributes.insert(name).second) return false;
  edge.attributes.push_back({std::move(name), std::move(property.json)});
  return true;
}

/// Output: false for a value that is unknown, or has its place taken.
bool RecordReader::take_value(EdgeDraft& draft, const std::string& lower, Property& property,
                              const Location& where) {
  if (lower == "status") {
    set_status(draft.edge, property, where);
  } else if (lower == "polarity") {
    set_polarity(draft, property, where);
  } else if (lower == "confidence") {
    set_confidence(draft.edge, property, where);
  } else if (lower == "evidence" && draft.edge.evidence.empty()) {
    set_evidence(draft.edge, property, where);
  } else if (lower == "directed" && (property.json == "true" || property.json == "false")) {
    draft.undirected = property.json == "false";
  } else if (lower == "weight") {
    return put(draft.weight, property.json);
  } else if (lower == "sentences") {
    return put(draft.sentences, property.json);
  } else if (lower == "sentence") {
    return put(draft.sentence, property.json);
  } else if (is_edge_name(lower)) {
    // Numbers that were given out mean nothing: relgraph counts anew.
    const auto text = text_of_json(property.json);
    return property.json == "null" ||
           (text && ((lower == "id" && is_counted_id(*text)) || (lower == "key" && is_whole(*text))));
  } else {
    return false;
  }
  return true;
}

void RecordReader::settle_type(EdgeDraft& draft, const Location& where) {
  Edge& edge = draft.edge;
  edge.type = k_default_edge_type;
  for (std::size_t i = 0; i < k_believed; ++i) {
    auto& text = draft.types.at(i);
    if (!text || text->empty()) continue;
    edge.type = type_of(*std::exchange(text, std::nullopt));
    break;
  }
  for (std::size_t i = 0; i < k_type_names.size(); ++i) {
    const auto& text = draft.types.at(i);
    if (text && !text->empty() && !says_type(*text, edge.type))
      keep(edge, k_type_names.at(i), json_text(*text));
  }
  const RelationType* type = find_relation_type(edge.type);
  if (!draft.has_polarity && type != nullptr) edge.polarity = type->polarity;
  if (draft.undirected && (type == nullptr || !type->symmetric))
    warn_once(m_diagnostics, "undirected edges are read from their source to their target", where);
}

/// What a writer makes of the rest is no value of its own.
void RecordReader::settle_counts(EdgeDraft& draft) {
  Edge& edge = draft.edge;
  if (draft.weight && !is_empty_value(*draft.weight) && number_of(*draft.weight) != derived_weight(edge))
    keep(edge, "weight", std::move(*draft.weight));
  if (draft.sentences && !is_empty_value(*draft.sentences) &&
      number_of(*draft.sentences) != static_cast<double>(edge.evidence.size()))
    keep(edge, "sentences", std::move(*draft.sentences));
  if (draft.sentence && !is_empty_value(*draft.sentence) &&
      (edge.evidence.empty() || text_of_json(*draft.sentence) != edge.evidence.front().text))
    keep(edge, "sentence", std::move(*draft.sentence));
}

void RecordReader::add_edge(const std::string& source, const std::string& target, Properties&& record,
                            const Location& where) {
  EdgeDraft draft;
  draft.edge.source = node_of(source, where);
  draft.edge.target = node_of(target, where);
  m_kept.clear();
  m_attributes.clear();
  for (Property& property : record) {
    const std::string lower = to_lower(property.name);
    if (take_type(draft, lower, property) || take_value(draft, lower, property, where) ||
        take_attribute(draft.edge, lower, property))
      continue;
    keep(draft.edge, lower == "key" ? "networkx_key" : property.name, std::move(property.json));
  }
  settle_type(draft, where);
  settle_counts(draft);
  m_graph.edges.push_back(std::move(draft.edge));
}

}  // namespace relgraph::exchange
