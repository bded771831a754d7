// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace relgraph {

/// `YYYY-MM-DD` from the ways a file tells its date: ISO 8601, `22.01.2025`, `22. Januar 2025`,
/// `January 22, 2025`, `22 January 2025`; empty if it is none of them or no day of the calendar.
[[nodiscard]] std::string normalise_date(std::string_view text);

/// Primary subtag of a language tag in lower case: `de-AT` gives `de`; empty if it is no tag.
[[nodiscard]] std::string normalise_language(std::string_view tag);

/// White space collapsed, invisible characters gone: a title as one line.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace relgraph
