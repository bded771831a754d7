// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/joined.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::report {

/// How a stretch of text is set apart.
enum class Style : std::uint8_t { plain, strong, trigger, muted, friendly, hostile };

struct Run {
  std::string text;
  Style style = Style::plain;
  friend bool operator==(const Run&, const Run&) = default;
};
/// One paragraph of clean text (see `clean`).
using Text = std::vector<Run>;

/// Its characters alone.
[[nodiscard]] std::string plain(const Text& text);

/// What a report may show of a text from outside: valid UTF-8 in one line, white space as single blanks and
/// none at the ends, control characters and noncharacters as U+FFFD, marks that turn the direction of text
/// left out; above `k_longest` characters it is cut and ends in an ellipsis.
inline constexpr std::size_t k_longest = 160;
[[nodiscard]] std::string clean(std::string_view text, std::size_t longest = k_longest);

/// A sentence with its triggers set apart; above `k_longest_passage` characters the part around the first
/// trigger. `triggers` are bytes of `sentence`; those that overlap are joined, those outside are left out.
inline constexpr std::size_t k_longest_passage = 480;
[[nodiscard]] Text passage_text(std::string_view sentence, std::vector<Span> triggers);

}  // namespace relgraph::report
