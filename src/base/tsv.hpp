// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace relgraph {

/// One row of a table of data/: its fields and its line, counted from 1.
struct TsvRow {
  std::size_t line = 0;
  std::vector<std::string_view> fields;
};

/// Rows of tab-separated text; empty lines and lines that start with `#` are left out. The fields are
/// views into `text`.
[[nodiscard]] std::vector<TsvRow> parse_tsv(std::string_view text);

}  // namespace relgraph
