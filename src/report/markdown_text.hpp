// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "report/text.hpp"

namespace relgraph::report {

/// Clean text as CommonMark that shows it and nothing else: no emphasis, links, HTML, headings, lists,
/// tables, mathematics or automatic links come of it. `at_start` says that it begins a paragraph.
void append_markdown(std::string& out, std::string_view text, bool at_start);

/// Runs with their emphasis: `**` around names and triggers, where CommonMark takes it for emphasis.
[[nodiscard]] std::string markdown(const Text& text);

}  // namespace relgraph::report
