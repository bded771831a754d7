// SPDX-License-Identifier: Apache-2.0
#include "report/sections.hpp"

namespace relgraph::report {

Report make_report(const Graph& graph, const ReportOptions& options) {
  const std::string& wish = options.render.labels;
  const Facts facts(graph, wish.empty() ? main_language(graph) : wish);
  constexpr std::size_t k_strongest = 6;
  Report report;
  report.language = facts.words().language;
  report.title = report_title(facts, options.render.title);
  report.subtitle = report_subtitle(facts);
  report.strongest = strongest_relations(facts, k_strongest);
  report.actors = key_actors(facts, options.top_actors);
  report.families = relations_by_family(facts, options.per_family, options.passages);
  report.timeline = timeline(facts, options.table_rows);
  report.money = money_table(facts, options.table_rows);
  report.questions = open_questions(facts, options.per_question, options.passages);
  report.sources = sources(facts, options.table_rows);
  report.method = method(facts);
  report.brief = brief(facts, report);
  return report;
}

}  // namespace relgraph::report
