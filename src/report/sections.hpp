// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "relgraph/report.hpp"
#include "report/facts.hpp"
#include "report/report.hpp"

namespace relgraph::report {

// One function a section, each in a file of its name. Ties are broken by the order of nodes and edges, which
// is that of their ids in a graph file.

/// The actors by the number of their neighbours in and out, then by PageRank, without posts and without
/// those that have no relation. Denied relations do not count.
[[nodiscard]] std::vector<Actor> ranked_actors(const Facts& facts);

/// The first of them, with their posts.
[[nodiscard]] Listed<Actor> key_actors(const Facts& facts, std::size_t most);

/// Posts of an actor: its own ones, or who leads it if it is no person.
[[nodiscard]] std::vector<std::string> posts_of(const Facts& facts, std::uint32_t node);

/// Relations by family, in the order of the ontology, unknown types last; pairs by support.
[[nodiscard]] std::vector<Family> relations_by_family(const Facts& facts, std::size_t pairs,
                                                      std::size_t passages);

/// The pairs with the most support over all families, one line each.
[[nodiscard]] std::vector<std::string> strongest_relations(const Facts& facts, std::size_t most);

/// Dates of relations and of documents, oldest first. What is no ISO 8601 date is left out.
[[nodiscard]] Timeline timeline(const Facts& facts, std::size_t most);

/// Sums, largest first within a currency, currencies by name; relations that have one sum from one sentence
/// share a row. Sums in stances and personal relations are counted, not listed.
[[nodiscard]] Money money_table(const Facts& facts, std::size_t most);

/// What the articles leave open, each kind that occurs. A relation is in one kind only, the first that fits.
[[nodiscard]] std::vector<QuestionKind> open_questions(const Facts& facts, std::size_t most,
                                                       std::size_t passages);

/// Documents in the order of the graph, with how many relations each states.
[[nodiscard]] Listed<Source> sources(const Facts& facts, std::size_t most);

/// What was done, how far to trust it, and what is not in the report.
[[nodiscard]] std::vector<std::string> method(const Facts& facts);

/// The sentences that open a report; the other sections must be there already.
[[nodiscard]] std::vector<std::string> brief(const Facts& facts, const Report& report);

[[nodiscard]] std::string report_title(const Facts& facts, const std::string& wish);
[[nodiscard]] std::string report_subtitle(const Facts& facts);

/// Relations below this are uncertain.
inline constexpr double k_low_confidence = 0.6;
[[nodiscard]] std::size_t uncertain_relations(const Graph& graph);
/// Different sentences that state relations.
[[nodiscard]] std::size_t sentence_count(const Graph& graph);
/// Actors that have a relation.
[[nodiscard]] std::size_t linked_actors(const Graph& graph);

/// All of it.
[[nodiscard]] Report make_report(const Graph& graph, const ReportOptions& options);

}  // namespace relgraph::report
