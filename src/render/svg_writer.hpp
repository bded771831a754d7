// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/markup.hpp"
#include "render/geometry.hpp"

namespace relgraph::render {

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
