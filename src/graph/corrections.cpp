// SPDX-License-Identifier: Apache-2.0
#include "relgraph/corrections.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "correcting.hpp"
#include "join.hpp"

namespace relgraph {

namespace {

/// The entities of a name at the first level at which there are any.
std::vector<std::uint32_t> candidates(const Graph& graph, std::string_view name, std::string_view type,
                                      LookAt where) {
  const std::string folded = fold(name);
  const bool aliases = where == LookAt::all_names;
  const auto label = [&](const Node& n) { return n.label == name; };
  const auto alias = [&](const Node& n) {
    return aliases && std::ranges::find(n.aliases, name) != n.aliases.end();
  };
  const auto id = [&](const Node& n) { return n.id == name; };
  const auto near = [&](const std::string& other) { return !folded.empty() && fold(other) == folded; };
  const auto near_label = [&](const Node& n) { return near(n.label); };
  const auto near_alias = [&](const Node& n) { return aliases && std::ranges::any_of(n.aliases, near); };
  std::vector<std::uint32_t> out;
  const auto collect = [&](const auto& matches) {
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
      const Node& node = graph.nodes[i];
      if ((type.empty() || node.type == type) && matches(node)) out.push_back(i);
    }
    return !out.empty();
  };
  static_cast<void>(collect(label) || collect(alias) || collect(id) || collect(near_label) ||
                    collect(near_alias));
  return out;
}

/// `Azure (place)` as name and type; nothing without brackets.
std::optional<std::pair<std::string_view, std::string_view>> name_and_type(std::string_view text) {
  const std::size_t open = text.rfind(" (");
  if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return std::nullopt;
  return std::pair(text.substr(0, open), text.substr(open + 2, text.size() - open - 3));
}

std::string alternatives(const Graph& graph, std::string_view name, const std::vector<std::uint32_t>& found) {
  constexpr std::size_t k_most = 5;
  const Node& first = graph.nodes[found.front()];
  const bool by_type =
      std::ranges::count(found, first.type, [&](std::uint32_t i) { return graph.nodes[i].type; }) == 1;
  std::string out;
  for (std::size_t i = 0; i < std::min(found.size(), k_most); ++i) {
    const Node& node = graph.nodes[found[i]];
    out += out.empty() ? "" : " or ";
    out += in_quotes(by_type ? std::string(name) + " (" + node.type + ")" : node.id);
  }
  return out;
}

void say_unknown(const Graph& graph, std::string_view name, LookAt where, const Complaints& complaints) {
  std::string text = in_quotes(name) + " is not in the graph";
  if (where == LookAt::labels) {
    if (const auto other = find_entity(graph, name, LookAt::all_names, nullptr)) {
      complaints.say("no entity is called " + in_quotes(name) + "; it is another name of " +
                     in_quotes(graph.nodes[*other].label));
      return;
    }
  }
  try {
    static_cast<void>(resolve_node(graph, name));
  } catch (const Error& error) {
    if (!error.hint().empty()) text += ". " + error.hint();
  }
  complaints.say(std::move(text));
}

/// Takes nodes out of the graph: `stands_for` says which node takes over what a removed one had, or none.
using Replacements = std::map<std::uint32_t, std::optional<std::uint32_t>>;

void remove_nodes(Graph& graph, const Replacements& stands_for) {
  std::map<std::string, std::string, std::less<>> speakers;
  std::vector<std::optional<std::uint32_t>> moved_to(graph.nodes.size());
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (!stands_for.contains(i)) moved_to[i] = next++;
  for (const auto& [removed, kept] : stands_for) {
    if (kept) moved_to[removed] = moved_to[*kept];
    speakers[graph.nodes[removed].id] = kept ? graph.nodes[*kept].id : std::string();
  }
  std::erase_if(graph.edges, [&](Edge& edge) {
    const bool loop = edge.source == edge.target;
    const auto source = moved_to[edge.source], target = moved_to[edge.target];
    // What two names of one entity were said to do to each other is nothing that it does to itself.
    if (!source || !target || (*source == *target && !loop)) return true;
    edge.source = *source;
    edge.target = *target;
    return false;
  });
  for (Edge& edge : graph.edges) {
    for (Evidence& evidence : edge.evidence)
      if (const auto found = speakers.find(evidence.speaker); found != speakers.end())
        evidence.speaker = found->second;
  }
  std::vector<Node> nodes;
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (!stands_for.contains(i)) nodes.push_back(std::move(graph.nodes[i]));
  graph.nodes = std::move(nodes);
}

void take_over(Node& into, Node& from) {
  into.aliases.push_back(std::move(from.label));
  std::ranges::move(from.aliases, std::back_inserter(into.aliases));
  std::ranges::move(from.mentions, std::back_inserter(into.mentions));
  join_properties(into.extra, from.extra);
}

void apply(Graph& graph, const MergeEntities& correction, const Complaints& complaints) {
  std::optional<std::uint32_t> kept;
  Replacements stands_for;
  for (const std::string& name : correction.names) {
    const auto found = find_entity(graph, name, LookAt::all_names, &complaints);
    if (!found) continue;
    if (!kept) kept = found;
    if (*found == *kept || stands_for.contains(*found)) continue;
    stands_for[*found] = kept;
  }
  if (!kept) return;
  Node& node = graph.nodes[*kept];
  for (const auto& [removed, unused] : stands_for) take_over(node, graph.nodes[removed]);
  const std::string& wanted = correction.names.front();
  if (std::ranges::find(node.aliases, wanted) != node.aliases.end()) relabel(node, wanted);
  if (!stands_for.empty()) remove_nodes(graph, stands_for);
}

void apply(Graph& graph, const RenameEntity& correction, const Complaints& complaints) {
  const auto taken = std::ranges::find(graph.nodes, correction.to, &Node::label);
  const auto found = find_entity(graph, correction.entity, LookAt::labels, nullptr);
  if (taken != graph.nodes.end()) {
    const auto at = static_cast<std::uint32_t>(taken - graph.nodes.begin());
    const bool done =
        found ? *found == at : std::ranges::find(taken->aliases, correction.entity) != taken->aliases.end();
    if (done) return;
    if (found) {
      complaints.say("there is an entity " + in_quotes(correction.to) + " already; if " +
                     in_quotes(correction.entity) + " is the same, merge them");
      return;
    }
  }
  if (const auto entity = find_entity(graph, correction.entity, LookAt::labels, &complaints))
    relabel(graph.nodes[*entity], correction.to);
}

void apply(Graph& graph, const RetypeEntity& correction, const Complaints& complaints) {
  if (const auto entity = find_entity(graph, correction.entity, LookAt::labels, &complaints))
    graph.nodes[*entity].type = correction.type;
}

void apply(Graph& graph, const DropEntity& correction, const Complaints& complaints) {
  if (const auto entity = find_entity(graph, correction.entity, LookAt::labels, &complaints))
    remove_nodes(graph, {{*entity, std::nullopt}});
}

std::vector<Evidence> all_evidence(const Graph& graph) {
  std::vector<Evidence> out;
  for (const Edge& edge : graph.edges) std::ranges::copy(edge.evidence, std::back_inserter(out));
  return out;
}

}  // namespace

std::string in_quotes(std::string_view name) { return "'" + printable(repair_utf8(name)) + "'"; }

void relabel(Node& node, const std::string& label) {
  if (node.label == label) return;
  node.aliases.push_back(std::exchange(node.label, label));
  tidy_aliases(node);
}

std::optional<std::uint32_t> find_entity(const Graph& graph, std::string_view name, LookAt where,
                                         const Complaints* complaints) {
  std::vector<std::uint32_t> found = candidates(graph, name, {}, where);
  if (found.empty()) {
    if (const auto parts = name_and_type(name)) found = candidates(graph, parts->first, parts->second, where);
  }
  if (found.size() == 1) return found.front();
  if (complaints == nullptr) return std::nullopt;
  if (found.empty()) {
    say_unknown(graph, name, where, *complaints);
  } else {
    complaints->say(in_quotes(name) + " may be any of " + std::to_string(found.size()) + " entities: write " +
                    alternatives(graph, name, found));
  }
  return std::nullopt;
}

Graph apply_corrections(Graph graph, const Corrections& corrections, Diagnostics& diagnostics) {
  const std::vector<Evidence> sentences = all_evidence(graph);
  for (const Correction& correction : corrections.items) {
    const Complaints complaints{diagnostics, correction.where};
    std::visit(
        [&](const auto& what) {
          if constexpr (std::is_same_v<std::decay_t<decltype(what)>, JudgeRelation>) {
            apply(graph, what, sentences, complaints);
          } else {
            apply(graph, what, complaints);
          }
        },
        correction.what);
  }
  canonicalise(graph);
  return graph;
}

}  // namespace relgraph
