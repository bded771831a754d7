// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "base/utf8.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_candidates = 5;
constexpr std::size_t k_suggestions = 3;

using Matches = std::function<bool(const Node&)>;

std::vector<std::uint32_t> find_all(const Graph& graph, const Matches& matches) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (matches(graph.nodes[i])) out.push_back(static_cast<std::uint32_t>(i));
  }
  return out;
}

std::string shown(std::string_view text) { return "\"" + printable(text) + "\""; }

[[noreturn]] void fail_ambiguous(const Graph& graph, std::string_view name,
                                 std::vector<std::uint32_t> candidates) {
  std::ranges::sort(candidates, {}, [&](std::uint32_t i) { return std::string_view(graph.nodes[i].id); });
  std::string hint = "Name one by its id: ";
  for (std::size_t i = 0; i < std::min(candidates.size(), k_candidates); ++i) {
    const Node& node = graph.nodes[candidates[i]];
    if (i > 0) hint += ", ";
    hint += printable(node.id) + " (" + printable(node.label) + ", " + printable(node.type) + ")";
  }
  if (candidates.size() > k_candidates) hint += ", …";
  throw Error(ErrorCode::usage,
              shown(name) + " may be any of " + std::to_string(candidates.size()) + " nodes", {},
              std::move(hint));
}

/// How far a name of a node is from what was typed; smaller is nearer, `k_too_far` is no suggestion.
constexpr std::size_t k_too_far = 1000;

std::size_t distance(std::string_view wanted, const std::string& name) {
  const std::string folded = fold(name);
  if (folded.starts_with(wanted)) return 1;
  if (folded.find(" " + std::string(wanted)) != std::string::npos) return 2;
  const std::size_t limit = std::max<std::size_t>(1, std::min<std::size_t>(wanted.size() / 3, 4));
  const std::size_t edits = edit_distance(wanted, folded, limit);
  return edits <= limit ? 2 + edits : k_too_far;
}

std::string suggestions(const Graph& graph, std::string_view wanted) {
  struct Near {
    std::size_t distance;
    std::string_view label;
  };
  std::vector<Near> near;
  if (!wanted.empty()) {
    for (const Node& node : graph.nodes) {
      std::size_t best = std::min(distance(wanted, node.label), distance(wanted, node.id));
      for (const std::string& alias : node.aliases) best = std::min(best, distance(wanted, alias));
      if (best < k_too_far) near.push_back({best, node.label});
    }
  }
  std::ranges::sort(near, [](const Near& a, const Near& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.label < b.label;
  });
  std::string out;
  for (std::size_t i = 0; i < std::min(near.size(), k_suggestions); ++i) {
    out += (i == 0 ? "Did you mean " : " or ") + shown(near[i].label);
  }
  return out.empty() ? out : out + "?";
}

}  // namespace

std::uint32_t resolve_node(const Graph& graph, std::string_view name) {
  const std::string folded = fold(name);
  const auto folds_equal = [&](const std::string& other) { return !folded.empty() && fold(other) == folded; };
  const std::array<Matches, 4> ways{
      [&](const Node& node) { return node.id == name; },
      [&](const Node& node) { return node.label == name; },
      [&](const Node& node) { return std::ranges::find(node.aliases, name) != node.aliases.end(); },
      [&](const Node& node) {
        return folds_equal(node.label) || folds_equal(node.id) ||
               std::ranges::any_of(node.aliases, folds_equal);
      },
  };
  for (const Matches& matches : ways) {
    std::vector<std::uint32_t> found = find_all(graph, matches);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) fail_ambiguous(graph, name, std::move(found));
  }
  throw Error(ErrorCode::usage, "there is no node " + shown(name), {}, suggestions(graph, folded));
}

}  // namespace relgraph
