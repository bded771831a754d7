// SPDX-License-Identifier: Apache-2.0
#include "relgraph/metrics.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

// A new metric is a file of its own and a line here.
constexpr std::array<Metric, 6> k_metrics{{
    {"degree", "neighbours in either direction", degree, true},
    {"in_degree", "neighbours that act on the node", in_degree, true},
    {"out_degree", "neighbours that the node acts on", out_degree, true},
    {"pagerank", "importance lent by important neighbours", pagerank, false},
    {"betweenness", "share of shortest paths that lead through the node", betweenness, false},
    {"closeness", "how near the nodes are that reach the node", closeness, false},
}};

std::string hint_for(const std::string& wanted) {
  std::string known;
  for (const Metric& metric : k_metrics) known += (known.empty() ? "" : ", ") + std::string(metric.name);
  const auto edits = [&](const Metric& metric) { return edit_distance(wanted, metric.name, 3); };
  const Metric& nearest = *std::ranges::min_element(k_metrics, {}, edits);
  const std::string guess =
      edits(nearest) <= 3 ? "Did you mean \"" + std::string(nearest.name) + "\"? " : std::string();
  return guess + "Known are " + known;
}

}  // namespace

std::span<const Metric> metrics() { return k_metrics; }

const Metric& find_metric(std::string_view name) {
  std::string wanted = to_lower(name);
  std::ranges::replace(wanted, '-', '_');
  const auto* const found = std::ranges::find(k_metrics, wanted, &Metric::name);
  if (found != k_metrics.end()) return *found;
  throw Error(ErrorCode::usage, "there is no metric \"" + printable(name) + "\"", {}, hint_for(wanted));
}

Ranking rank(const Graph& graph, std::span<const std::string> metric_names) {
  Ranking out;
  for (const std::string& name : metric_names) out.metrics.push_back(&find_metric(name));
  std::map<std::string_view, std::vector<double>> values;
  for (const Metric* metric : out.metrics) {
    if (!values.contains(metric->name)) values[metric->name] = metric->compute(graph);
  }
  for (std::uint32_t v = 0; v < graph.nodes.size(); ++v) {
    Ranking::Row row{v, {}};
    for (const Metric* metric : out.metrics) row.values.push_back(values[metric->name][v]);
    out.rows.push_back(std::move(row));
  }
  std::ranges::sort(out.rows, [&](const Ranking::Row& a, const Ranking::Row& b) {
    if (!a.values.empty() && a.values.front() != b.values.front()) return a.values.front() > b.values.front();
    return graph.nodes[a.node].id < graph.nodes[b.node].id;
  });
  return out;
}

}  // namespace relgraph
