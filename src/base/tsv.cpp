// SPDX-License-Identifier: Apache-2.0
#include "base/tsv.hpp"

#include <utility>

namespace relgraph {

std::vector<TsvRow> parse_tsv(std::string_view text) {
  std::vector<TsvRow> rows;
  std::size_t line = 0;
  while (!text.empty()) {
    ++line;
    const std::size_t end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    TsvRow out{line, {}};
    for (;;) {
      const std::size_t tab = row.find('\t');
      out.fields.push_back(row.substr(0, tab));
      if (tab == std::string_view::npos) break;
      row.remove_prefix(tab + 1);
    }
    rows.push_back(std::move(out));
  }
  return rows;
}

}  // namespace relgraph
