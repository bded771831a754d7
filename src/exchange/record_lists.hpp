// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

// Lists in records, read where a table may have them in another form than json_lists.hpp writes.

namespace relgraph::exchange {

/// Input: JSON with a list of texts, or with one text `a|b`. Output: empty for anything else.
[[nodiscard]] std::vector<std::string> aliases_of(std::string_view json);
/// The list may stand in a text, where a format has only texts. Output: false if the JSON is no such list.
[[nodiscard]] bool evidence_of(std::string_view json, std::vector<Evidence>& out);

}  // namespace relgraph::exchange
