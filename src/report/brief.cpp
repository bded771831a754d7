// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/wording.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

constexpr std::size_t k_names = 3;

/// The names with the highest numbers, "Musk (4), Trump (2)"; empty if all are zero.
std::string leaders(const std::vector<Actor>& actors, std::size_t Actor::*number) {
  std::vector<const Actor*> order;
  for (const Actor& actor : actors) {
    if (actor.*number > 0) order.push_back(&actor);
  }
  std::ranges::stable_sort(order, [&](const Actor* a, const Actor* b) { return a->*number > b->*number; });
  if (order.size() > k_names) order.resize(k_names);
  std::vector<std::string> out;
  for (const Actor* actor : order) out.push_back(actor->name + " (" + std::to_string(actor->*number) + ")");
  return joined(out);
}

}  // namespace

std::vector<std::string> brief(const Facts& facts, const Report& report) {
  const Graph& graph = facts.graph();
  const Words& words = facts.words();
  std::vector<std::string> out;
  if (graph.edges.empty()) {
    out.emplace_back(words.brief_none);
    return out;
  }
  out.push_back(fill_in(graph.documents.empty() ? words.brief_counts_no_documents : words.brief_counts,
                        {counted(words.article_one, words.articles, graph.documents.size()),
                         counted(words.actor_one, words.actors, linked_actors(graph)),
                         counted(words.relation_one, words.relations, graph.edges.size()),
                         counted(words.sentence_one, words.sentences, sentence_count(graph))}));
  // all actors count here, whatever the table shows
  const std::vector<Actor> actors = ranked_actors(facts);
  std::vector<std::string> center;
  for (const Actor& actor : actors) {
    if (center.size() == k_names) break;
    center.push_back(actor.name + " (" + std::to_string(actor.out + actor.in) + ")");
  }
  if (!center.empty()) out.push_back(fill_in(words.brief_center, {joined(center)}));
  const auto add = [&](std::string_view form, std::size_t Actor::*number) {
    const std::string names = leaders(actors, number);
    if (!names.empty()) out.push_back(fill_in(form, {names}));
  };
  add(words.brief_hostile_given, &Actor::hostile_out);
  add(words.brief_hostile_received, &Actor::hostile_in);
  add(words.brief_friendly_received, &Actor::friendly_in);
  if (!report.money.largest.empty()) {
    const bool one = report.money.largest.size() == 1;
    out.push_back(fill_in(one ? words.brief_sum : words.brief_sums, {joined(report.money.largest, "; ")}));
  }
  if (const std::size_t unsure = uncertain_relations(graph); unsure * 2 >= graph.edges.size()) {
    out.push_back(fill_in(words.brief_unsure, {std::to_string(unsure), std::to_string(graph.edges.size())}));
  }
  std::size_t open = 0;
  for (const QuestionKind& kind : report.questions) open += kind.questions.shown.size() + kind.questions.more;
  if (open > 0) out.push_back(counted(words.brief_open_one, words.brief_open_many, open));
  return out;
}

std::string report_title(const Facts& facts, const std::string& wish) {
  std::string title = clean(wish, 200);
  if (!title.empty()) return title;
  const Words& words = facts.words();
  const std::vector<DocumentInfo>& documents = facts.graph().documents;
  if (documents.empty()) return std::string(words.title_none);
  if (documents.size() > 1) {
    return fill_in(words.title, {counted(words.article_one, words.articles, documents.size())});
  }
  title = clean(documents.front().title, 200);
  if (!title.empty()) return title;
  return fill_in(words.title, {clean(documents.front().id)});
}

std::string report_subtitle(const Facts& facts) {
  const Graph& graph = facts.graph();
  const Words& words = facts.words();
  std::vector<std::string> parts;
  if (graph.documents.size() == 1) {
    parts = {clean(date_text(graph.documents.front().date, words.language)),
             place_of(graph.documents.front().source)};
  } else if (graph.documents.size() > 1) {
    std::vector<std::string> dates;
    for (const DocumentInfo& document : graph.documents) {
      if (!document.date.empty()) dates.push_back(document.date);
    }
    const auto [oldest, newest] = std::ranges::minmax_element(dates);
    if (!dates.empty()) parts.push_back(clean(date_text(*oldest, words.language)));
    if (!dates.empty() && *oldest != *newest)
      parts.back() += " – " + clean(date_text(*newest, words.language));
  }
  parts.push_back(counted(words.actor_one, words.actors, linked_actors(graph)));
  parts.push_back(counted(words.relation_one, words.relations, graph.edges.size()));
  std::erase(parts, "");
  return joined(parts, " · ");
}

}  // namespace relgraph::report
