// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/wording.hpp"
#include "relgraph/graph.hpp"
#include "render/kinds.hpp"

namespace relgraph::render {

/// Every word of a picture that is not in the graph or the ontology, in one language. `{1}`, `{2}` … are
/// places to fill in.
struct Words {
  std::string_view language;
  std::array<std::string_view, k_shape_names.size()> node_types;
  std::array<std::string_view, k_shape_names.size()> type_groups;  ///< headings of groups by type
  std::string_view group_around;                                   ///< `Um {1}`
  std::array<std::string_view, 3> polarities;                      ///< negative, neutral, positive
  std::array<std::string_view, 5> statuses;      ///< as a legend explains the line, in the order of Status
  std::array<std::string_view, 5> status_marks;  ///< after a label whose status is not its line's
  std::string_view negated;                      ///< `nicht: {1}`
  std::string_view former;                       ///< `früher: {1}`
  std::string_view mutual;                       ///< legend: line with two heads
  std::string_view evidence_one;                 ///< `1 Beleg`
  std::string_view evidence_many;                ///< `{1} Belege`
  std::array<std::string_view, 3> widths;        ///< legend: what the widths of lines mean
  std::string_view more;                         ///< `+ {1} weitere`
  std::string_view default_title;
  std::string_view title_for;  ///< `Beziehungen in {1}`
  std::string_view documents;  ///< `{1} Artikel`
  std::string_view shown;      ///< `{1} von {2} Akteuren und {3} von {4} Beziehungen …`
  std::string_view isolated_one;
  std::string_view isolated_many;
  std::string_view empty;
  std::string_view no_relations;
  std::string_view description;  ///< `Diagramm mit {1} und {2}.`
  std::string_view actor_one;
  std::string_view actors;
  std::string_view relation_one;
  std::string_view relations;
  std::string_view says;  ///< `laut {1}`
  std::string_view open_quote;
  std::string_view close_quote;
  std::string_view in_focus;  ///< `Im Vordergrund: {1}.`
  std::string_view size;      ///< legend: `Größe: {1}`
};

/// German for `de`, English for anything else.
[[nodiscard]] const Words& words_of(std::string_view language);

using relgraph::counted;
using relgraph::date_text;
using relgraph::fill_in;
using relgraph::money;

}  // namespace relgraph::render
