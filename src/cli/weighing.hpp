// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/document.hpp"
#include "relgraph/extraction.hpp"

namespace relgraph::cli {

/// What ruled a possible relation out, or that it is in the graph, in `de` or `en`.
[[nodiscard]] std::string reason(const Weighed& weighed, const CandidateRelation& candidate,
                                 std::string_view language);

/// How far an entry of the grammar got, in `de` or `en`.
[[nodiscard]] std::string reason(const Weighed& weighed, const PatternTrial& trial,
                                 std::string_view language);

/// "article, 120: Azure leads Musk (0.43): …" for each relation that was probable enough and ruled out all
/// the same, in text order.
[[nodiscard]] std::vector<std::string> rejections(const std::vector<Weighed>& parts,
                                                  const Document& document);

/// A probability as it is shown: two decimals.
[[nodiscard]] std::string shown_probability(double value);

}  // namespace relgraph::cli
