// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/wording.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

std::string whole_percent(double share) { return std::to_string(std::lround(share * 100)); }

/// "Sicherheit …: im Mittel (Median) 87 %; 3 liegen unter 60 %."
std::string certainty(const Facts& facts) {
  const Words& words = facts.words();
  std::vector<double> values;
  for (const Edge& edge : facts.graph().edges) values.push_back(edge.confidence);
  std::ranges::sort(values);
  const std::size_t low = uncertain_relations(facts.graph());
  return fill_in(words.method_confidence, {whole_percent(values[(values.size() - 1) / 2]),
                                           low == 0 ? "" : counted(words.low_one, words.low_many, low)});
}

std::string statuses(const Facts& facts) {
  std::array<std::size_t, 5> counts{};
  for (const Edge& edge : facts.graph().edges) ++counts[static_cast<std::size_t>(edge.status)];
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) parts.push_back(fill_in(facts.words().statuses[i], {std::to_string(counts[i])}));
  }
  return fill_in(facts.words().method_status, {joined(parts)});
}

}  // namespace

std::size_t uncertain_relations(const Graph& graph) {
  return static_cast<std::size_t>(std::ranges::count_if(
      graph.edges, [](const Edge& edge) { return edge.confidence < k_low_confidence; }));
}

std::size_t sentence_count(const Graph& graph) {
  std::set<std::tuple<std::string_view, std::size_t, std::string_view>> sentences;
  for (const Edge& edge : graph.edges) {
    for (const Evidence& e : edge.evidence) sentences.emplace(e.document, e.span.begin, e.text);
  }
  return sentences.size();
}

std::size_t linked_actors(const Graph& graph) {
  std::set<std::uint32_t> linked;
  for (const Edge& edge : graph.edges) {
    linked.insert(edge.source);
    linked.insert(edge.target);
  }
  return linked.size();
}

std::vector<std::string> method(const Facts& facts) {
  const Graph& graph = facts.graph();
  const Words& words = facts.words();
  std::vector<std::string> out{std::string(words.method_what)};
  std::size_t passages = 0;
  std::size_t by_model = 0;
  for (const Edge& edge : graph.edges) {
    passages += edge.evidence.size();
    for (const Evidence& evidence : edge.evidence)
      by_model += evidence.by == "model" || evidence.by == "trigger";
  }
  if (by_model > 0) {
    out.push_back(fill_in(words.method_network, {std::to_string(by_model), std::to_string(passages)}));
  } else if (passages > 0) {
    out.push_back(fill_in(words.method_hand, {std::to_string(passages)}));
  }
  // graph files of other makers may name what they used
  const std::string model = clean(string_property(graph.graph_extra, "model").value_or(""));
  if (!model.empty()) out.push_back(fill_in(words.method_model, {model}));
  out.push_back(
      fill_in(words.method_numbers, {counted(words.article_one, words.articles, graph.documents.size()),
                                     counted(words.actor_one, words.actors, graph.nodes.size()),
                                     counted(words.relation_one, words.relations, graph.edges.size()),
                                     counted(words.sentence_one, words.sentences, sentence_count(graph))}));
  if (by_model > 0) out.push_back(certainty(facts));
  if (!graph.edges.empty()) out.push_back(statuses(facts));
  if (const std::size_t isolated = graph.nodes.size() - linked_actors(graph); isolated > 0) {
    out.push_back(counted(words.method_isolated_one, words.method_isolated, isolated));
  }
  out.emplace_back(words.method_kept);
  out.emplace_back(words.method_limits);
  return out;
}

}  // namespace relgraph::report
