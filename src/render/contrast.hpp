// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/error.hpp"
#include "render/theme.hpp"

namespace relgraph::render {

/// How far apart two colours `#rrggbb` are in lightness: 1 to 21. Source: WCAG 2.1, "contrast ratio".
[[nodiscard]] double contrast(const std::string& a, const std::string& b);

/// Warns of text below 4.5:1 and lines below 3:1 to what they stand on (WCAG 2.1 AA), each pair once, with
/// the keys of the theme. `file` is where the theme came from.
void check_contrast(const Theme& theme, const std::string& file, Diagnostics& diagnostics);

}  // namespace relgraph::render
