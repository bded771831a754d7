// SPDX-License-Identifier: Apache-2.0
#include "relgraph/grouping.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"
#include "render/label_text.hpp"
#include "render/messages.hpp"

namespace relgraph {

namespace {

using namespace render;

std::string attributes_hint(const Graph& graph) {
  constexpr std::size_t k_most = 8;
  std::set<std::string_view> names;
  for (const Node& node : graph.nodes) {
    for (const Property& property : node.extra) names.insert(property.name);
  }
  if (names.empty())
    return "nodes have no attributes here; 'rank' and 'communities' write some with --annotate";
  std::string out = "nodes have: ";
  std::size_t count = 0;
  for (const std::string_view name : names) {
    if (count == k_most) return out + ", …";
    out += (count++ > 0 ? ", " : "") + std::string(name);
  }
  return out;
}

[[noreturn]] void no_such_attribute(const Graph& graph, const std::string& what, std::string_view name) {
  throw Error(ErrorCode::usage, "no node has " + what + " '" + std::string(name) + "'", {},
              attributes_hint(graph));
}

/// Own types keep their names; the known ones have a word for many of them.
std::string type_heading(const Node& node, const Words& words) {
  const NodeShape shape = shape_of(node.type);
  return shape == NodeShape::other && !node.type.empty() ? node.type
                                                         : std::string(words.type_groups[index_of(shape)]);
}

}  // namespace

std::vector<std::string> groups_by_type(const Graph& graph, std::string_view language) {
  std::vector<std::string> out;
  out.reserve(graph.nodes.size());
  for (const Node& node : graph.nodes) out.push_back(type_heading(node, words_of(language)));
  return out;
}

std::vector<std::string> groups_by_family(const Graph& graph, std::string_view language) {
  const std::span<const RelationFamily> families = relation_families();
  std::vector<std::vector<std::size_t>> evidence(graph.nodes.size(),
                                                 std::vector<std::size_t>(families.size(), 0));
  for (const Edge& edge : graph.edges) {
    const RelationType* type = find_relation_type(edge.type);
    if (type == nullptr) continue;
    const auto family = std::ranges::find(families, type->family, &RelationFamily::id);
    if (family == families.end()) continue;
    const auto place = static_cast<std::size_t>(family - families.begin());
    const std::size_t count = std::max<std::size_t>(1, edge.evidence.size());
    evidence[edge.source][place] += count;
    if (edge.target != edge.source) evidence[edge.target][place] += count;
  }
  std::vector<std::string> out;
  for (const std::vector<std::size_t>& counts : evidence) {
    const auto most = std::ranges::max_element(counts);
    out.emplace_back();
    if (most == counts.end() || *most == 0) continue;
    const RelationFamily& family = families[static_cast<std::size_t>(most - counts.begin())];
    out.back() = language == "de" ? family.label_de : family.label_en;
  }
  return out;
}

std::vector<std::string> groups_by_attribute(const Graph& graph, std::string_view name) {
  std::vector<std::string> out;
  bool found = false;
  for (const Node& node : graph.nodes) {
    out.emplace_back();
    const Property* property = find_property(node.extra, name);
    if (property == nullptr || property->json == "null") continue;
    out.back() = string_property(node.extra, name).value_or(property->json);
    const bool bare = out.back().find_first_not_of("0123456789.-") == std::string::npos;
    if (bare && !out.back().empty()) out.back().insert(0, std::string(name) + " ");
    found = found || !out.back().empty();
  }
  if (!found) no_such_attribute(graph, "an attribute", name);
  return out;
}

std::vector<std::string> groups_around(const Graph& graph, std::span<const std::uint32_t> group_of,
                                       std::span<const double> importance, std::string_view language) {
  struct Group {
    std::size_t size = 0;
    std::size_t center = 0;
  };
  std::map<std::uint32_t, Group> groups;
  for (std::size_t i = 0; i < group_of.size(); ++i) {
    const auto [group, is_new] = groups.emplace(group_of[i], Group{0, i});
    ++group->second.size;
    if (importance[i] > importance[group->second.center]) group->second.center = i;
  }
  std::map<std::uint32_t, std::string> headings;
  std::map<std::string, std::size_t> namesakes;
  for (const auto& [id, group] : groups) {
    if (group.size < 2) continue;
    std::string heading =
        fill_in(words_of(language).group_around, {std::string(display_name(graph.nodes[group.center]))});
    const std::size_t count = ++namesakes[heading];
    if (count > 1) heading += " (" + std::to_string(count) + ")";
    headings.emplace(id, std::move(heading));
  }
  std::vector<std::string> out;
  for (const std::uint32_t group : group_of) {
    const auto heading = headings.find(group);
    out.push_back(heading == headings.end() ? std::string() : heading->second);
  }
  return out;
}

std::vector<double> node_values(const Graph& graph, std::string_view name) {
  std::vector<double> out;
  bool found = false;
  for (const Node& node : graph.nodes) {
    const std::optional<double> value = number_property(node.extra, name);
    out.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    found = found || value.has_value();
  }
  if (!found) no_such_attribute(graph, "a number", name);
  return out;
}

std::string measure_name(std::string_view name, std::string_view language) {
  struct Measure {
    std::string_view id;
    std::string_view german;
    std::string_view english;
  };
  constexpr std::array<Measure, 16> k_measures{{
      {"degree", "Zahl der Verbindungen", "number of ties"},
      {"in_degree", "eingehende Verbindungen", "incoming ties"},
      {"out_degree", "ausgehende Verbindungen", "outgoing ties"},
      {"strength", "Stärke der Verbindungen", "strength of ties"},
      {"positive_in", "erhaltene Zustimmung", "support received"},
      {"positive_out", "geäußerte Zustimmung", "support given"},
      {"negative_in", "erhaltene Ablehnung", "hostility received"},
      {"negative_out", "geäußerte Ablehnung", "hostility shown"},
      {"pagerank", "PageRank", "PageRank"},
      {"betweenness", "Vermittlung (Betweenness)", "betweenness"},
      {"closeness", "Nähe (Closeness)", "closeness"},
      {"eigenvector", "Eigenvektor-Zentralität", "eigenvector centrality"},
      {"katz", "Katz-Zentralität", "Katz centrality"},
      {"hubs", "Verteiler (HITS)", "hubs (HITS)"},
      {"authorities", "Autoritäten (HITS)", "authorities (HITS)"},
      {"core", "Kernzahl", "core number"},
  }};
  const auto* const found = std::ranges::find(k_measures, name, &Measure::id);
  if (found == k_measures.end()) return std::string(name);
  return std::string(language == "de" ? found->german : found->english);
}

}  // namespace relgraph
