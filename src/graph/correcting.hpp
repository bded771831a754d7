// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/corrections.hpp"
#include "relgraph/graph.hpp"

// The parts of apply_corrections().

namespace relgraph {

/// What `Evidence::by` says where a user has decided.
inline constexpr std::string_view k_by_user = "user";

/// Complaints about one correction: where it stands in the file, and what became of it.
struct Complaints {
  Diagnostics& diagnostics;
  Location where;

  void say(std::string text) const { diagnostics.warn(std::move(text), where); }
};

[[nodiscard]] std::string in_quotes(std::string_view name);

/// Whether aliases may say which entity is meant. They may not where the correction is about the label, or
/// where a wrong guess would throw an actor away: the label `Trump` may be gone and an alias of another.
enum class LookAt { labels, all_names };

/// The entity that a correction names: by label, alias or id, the exact form before the folded one; a type
/// in brackets behind the name (`Azure (place)`) tells entities of one name apart. Nothing if there is none
/// or more than one, which is said unless `complaints` is null.
[[nodiscard]] std::optional<std::uint32_t> find_entity(const Graph& graph, std::string_view name,
                                                       LookAt where, const Complaints* complaints);

/// Gives a node another label; the one it had becomes an alias.
void relabel(Node& node, const std::string& label);

void apply(Graph& graph, const SplitEntity& correction, const Complaints& complaints);

/// `sentences`: all evidence of the graph before any correction, where the words of a relation that was not
/// found are looked up.
void apply(Graph& graph, const JudgeRelation& correction, const std::vector<Evidence>& sentences,
           const Complaints& complaints);

}  // namespace relgraph
