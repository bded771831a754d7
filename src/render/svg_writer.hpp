// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/geometry.hpp"

namespace relgraph::render {

/// Appends text for an XML element or attribute: the five marks escaped; white space as a blank; what XML
/// 1.0 forbids (control characters, U+FFFE, U+FFFF, ill-formed UTF-8) as U+FFFD; marks that turn the
/// direction of the text around them left out, so that no name can disorder its neighbours.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

/// The same without escapes: text for what is no XML.
[[nodiscard]] std::string plain_text(std::string_view text);

/// The same as append_escaped(), but line feeds stay: for tooltips.
void append_escaped_lines(std::string& out, std::string_view text);

/// Appends a number rounded to a tenth, without needless digits: `-.5`, `0`, `12`.
void append_number(std::string& out, double value);

/// ` name="value"`.
void append_attribute(std::string& out, std::string_view name, double value);
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Path data of a spline, of straight lines: `M…c…`, `M…l…`, relative after the start, since small numbers
/// are short; the tenths add up, so no rounding error does.
void append_path(std::string& out, const Spline& spline);
void append_lines_path(std::string& out, std::span<const Point> points);

}  // namespace relgraph::render
