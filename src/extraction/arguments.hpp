// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "extraction/clause.hpp"
#include "extraction/triggers.hpp"

namespace relgraph {

/// Indices into Clause::arguments: source, target.
using ArgumentPair = std::pair<std::size_t, std::size_t>;

/// The arguments of a trigger: none, one pair, or one for each member of a list on either side. Only
/// pairs that the type of the relation allows and that are two entities.
/// Complexity: quadratic in the names within reach of the trigger, which are few and bounded.
[[nodiscard]] std::vector<ArgumentPair> find_arguments(const Clause& clause, const TriggerMatch& match);

/// The same for offices (role_arguments.cpp).
[[nodiscard]] std::vector<ArgumentPair> find_role_arguments(const Clause& clause, const TriggerMatch& match);

/// Whether the type may stand between those two.
[[nodiscard]] bool allowed(const Clause& clause, const TriggerMatch& match, std::size_t source,
                           std::size_t target);

/// Arguments near enough to the trigger to be looked at: a range of indices.
[[nodiscard]] std::pair<std::size_t, std::size_t> within_reach(const Clause& clause,
                                                               const TriggerMatch& match);

/// Whether the trigger allows that preposition before its target.
[[nodiscard]] bool takes(const Trigger& trigger, std::string_view preposition);

/// Whether the trigger is a participle in the passive: `wurde … kritisiert`, `was criticised`.
[[nodiscard]] bool is_passive(const Clause& clause, const TriggerMatch& match);

}  // namespace relgraph
