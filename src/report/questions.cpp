// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/wording.hpp"
#include "relgraph/ontology.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

using Indices = std::vector<std::uint32_t>;
/// Edges by ends and type: what is the same but for the status.
using ByRelation = std::map<std::tuple<Ends, std::string_view>, Indices>;

ByRelation by_relation(const Graph& graph) {
  ByRelation out;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    out[{ends_of(edge), edge.type}].push_back(i);
  }
  return out;
}

bool has_status(const Graph& graph, const Indices& edges, std::initializer_list<Status> wanted) {
  return std::ranges::any_of(edges, [&](std::uint32_t i) {
    return std::ranges::find(wanted, graph.edges[i].status) != wanted.end();
  });
}

/// A relation that is stated in one way or another, and denied. That it was so once is no contradiction.
bool is_contradiction(const Graph& graph, const Indices& edges) {
  return has_status(graph, edges, {Status::negated}) &&
         has_status(graph, edges, {Status::asserted, Status::reported, Status::planned});
}

/// Sentences for either side of a question: the best of each edge first.
std::vector<Passage> passages_of(const Facts& facts, const Indices& edges, std::size_t most) {
  return facts.passages(edges, most).shown;
}

std::vector<Question> contradictions(const Facts& facts, const ByRelation& relations, std::size_t passages,
                                     std::set<std::uint32_t>& used) {
  const Graph& graph = facts.graph();
  std::vector<Question> out;
  for (const auto& [key, edges] : relations) {
    if (!is_contradiction(graph, edges)) continue;
    // one sentence of either side, then the others
    Indices denied, stated;
    for (const std::uint32_t i : edges) {
      if (graph.edges[i].status == Status::former) continue;
      (graph.edges[i].status == Status::negated ? denied : stated).push_back(i);
    }
    used.insert(edges.begin(), edges.end());
    const Edge& first = graph.edges[stated.front()];
    Question question{fill_in(facts.words().contradiction,
                              {facts.ends(first), clean(relation_label(first.type, facts.words().language))}),
                      passages_of(facts, stated, std::max<std::size_t>(passages / 2, 1))};
    for (Passage& passage : passages_of(facts, denied, std::max<std::size_t>(passages / 2, 1)))
      question.passages.push_back(std::move(passage));
    out.push_back(std::move(question));
  }
  return out;
}

/// Friendly and hostile relations of one actor towards another; a relation without direction is of both.
std::vector<Question> ambivalence(const Facts& facts, std::size_t passages) {
  const Graph& graph = facts.graph();
  struct Sides {
    Indices friendly, hostile;
  };
  std::map<Ends, Sides> pairs;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    const Polarity stance = stance_of(edge);
    if (stance == Polarity::neutral || edge.status == Status::former || edge.source == edge.target) continue;
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
      Sides& sides = pairs[{from, to}];
      (stance == Polarity::positive ? sides.friendly : sides.hostile).push_back(i);
    };
    add(edge.source, edge.target);
    if (is_symmetric(edge.type)) add(edge.target, edge.source);
  }
  std::vector<std::pair<double, Question>> found;
  std::set<std::pair<Indices, Indices>> told;  // both directions of two symmetric relations are one question
  for (const auto& [ends, sides] : pairs) {
    if (sides.friendly.empty() || sides.hostile.empty()) continue;
    if (!told.emplace(sides.friendly, sides.hostile).second) continue;
    const auto labels = [&](const Indices& edges) {
      std::vector<std::string> out;
      for (const std::uint32_t i : edges) out.push_back(facts.label_with_detail(graph.edges[i]));
      return joined(out);
    };
    Question question{
        fill_in(facts.words().ambivalent, {facts.name(ends.first) + " → " + facts.name(ends.second),
                                           labels(sides.friendly), labels(sides.hostile)}),
        passages_of(facts, sides.friendly, std::max<std::size_t>(passages / 2, 1))};
    for (Passage& passage : passages_of(facts, sides.hostile, std::max<std::size_t>(passages / 2, 1))) {
      const bool known = std::ranges::any_of(question.passages, [&](const Passage& p) {
        return p.origin == passage.origin && plain(p.text) == plain(passage.text);
      });
      if (!known) question.passages.push_back(std::move(passage));
    }
    double weight = 0;
    for (const Indices* edges : {&sides.friendly, &sides.hostile}) {
      double sum = 0;
      for (const std::uint32_t i : *edges) sum += support(graph.edges[i]);
      weight = edges == &sides.friendly ? sum : std::min(weight, sum);  // the weaker side decides
    }
    found.emplace_back(-weight, std::move(question));
  }
  std::ranges::stable_sort(found, {}, &std::pair<double, Question>::first);
  std::vector<Question> out;
  for (auto& [weight, question] : found) out.push_back(std::move(question));
  return out;
}

/// Hostile acts that are a claim of one speaker who is not the one that acts: nobody else says so.
std::vector<Question> single_claims(const Facts& facts, const ByRelation& relations, std::size_t passages,
                                    std::set<std::uint32_t>& used) {
  const Graph& graph = facts.graph();
  std::vector<Question> out;
  for (const auto& [key, edges] : relations) {
    if (has_status(graph, edges, {Status::asserted, Status::former})) continue;
    for (const std::uint32_t i : edges) {
      const Edge& edge = graph.edges[i];
      if (edge.status != Status::reported || edge.polarity != Polarity::negative || used.contains(i))
        continue;
      const std::vector<std::string_view> speakers = facts.speakers(edge);
      const bool all_spoken =
          std::ranges::none_of(edge.evidence, [](const Evidence& e) { return e.speaker.empty(); });
      if (speakers.size() != 1 || !all_spoken || speakers.front() == graph.nodes[edge.source].id) continue;
      used.insert(i);
      Edge bare = edge;  // the sentence says already whose claim it is
      bare.status = Status::asserted;
      out.push_back({fill_in(facts.words().single, {facts.name_of_id(speakers.front()),
                                                    facts.ends(edge) + ": " + facts.label_with_detail(bare)}),
                     passages_of(facts, {i}, passages)});
    }
  }
  return out;
}

/// What is planned or reported and nowhere a fact. A stance is what its holder says, so it needs no other.
std::vector<Question> unconfirmed(const Facts& facts, const ByRelation& relations, std::size_t passages,
                                  const std::set<std::uint32_t>& used) {
  const Graph& graph = facts.graph();
  std::vector<std::pair<double, Question>> found;
  for (const auto& [key, edges] : relations) {
    if (has_status(graph, edges, {Status::asserted, Status::former, Status::negated})) continue;
    for (const std::uint32_t i : edges) {
      const Edge& edge = graph.edges[i];
      if (used.contains(i) || family_of(edge) == "stance") continue;
      const bool planned = edge.status == Status::planned;
      Edge bare = edge;
      bare.status = Status::asserted;
      std::vector<std::string> speakers;
      for (const std::string_view id : facts.speakers(edge)) speakers.push_back(facts.name_of_id(id));
      const Words& words = facts.words();
      const std::string_view form = planned            ? words.only_planned
                                    : speakers.empty() ? words.only_reported
                                                       : words.only_reported_by;
      found.emplace_back(
          -support(edge),
          Question{fill_in(form, {facts.ends(edge) + ": " + facts.label_with_detail(bare), joined(speakers)}),
                   passages_of(facts, {i}, passages)});
    }
  }
  std::ranges::stable_sort(found, {}, &std::pair<double, Question>::first);
  std::vector<Question> out;
  for (auto& [weight, question] : found) out.push_back(std::move(question));
  return out;
}

}  // namespace

std::vector<QuestionKind> open_questions(const Facts& facts, std::size_t most, std::size_t passages) {
  const Words& words = facts.words();
  const ByRelation relations = by_relation(facts.graph());
  std::set<std::uint32_t> used;
  std::vector<QuestionKind> out;
  const auto add = [&](const Section& section, std::vector<Question> questions) {
    if (questions.empty()) return;
    out.push_back({std::string(section.title), std::string(section.text),
                   Listed<Question>::of(std::move(questions), most)});
  };
  add(words.contradictions, contradictions(facts, relations, passages, used));
  add(words.ambivalence, ambivalence(facts, passages));
  add(words.single_speaker, single_claims(facts, relations, 1, used));
  add(words.unconfirmed, unconfirmed(facts, relations, 1, used));
  return out;
}

}  // namespace relgraph::report
