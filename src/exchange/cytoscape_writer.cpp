// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/record.hpp"

namespace relgraph::exchange {

namespace {

/// Appends `"name":json`, with a comma unless it is the first of its object.
void append_member(std::string& out, std::string_view name, std::string_view json) {
  if (!out.ends_with('{')) out += ',';
  out.append(json_text(name)).append(":").append(json);
}

void append_members(std::string& out, const Properties& properties, std::string_view but = {}) {
  for (const Property& property : properties) {
    if (property.name != but) append_member(out, property.name, property.json);
  }
}

/// A place that a node had when it was read.
const Property* position_of(const Node& node) {
  const Property* found = find_property(node.extra, "position");
  return found != nullptr && found->json.starts_with('{') ? found : nullptr;
}

void append_node(std::string& out, const Node& node) {
  const std::string id = json_text(node.id);
  const Property* position = position_of(node);
  out += R"({"data":{)";
  append_member(out, "id", id);
  // NetworkX knows a node by "value", Cytoscape shows "name".
  append_member(out, "value", id);
  append_member(out, "name", json_text(node.label));
  append_members(out, node_record(node), position != nullptr ? "position" : "");
  out += '}';
  if (position != nullptr) append_member(out, "position", position->json);
  out += '}';
}

void append_edge(std::string& out, const Graph& graph, const Edge& edge, const std::string& id) {
  out += R"({"data":{)";
  append_member(out, "id", json_text(id));
  append_member(out, "source", json_text(graph.nodes[edge.source].id));
  append_member(out, "target", json_text(graph.nodes[edge.target].id));
  append_member(out, "key", std::to_string(edge.key));
  append_member(out, "interaction", json_text(edge.type));
  append_members(out, edge_record(edge));
  out += "}}";
}

/// Edges must not have the id of a node: `e0`, or with as many underscores before it as are needed.
std::string edge_prefix(const Graph& graph) {
  std::string prefix = "e";
  std::size_t most = 0;
  for (const Node& node : graph.nodes) {
    const std::size_t underscores = node.id.find_first_not_of('_');
    if (underscores != std::string::npos && node.id[underscores] == 'e' && node.id.size() > underscores + 1 &&
        node.id.find_first_not_of("0123456789", underscores + 1) == std::string::npos)
      most = std::max(most, underscores + 1);
  }
  return std::string(most, '_') + prefix;
}

/// Unknown keys of the outermost object, but for those that have a meaning in this format.
Properties outermost(const Graph& graph) {
  constexpr std::array<std::string_view, 4> k_names{"data", "directed", "multigraph", "elements"};
  Properties out = graph.extra;
  for (Property& property : out) {
    if (std::ranges::find(k_names, property.name) != k_names.end() || property.name.starts_with("extra:"))
      property.name.insert(0, "extra:");
  }
  return out;
}

}  // namespace

std::vector<ExchangeFile> write_cytoscape(const Graph& graph, Diagnostics& /*diagnostics*/) {
  Graph canonical = graph;
  canonicalise(canonical);
  std::string out = R"({"data":{)";
  append_member(out, "format", json_text("relgraph/1"));
  append_member(out, "documents", to_json(canonical.documents));
  append_members(out, canonical.graph_extra);
  out += "},\n\"directed\":true,\n\"multigraph\":true";
  for (const Property& property : outermost(canonical)) {
    out += ",\n";
    out.append(json_text(property.name)).append(":").append(property.json);
  }
  out += ",\n\"elements\":{\"nodes\":[";
  for (std::size_t i = 0; i < canonical.nodes.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    append_node(out, canonical.nodes[i]);
  }
  out += "\n],\"edges\":[";
  const std::string prefix = edge_prefix(canonical);
  for (std::size_t i = 0; i < canonical.edges.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    append_edge(out, canonical, canonical.edges[i], prefix + std::to_string(i));
  }
  return {{"", out + "\n]}}\n"}};
}

}  // namespace relgraph::exchange
