// SPDX-License-Identifier: Apache-2.0
// "This relation is wrong", "this relation is right".
#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "correcting.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

/// One judgement on a graph, its names looked up.
struct Judgement {
  const JudgeRelation& said;
  std::uint32_t source;
  std::uint32_t target;
  std::string sentence;  ///< folded; empty: any

  [[nodiscard]] bool joins(const Edge& edge) const {
    return (edge.source == source && edge.target == target) ||
           (edge.source == target && edge.target == source);
  }
  [[nodiscard]] bool is_about(const Edge& edge) const {
    if (edge.type != said.type || (said.status && *said.status != edge.status) || !joins(edge)) return false;
    return edge.source == source || is_symmetric(edge.type);
  }
  [[nodiscard]] bool is_about(const Evidence& evidence) const {
    return sentence.empty() || fold(evidence.text).find(sentence) != std::string::npos;
  }
  [[nodiscard]] bool is_about_evidence_of(const Edge& edge) const {
    return sentence.empty() ||
           std::ranges::any_of(edge.evidence, [&](const Evidence& e) { return is_about(e); });
  }
};

void say_no_relation(const Graph& graph, const Judgement& judgement, const Complaints& complaints) {
  const JudgeRelation& said = judgement.said;
  std::set<std::string_view> others;
  bool without_sentence = false;
  for (const Edge& edge : graph.edges) {
    if (judgement.joins(edge)) others.insert(edge.type);
    without_sentence = without_sentence || judgement.is_about(edge);
  }
  std::string text =
      "there is no relation " + in_quotes(said.source) + " " + said.type + " " + in_quotes(said.target);
  if (said.status) text.append(" that is ").append(to_string(*said.status));
  if (without_sentence) {
    text += " with the sentence " + in_quotes(said.sentence);
  } else if (!others.empty()) {
    std::string list;
    for (const std::string_view type : others) list.append(list.empty() ? "" : ", ").append(type);
    text += "; between the two: " + list;
  }
  complaints.say(std::move(text));
}

void remove(Graph& graph, const Judgement& judgement, const Complaints& complaints) {
  bool removed = false;
  std::erase_if(graph.edges, [&](Edge& edge) {
    if (!judgement.is_about(edge)) return false;
    if (judgement.sentence.empty()) return removed = true;
    const bool some =
        std::erase_if(edge.evidence, [&](const Evidence& e) { return judgement.is_about(e); }) > 0;
    removed = removed || some;
    return some && edge.evidence.empty();
  });
  if (!removed) say_no_relation(graph, judgement, complaints);
}

bool confirm(Graph& graph, const Judgement& judgement) {
  bool confirmed = false;
  for (Edge& edge : graph.edges) {
    if (!judgement.is_about(edge) || !judgement.is_about_evidence_of(edge)) continue;
    confirmed = true;
    edge.confidence = 1;
    for (Evidence& evidence : edge.evidence)
      if (judgement.is_about(evidence)) evidence.by = k_by_user;
  }
  return confirmed;
}

/// The sentence that the words stand in, if the graph has exactly one; as nobody's reading but the user's.
std::vector<Evidence> sentences_with(const Judgement& judgement, const std::vector<Evidence>& sentences) {
  std::vector<Evidence> out;
  for (const Evidence& evidence : sentences) {
    if (!judgement.is_about(evidence)) continue;
    const auto same = [&](const Evidence& e) {
      return std::tie(e.document, e.span, e.text) ==
             std::tie(evidence.document, evidence.span, evidence.text);
    };
    if (std::ranges::any_of(out, same)) continue;
    out.push_back({.document = evidence.document,
                   .span = evidence.span,
                   .text = evidence.text,
                   .speaker = evidence.speaker,
                   .by = std::string(k_by_user)});
  }
  return out;
}

void add(Graph& graph, const Judgement& judgement, const std::vector<Evidence>& sentences,
         const Complaints& complaints) {
  if (judgement.sentence.empty()) {
    say_no_relation(graph, judgement, complaints);
    return;
  }
  std::vector<Evidence> found = sentences_with(judgement, sentences);
  if (found.size() != 1) {
    complaints.say((found.empty() ? "no relation of the graph has the sentence "
                                  : std::to_string(found.size()) + " sentences have the words ") +
                   in_quotes(judgement.said.sentence) +
                   (found.empty() ? "" : "; quote more of the one that is meant"));
    return;
  }
  const auto is_speaker = [&](const Node& node) { return node.id == found.front().speaker; };
  if (std::ranges::none_of(graph.nodes, is_speaker)) found.front().speaker.clear();
  Edge edge;
  edge.source = judgement.source;
  edge.target = judgement.target;
  edge.type = judgement.said.type;
  const RelationType* type = find_relation_type(edge.type);
  if (type != nullptr) edge.polarity = type->polarity;
  edge.status = judgement.said.status.value_or(Status::asserted);
  edge.evidence = std::move(found);
  graph.edges.push_back(std::move(edge));
  canonicalise(graph);
}

}  // namespace

void apply(Graph& graph, const JudgeRelation& correction, const std::vector<Evidence>& sentences,
           const Complaints& complaints) {
  const auto source = find_entity(graph, correction.source, LookAt::all_names, &complaints);
  const auto target = find_entity(graph, correction.target, LookAt::all_names, &complaints);
  if (!source || !target) return;
  if (*source == *target) {
    complaints.say(in_quotes(correction.source) + " and " + in_quotes(correction.target) + " are one entity");
    return;
  }
  const Judgement judgement{correction, *source, *target, fold(correction.sentence)};
  if (!correction.right) {
    remove(graph, judgement, complaints);
  } else if (!confirm(graph, judgement)) {
    add(graph, judgement, sentences, complaints);
  }
}

}  // namespace relgraph
