// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "base/wording.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

Listed<Source> sources(const Facts& facts, std::size_t most) {
  const Graph& graph = facts.graph();
  std::map<std::string_view, std::size_t> relations;
  for (const Edge& edge : graph.edges) {
    std::set<std::string_view> documents;
    for (const Evidence& evidence : edge.evidence) documents.insert(evidence.document);
    for (const std::string_view document : documents) ++relations[document];
  }
  std::vector<Source> all;
  for (const DocumentInfo& document : graph.documents) {
    all.push_back({.title = facts.document_title(document.id),
                   .date = clean(date_text(document.date, facts.words().language)),
                   .language = clean(document.language),
                   .place = place_of(document.source),
                   .relations = relations[document.id]});
  }
  return Listed<Source>::of(std::move(all), most);
}

}  // namespace relgraph::report
