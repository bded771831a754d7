// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <tuple>
#include <vector>

#include "relgraph/graph.hpp"

// Total orders over the parts of a graph, by content alone, so that what is sorted by them does not show
// in which order it was built.

namespace relgraph::order {

template <class T, class Compare>
[[nodiscard]] std::strong_ordering lists(const std::vector<T>& a, const std::vector<T>& b, Compare compare) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), compare);
}

[[nodiscard]] inline std::strong_ordering property(const Property& a, const Property& b) {
  return std::tie(a.name, a.json) <=> std::tie(b.name, b.json);
}

[[nodiscard]] inline std::strong_ordering properties(const Properties& a, const Properties& b) {
  return lists(a, b, property);
}

[[nodiscard]] inline std::strong_ordering mention(const Mention& a, const Mention& b) {
  const auto place = std::tie(a.document, a.span, a.kind) <=> std::tie(b.document, b.span, b.kind);
  return place != std::strong_ordering::equal ? place : properties(a.extra, b.extra);
}

/// What a user has decided comes before the same sentence as a machine read it, evidence with a trigger
/// before that without one.
[[nodiscard]] inline std::strong_ordering evidence(const Evidence& a, const Evidence& b) {
  const auto place = std::tie(a.document, a.span, a.text) <=> std::tie(b.document, b.span, b.text);
  if (place != std::strong_ordering::equal) return place;
  const bool user_a = a.by == "user", user_b = b.by == "user";
  if (user_a != user_b) return user_b <=> user_a;
  const auto rest = std::make_tuple(!a.trigger, a.trigger.value_or(Span{})) <=>
                    std::make_tuple(!b.trigger, b.trigger.value_or(Span{}));
  if (rest != std::strong_ordering::equal) return rest;
  const auto origin = std::tie(a.speaker, a.by) <=> std::tie(b.speaker, b.by);
  return origin != std::strong_ordering::equal ? origin : properties(a.extra, b.extra);
}

[[nodiscard]] inline std::strong_ordering document(const DocumentInfo& a, const DocumentInfo& b) {
  const auto fields = std::tie(a.id, a.sha256, a.title, a.language, a.date, a.source) <=>
                      std::tie(b.id, b.sha256, b.title, b.language, b.date, b.source);
  return fields != std::strong_ordering::equal ? fields : properties(a.extra, b.extra);
}

[[nodiscard]] inline std::strong_ordering node(const Node& a, const Node& b) {
  const auto fields =
      std::tie(a.id, a.label, a.type, a.aliases) <=> std::tie(b.id, b.label, b.type, b.aliases);
  if (fields != std::strong_ordering::equal) return fields;
  const auto mentions = lists(a.mentions, b.mentions, mention);
  return mentions != std::strong_ordering::equal ? mentions : properties(a.extra, b.extra);
}

/// Whether two edges state the same: they become one edge with the evidence of both.
[[nodiscard]] inline bool same_relation(const Edge& a, const Edge& b) {
  return a.source == b.source && a.target == b.target && a.type == b.type && a.status == b.status;
}

/// By relation, then the most confident first. Ends are compared by index: sort the nodes first.
[[nodiscard]] inline std::strong_ordering edge(const Edge& a, const Edge& b) {
  const auto relation =
      std::tie(a.source, a.target, a.type, a.status) <=> std::tie(b.source, b.target, b.type, b.status);
  if (relation != std::strong_ordering::equal) return relation;
  if (a.confidence != b.confidence)
    return a.confidence > b.confidence ? std::strong_ordering::less : std::strong_ordering::greater;
  if (const auto sign = a.polarity <=> b.polarity; sign != std::strong_ordering::equal) return sign;
  if (const auto given = properties(a.attributes, b.attributes); given != std::strong_ordering::equal)
    return given;
  if (const auto proof = lists(a.evidence, b.evidence, evidence); proof != std::strong_ordering::equal)
    return proof;
  return properties(a.extra, b.extra);
}

/// Two canonical graphs.
[[nodiscard]] inline std::strong_ordering graph(const Graph& a, const Graph& b) {
  if (const auto d = lists(a.documents, b.documents, document); d != std::strong_ordering::equal) return d;
  if (const auto n = lists(a.nodes, b.nodes, node); n != std::strong_ordering::equal) return n;
  if (const auto e = lists(a.edges, b.edges, edge); e != std::strong_ordering::equal) return e;
  if (const auto p = properties(a.graph_extra, b.graph_extra); p != std::strong_ordering::equal) return p;
  return properties(a.extra, b.extra);
}

/// A three-way order as the "less" that sorting wants.
template <auto Compare>
inline constexpr auto less =
    [](const auto& a, const auto& b) { return Compare(a, b) == std::strong_ordering::less; };

}  // namespace relgraph::order
