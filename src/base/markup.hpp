// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace relgraph {

/// Marks that turn the direction of the text around them.
[[nodiscard]] bool is_direction_mark(char32_t c);
/// What XML 1.0 forbids, or allows but advises against: control characters, noncharacters.
[[nodiscard]] bool is_forbidden_in_xml(char32_t c);

/// Text of articles as readers may see it: white space as a blank; what XML 1.0 forbids (control characters,
/// U+FFFE, U+FFFF, ill-formed UTF-8) as U+FFFD; marks that turn the direction of the text around them left
/// out, so that no name can disorder its neighbours. Line feeds stay if `keep_lines`.
[[nodiscard]] std::string displayable(std::string_view text, bool keep_lines = false);

/// Appends the same for an element or attribute of XML or HTML: the five marks escaped.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

/// The same, but line feeds stay: for tooltips and quotations.
void append_escaped_lines(std::string& out, std::string_view text);

}  // namespace relgraph
