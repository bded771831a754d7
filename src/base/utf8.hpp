// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relgraph {

/// Code point that stands for what could not be read.
inline constexpr char32_t k_replacement = 0xFFFD;

/// Decodes the code point at `offset` and moves `offset` past it. Ill-formed bytes give U+FFFD and move on
/// by the maximal subpart (Unicode 15, section 3.9, table 3-8). Precondition: `offset < text.size()`.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// The text with every ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Lower case without regard to a language, accents kept: for comparing words.
[[nodiscard]] std::string to_lower(std::string_view text);

/// Case-folded, compatibility-composed (NFKC_Casefold) form with accents removed, `ß` as `ss`, runs of
/// white space as one blank and none at the ends: for comparing names.
[[nodiscard]] std::string fold(std::string_view text);

/// Number of columns the text takes on a terminal: 0 for combining marks, 2 for wide characters.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Makes text safe to print on a terminal: control characters become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_digit(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);

/// Number of edits (insert, delete, replace, swap of neighbours) between two texts, counted in code
/// points; gives up and returns `limit + 1` above `limit`. Source: Damerau 1964, optimal string
/// alignment. For suggestions.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace relgraph
