// SPDX-License-Identifier: Apache-2.0
#include "exchange/record.hpp"
#include "exchange/json_lists.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "exchange/record_names.hpp"
#include "graph/compact_json.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange {

namespace {

std::string whole_json(std::int64_t value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

std::string number_json(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

std::string extra_name(std::string_view name, bool clashes) {
  return clashes ? std::string(k_extra_prefix) + std::string(name) : std::string(name);
}

/// Names that would be read as something else, or not at all.
bool is_odd_name(std::string_view name) {
  return name.empty() || name.starts_with(k_extra_prefix) || name.starts_with(k_attribute_prefix) ||
         name.starts_with(k_json_prefix);
}

/// The file's own weight, where no reader could take it for the one made from the sentences.
bool is_plain_weight(const Property& property, double made) {
  if (property.name != "weight") return false;
  const auto given = number_property({property}, "weight");
  return given && *given != made;
}

/// Whether JSON text of that look can be anything but a string.
bool looks_like_json(std::string_view text) {
  constexpr std::string_view k_starts = "-0123456789{[\"tfn";
  return !text.empty() && k_starts.find(text.front()) != std::string_view::npos &&
         std::string_view(" \t\r\n").find(text.back()) == std::string_view::npos;
}

}  // namespace

Properties node_record(const Node& node) {
  Properties out;
  out.push_back({"label", json_text(node.label)});
  out.push_back({"type", json_text(node.type)});
  if (!node.aliases.empty()) out.push_back({"aliases", to_json(node.aliases)});
  if (!node.mentions.empty()) out.push_back({"mentions", to_json(node.mentions)});
  for (const Property& property : node.extra) {
    const std::string lower = to_lower(property.name);
    out.push_back({extra_name(property.name, is_odd_name(lower) || is_node_name(lower)), property.json});
  }
  return out;
}

Properties edge_record(const Edge& edge) {
  Properties out;
  out.push_back({"type", json_text(edge.type)});
  out.push_back({"label", json_text(relation_label(edge.type, "en"))});
  out.push_back({"status", json_text(to_string(edge.status))});
  out.push_back({"polarity", whole_json(static_cast<std::int64_t>(edge.polarity))});
  out.push_back({"confidence", number_json(edge.confidence)});
  out.push_back({"weight", whole_json(static_cast<std::int64_t>(derived_weight(edge)))});
  const std::size_t weight_at = out.size() - 1;
  out.push_back({"sentences", whole_json(static_cast<std::int64_t>(edge.evidence.size()))});
  for (const Property& property : edge.attributes) {
    out.push_back(
        {is_attribute_name(property.name) ? property.name : std::string(k_attribute_prefix) + property.name,
         property.json});
  }
  for (const Property& property : edge.extra) {
    if (is_plain_weight(property, derived_weight(edge))) {
      out[weight_at].json = property.json;
      continue;
    }
    const std::string lower = to_lower(property.name);
    const bool clashes = is_odd_name(lower) || is_edge_name(lower) || is_attribute_name(lower);
    out.push_back({extra_name(property.name, clashes), property.json});
  }
  if (edge.evidence.empty()) return out;
  if (!edge.evidence.front().text.empty()) out.push_back({"sentence", json_text(edge.evidence.front().text)});
  out.push_back({"evidence", to_json(edge.evidence)});
  return out;
}

std::string json_text(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::optional<std::string> text_of_json(std::string_view json) {
  if (json.empty() || json == "null" || json.front() == '[' || json.front() == '{') return std::nullopt;
  if (json.front() != '"') return std::string(json);
  const auto value = nlohmann::json::parse(json, nullptr, false);
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::string json_of_cell(std::string_view text) {
  std::string out;
  if (looks_like_json(text) && append_compact_json(out, text) == CompactFault::none) return out;
  return json_text(text);
}

std::string cell_of_json(std::string_view json) {
  if (!json.starts_with('"')) return std::string(json);
  auto text = text_of_json(json);
  // An empty cell is no value, and text that looks like a number must not become one.
  if (!text || text->empty() || json_of_cell(*text) != json) return std::string(json);
  return *std::move(text);
}

void warn_once(Diagnostics& diagnostics, std::string message, Location where) {
  const auto same = [&](const Diagnostic& entry) {
    return entry.message == message && entry.where.file == where.file;
  };
  if (std::ranges::any_of(diagnostics.entries, same)) return;
  diagnostics.warn(std::move(message), std::move(where));
}

void warn_lost_frame(const Graph& graph, std::string_view format, Diagnostics& diagnostics) {
  const std::string start = std::string(format) + " carries no ";
  if (!graph.documents.empty()) diagnostics.warn(start + "list of documents; their ids are in the evidence");
  if (!graph.graph_extra.empty() || !graph.extra.empty())
    diagnostics.warn(start + "values of the graph as a whole");
}

void warn_lost_mentions(const Graph& graph, std::string_view format, Diagnostics& diagnostics) {
  if (std::ranges::any_of(graph.nodes, [](const Node& node) { return !node.mentions.empty(); }))
    diagnostics.warn(std::string(format) + " carries the number of mentions, not their places");
}

}  // namespace relgraph::exchange
