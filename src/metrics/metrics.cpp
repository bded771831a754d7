// SPDX-License-Identifier: Apache-2.0
#include "relgraph/metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

using Values = std::vector<double>;

/// A metric that needs the shape alone.
template <Values (*compute)(const Projection&)>
Values of_shape(const MetricInput& input) {
  return compute(input.shape);
}

/// Joined edges of one polarity, their weights added.
template <Polarity polarity, Values (*compute)(const Projection&)>
Values of_polarity(const MetricInput& input) {
  Graph part;
  part.nodes.resize(input.graph.nodes.size());
  std::ranges::copy_if(input.graph.edges, std::back_inserter(part.edges),
                       [](const Edge& edge) { return edge.polarity == polarity; });
  return compute(project(part, input.shape.directed, input.weight));
}

Values pagerank_of(const MetricInput& input) { return pagerank(input.shape, input.restart); }
Values betweenness_of(const MetricInput& input) { return betweenness(input.shape, input.sampling); }
Values katz_of(const MetricInput& input) { return katz(input.shape, input.alpha); }
Values hubs_of(const MetricInput& input) { return hits(input.shape).hubs; }
Values authorities_of(const MetricInput& input) { return hits(input.shape).authorities; }

constexpr auto k_positive = Polarity::positive;
constexpr auto k_negative = Polarity::negative;

// A new metric is a file of its own and a line here.
constexpr std::array k_metrics{
    Metric{"degree", "neighbours in either direction", of_shape<degree>, true},
    Metric{"in_degree", "neighbours that act on the node", of_shape<in_degree>, true},
    Metric{"out_degree", "neighbours that the node acts on", of_shape<out_degree>, true},
    Metric{"strength", "like degree, the weights added", of_shape<strength>, true},
    Metric{"in_strength", "like in_degree, the weights added", of_shape<in_strength>, true},
    Metric{"out_strength", "like out_degree, the weights added", of_shape<out_strength>, true},
    Metric{"positive_in", "like in_strength, friendly relations only", of_polarity<k_positive, in_strength>,
           true},
    Metric{"positive_out", "like out_strength, friendly relations only",
           of_polarity<k_positive, out_strength>, true},
    Metric{"negative_in", "like in_strength, hostile relations only", of_polarity<k_negative, in_strength>,
           true},
    Metric{"negative_out", "like out_strength, hostile relations only", of_polarity<k_negative, out_strength>,
           true},
    Metric{"pagerank", "importance lent by important neighbours", pagerank_of, false},
    Metric{"betweenness", "share of shortest paths that lead through the node", betweenness_of, false},
    Metric{"closeness", "how near the nodes are that reach the node", of_shape<closeness>, false},
    Metric{"harmonic", "sum of inverse distances from the nodes that reach it", of_shape<harmonic>, false},
    Metric{"eccentricity", "distance to the farthest node it reaches", of_shape<eccentricity>, true},
    Metric{"eigenvector", "importance in proportion to that of the neighbours", of_shape<eigenvector>, false},
    Metric{"katz", "number of walks that end at the node, long ones counting less", katz_of, false},
    Metric{"hubs", "pointing to good authorities (HITS)", hubs_of, false},
    Metric{"authorities", "pointed to by good hubs (HITS)", authorities_of, false},
    Metric{"hits", "the same as authorities", authorities_of, false},
    Metric{"core", "greatest k so that it is among nodes with k neighbours each", of_shape<core_number>,
           true},
    Metric{"clustering", "share of pairs of neighbours that are joined", of_shape<clustering>, false},
    Metric{"constraint", "how much its contacts are tied to each other (Burt)", of_shape<constraint>, false},
    Metric{"effective_size", "contacts less their redundancy (Burt)", of_shape<effective_size>, false},
    Metric{"articulation", "1 if a part falls off without the node", of_shape<articulation>, true},
};

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

Ranking rank(const MetricInput& input, std::span<const std::string> metric_names) {
  Ranking out;
  for (const std::string& name : metric_names) out.metrics.push_back(&find_metric(name));
  std::map<std::string_view, std::vector<double>> values;
  for (const Metric* metric : out.metrics) {
    if (!values.contains(metric->name)) values[metric->name] = metric->compute(input);
  }
  for (std::uint32_t v = 0; v < input.graph.nodes.size(); ++v) {
    Ranking::Row row{.node = v, .values = {}};
    for (const Metric* metric : out.metrics) row.values.push_back(values[metric->name][v]);
    out.rows.push_back(std::move(row));
  }
  std::ranges::sort(out.rows, [&](const Ranking::Row& a, const Ranking::Row& b) {
    if (!a.values.empty()) {
      const double x = a.values.front();
      const double y = b.values.front();
      if (std::isnan(x) != std::isnan(y)) return std::isnan(y);
      if (!std::isnan(x) && x != y) return x > y;
    }
    return input.graph.nodes[a.node].id < input.graph.nodes[b.node].id;
  });
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    const bool tied = i > 0 && !out.metrics.empty() && out.rows[i].values[0] == out.rows[i - 1].values[0];
    out.rows[i].place = tied ? out.rows[i - 1].place : i + 1;
  }
  return out;
}

}  // namespace relgraph
