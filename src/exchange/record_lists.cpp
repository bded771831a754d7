// SPDX-License-Identifier: Apache-2.0
#include "exchange/record_lists.hpp"

#include <algorithm>
#include <utility>

#include "exchange/json_lists.hpp"
#include "exchange/record.hpp"

namespace relgraph::exchange {

std::vector<std::string> aliases_of(std::string_view json) {
  std::vector<std::string> out;
  if (json.starts_with('[')) {
    // As a graph file would have them: that reader checks and unescapes.
    Diagnostics ignored;
    try {
      Graph graph = parse_graph(R"({"nodes":[{"id":"a","aliases":)" + std::string(json) + "}],\"edges\":[]}",
                                "aliases", ignored);
      return std::move(graph.nodes.front().aliases);
    } catch (const Error&) {
      return out;
    }
  }
  const auto text = text_of_json(json);
  if (!text) return out;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    std::string_view one = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!one.empty()) out.emplace_back(one);
  }
  return out;
}

bool evidence_of(std::string_view json, std::vector<Evidence>& out) {
  return from_json(json.starts_with('[') ? std::string(json) : json_of_cell(text_of_json(json).value_or("")),
                   out);
}

}  // namespace relgraph::exchange
