// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "base/wording.hpp"
#include "relgraph/ontology.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

/// Indices of edges between two actors, best supported first.
struct Bundle {
  std::vector<std::uint32_t> edges;
  double support = 0;
};

/// Which edges share a heading: those of one direction; those without direction stand apart from them.
using BundleKey = std::pair<Ends, bool>;

std::vector<Bundle> bundles(const Graph& graph, const std::vector<std::uint32_t>& edges) {
  std::map<BundleKey, Bundle> by_ends;
  for (const std::uint32_t index : edges) {
    const Edge& edge = graph.edges[index];
    Bundle& bundle = by_ends[{ends_of(edge), is_symmetric(edge.type)}];
    bundle.edges.push_back(index);
    bundle.support += support(edge);
  }
  std::vector<Bundle> out;
  out.reserve(by_ends.size());
  for (auto& [key, bundle] : by_ends) out.push_back(std::move(bundle));
  for (Bundle& bundle : out) {
    std::ranges::stable_sort(bundle.edges, {}, [&](std::uint32_t i) { return -support(graph.edges[i]); });
  }
  std::ranges::stable_sort(out, {}, [](const Bundle& b) { return -b.support; });
  return out;
}

Pair pair_of(const Facts& facts, const Bundle& bundle, std::size_t passages) {
  const Graph& graph = facts.graph();
  Pair out;
  out.names = facts.ends(graph.edges[bundle.edges.front()]);
  for (const std::uint32_t index : bundle.edges) {
    const Edge& edge = graph.edges[index];
    out.items.push_back({facts.label(edge), facts.detail(edge), stance_of(edge), edge.confidence});
  }
  out.passages = facts.passages(bundle.edges, passages);
  return out;
}

}  // namespace

std::vector<Family> relations_by_family(const Facts& facts, std::size_t pairs, std::size_t passages) {
  const Graph& graph = facts.graph();
  std::vector<std::pair<std::string_view, std::string_view>> families;  // id and title
  for (const RelationFamily& family : relation_families()) {
    families.emplace_back(family.id, facts.words().language == "de" ? family.label_de : family.label_en);
  }
  families.emplace_back("", facts.words().other_family);
  std::vector<Family> out;
  for (const auto& [id, title] : families) {
    std::vector<std::uint32_t> edges;
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
      if (family_of(graph.edges[i]) == id) edges.push_back(i);
    }
    if (edges.empty()) continue;
    const std::vector<Bundle> all = bundles(graph, edges);
    Family family{.title = std::string(title), .relations = edges.size(), .pairs = {}};
    const std::size_t shown = std::min(pairs, all.size());
    for (std::size_t i = 0; i < shown; ++i) family.pairs.shown.push_back(pair_of(facts, all[i], passages));
    family.pairs.more = all.size() - shown;
    out.push_back(std::move(family));
  }
  return out;
}

std::vector<std::string> strongest_relations(const Facts& facts, std::size_t most) {
  const Graph& graph = facts.graph();
  std::vector<std::uint32_t> edges(graph.edges.size());
  for (std::uint32_t i = 0; i < edges.size(); ++i) edges[i] = i;
  std::vector<std::string> out;
  constexpr std::size_t k_labels = 3;
  for (const Bundle& bundle : bundles(graph, edges)) {
    if (out.size() == most) break;
    std::vector<std::string> labels;
    for (const std::uint32_t index : bundle.edges) {
      if (labels.size() < k_labels) labels.push_back(facts.label_with_detail(graph.edges[index]));
    }
    const Listed<Passage> said = facts.passages(bundle.edges, 0);
    std::string line = facts.ends(graph.edges[bundle.edges.front()]) + ": " + joined(labels);
    if (bundle.edges.size() > k_labels) line += ", …";
    if (said.more > 0)
      line += " – " + counted(facts.words().sentence_one, facts.words().sentences, said.more);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace relgraph::report
