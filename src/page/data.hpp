// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "page/content.hpp"
#include "relgraph/render.hpp"

namespace relgraph::page {

/// What the scripts of the page know, as JSON that may stand in a `<script>` element: `<`, `>`, `&`, U+2028
/// and U+2029 are escaped. Its shape is private to the page; data/page/data.js reads it.
[[nodiscard]] std::string data_json(const Content& content, const Drawing& drawing);

}  // namespace relgraph::page
