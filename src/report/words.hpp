// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace relgraph::report {

/// Heading and explanation of a section.
struct Section {
  std::string_view title;
  std::string_view text;
};

/// Every word of a report that is not in the graph or the ontology, in one language. `{1}`, `{2}` … are
/// places to fill in.
struct Words {
  std::string_view language;

  std::string_view title;       ///< {1}: id of a document without a title, or how many documents
  std::string_view title_none;  ///< of a graph without documents
  std::string_view article_one, articles, actor_one, actors, relation_one, relations, sentence_one, sentences;

  std::string_view brief;
  std::string_view brief_counts;  ///< {1} articles, {2} actors, {3} relations, {4} sentences
  std::string_view brief_counts_no_documents;
  std::string_view brief_none;
  std::string_view brief_center;  ///< {1}: list of actors
  std::string_view brief_hostile_given, brief_hostile_received, brief_friendly_received;
  std::string_view brief_sum, brief_sums;  ///< {1}: sums with who and whom
  std::string_view brief_unsure;           ///< {1} of {2}
  std::string_view brief_open_one, brief_open_many;
  std::string_view brief_strongest;

  Section picture;
  std::string_view picture_alt;

  Section actors_section;
  std::array<std::string_view, 7> actor_columns;
  std::array<std::string_view, 6> node_types;  ///< person, organization, place, project, product, other

  Section relations_section;
  std::string_view other_family;
  std::string_view confidence;  ///< {1} percent
  std::string_view negated, former;
  std::string_view planned, reported, reported_by;
  std::string_view share_of;  ///< {1}: percent
  std::string_view more_pairs_one, more_pairs, more_passages_one, more_passages, more_rows_one, more_rows;
  std::string_view no_sentence;

  Section timeline;
  std::array<std::string_view, 3> timeline_columns;
  std::string_view published;  ///< {1}: title
  std::string_view undated;    ///< {1}: number of relations without a date

  Section money;
  std::array<std::string_view, 4> money_columns;
  std::string_view sums_in_stances_one, sums_in_stances;

  Section questions;
  Section contradictions, ambivalence, single_speaker, unconfirmed;
  std::string_view no_questions;
  std::string_view contradiction;  ///< {1} pair, {2} label
  std::string_view ambivalent;     ///< {1} pair, {2} friendly labels, {3} hostile labels
  std::string_view single;         ///< {1} speaker, {2} pair with label
  std::string_view only_planned, only_reported, only_reported_by;

  Section sources;
  std::array<std::string_view, 5> source_columns;
  std::string_view unknown;

  Section method;
  std::string_view method_what, method_network, method_model, method_hand, method_confidence, method_status;
  std::string_view method_numbers, method_kept, method_limits;
  std::string_view method_isolated_one, method_isolated;
  std::string_view low_one, low_many;
  std::array<std::string_view, 5> statuses;

  std::string_view open_quote, close_quote;
  std::string_view page;  ///< {1} of {2}
  std::string_view contents;
};

/// German for `de`, English for anything else.
[[nodiscard]] const Words& words_of(std::string_view language);

}  // namespace relgraph::report
