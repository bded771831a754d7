// SPDX-License-Identifier: Apache-2.0
#include "render/reduce.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <queue>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "relgraph/ontology.hpp"

namespace relgraph::render {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

double edge_weight(const Edge& edge) {
  const double confidence = edge.confidence > 0 && edge.confidence <= 1 ? edge.confidence : 0.01;
  return static_cast<double>(std::max<std::size_t>(1, edge.evidence.size())) * confidence;
}

/// Edges come sorted by type and status, so that those of one item follow each other.
void add_edge(Line& line, const Edge& edge, std::uint32_t index) {
  if (line.items.empty() || line.items.back().type != edge.type || line.items.back().status != edge.status) {
    // what is denied is neither friendly nor hostile
    const Polarity polarity = edge.status == Status::negated ? Polarity::neutral : edge.polarity;
    line.items.push_back({edge.type, edge.status, polarity, 0, {}});
  }
  line.items.back().weight += edge_weight(edge);
  line.items.back().edges.push_back(index);
}

bool same_items(const Line& a, const Line& b) {
  return std::ranges::equal(a.items, b.items, [](const LineItem& one, const LineItem& other) {
    return one.type == other.type && one.status == other.status;
  });
}

/// Adds the way back of a mutual line. Precondition: same_items.
void add_way_back(Line& line, const Line& back) {
  for (std::size_t i = 0; i < line.items.size(); ++i) {
    LineItem& item = line.items[i];
    item.weight += back.items[i].weight;
    item.edges.insert(item.edges.end(), back.items[i].edges.begin(), back.items[i].edges.end());
  }
}

/// Index of the weightiest of some sums; of equal ones the first.
template <std::size_t N>
std::size_t heaviest(const std::array<double, N>& sums) {
  return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
}

/// The data file names the telling types of a family first.
std::size_t place_in_ontology(const std::string& type) {
  const RelationType* known = find_relation_type(type);
  return known == nullptr ? relation_types().size()
                          : static_cast<std::size_t>(known - relation_types().data());
}

/// Sentences that state something on the line: one may state several of its relations.
std::size_t count_evidence(const Graph& graph, const Line& line) {
  std::set<std::tuple<std::string_view, std::size_t, std::string_view>> sentences;
  for (const LineItem& item : line.items) {
    for (const std::uint32_t edge : item.edges) {
      for (const Evidence& one : graph.edges[edge].evidence) {
        sentences.emplace(one.document, one.span.begin, one.text);
      }
    }
  }
  return std::max<std::size_t>(1, sentences.size());
}

void finish(const Graph& graph, Line& line) {
  line.evidence = count_evidence(graph, line);
  std::ranges::stable_sort(line.items, [](const LineItem& a, const LineItem& b) {
    const auto rank = [](const LineItem& item) {
      return std::tuple(-item.weight, item.polarity == Polarity::neutral, place_in_ontology(item.type));
    };
    return rank(a) < rank(b);
  });
  constexpr std::array<Polarity, 3> k_order = {Polarity::negative, Polarity::positive, Polarity::neutral};
  std::array<double, 3> polarity{};
  std::array<double, 5> status{};
  line.weight = 0;
  for (const LineItem& item : line.items) {
    polarity[static_cast<std::size_t>(std::ranges::find(k_order, item.polarity) - k_order.begin())] +=
        item.weight;
    status[static_cast<std::size_t>(item.status)] += item.weight;
    line.weight += item.weight;
  }
  // a stance tells more than that two have to do with each other
  constexpr double k_neutral_share = 1 / 3.0;
  polarity[2] *= k_neutral_share;
  line.polarity = k_order[heaviest(polarity)];
  line.status = static_cast<Status>(heaviest(status));
}

/// The lines of one unordered pair: forward (low to high index), backward, and symmetric.
struct PairLines {
  Line forward;
  Line backward;
  Line symmetric;
};

void append_lines(std::vector<Line>& out, PairLines&& pair) {
  Line& forward = pair.forward;
  Line& backward = pair.backward;
  Line& symmetric = pair.symmetric;
  const bool both = !forward.items.empty() && !backward.items.empty();
  if (both && same_items(forward, backward)) {
    add_way_back(forward, backward);
    backward.items.clear();
    forward.mutual = true;
  }
  if (!symmetric.items.empty()) {
    // what holds both ways is said once, on the line that is there anyway
    Line& host = forward.items.empty() ? backward : forward;
    if (host.items.empty()) {
      out.push_back(std::move(symmetric));
    } else {
      std::ranges::move(symmetric.items, std::back_inserter(host.items));
    }
  }
  if (!forward.items.empty()) out.push_back(std::move(forward));
  if (!backward.items.empty()) out.push_back(std::move(backward));
}

/// Lines at each node, as indices.
std::vector<std::vector<std::uint32_t>> incidence(std::size_t nodes, const std::vector<Line>& lines) {
  std::vector<std::vector<std::uint32_t>> out(nodes);
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    out[lines[i].source].push_back(i);
    if (lines[i].target != lines[i].source) out[lines[i].target].push_back(i);
  }
  return out;
}

/// Grows the core node by node. The queue holds offers that may be out of date; they are then skipped.
std::vector<bool> grow(std::size_t nodes, const std::vector<Line>& lines, std::size_t max_nodes) {
  const auto at = incidence(nodes, lines);
  std::vector<double> total(nodes, 0);
  for (const Line& line : lines) {
    total[line.source] += line.weight;
    if (line.source != line.target) total[line.target] += line.weight;
  }
  std::vector<double> tie(nodes, 0);  // to the core
  std::vector<bool> in(nodes, false);
  using Offer = std::tuple<double, double, std::int64_t>;
  std::priority_queue<Offer> offers;
  for (std::size_t i = 0; i < nodes; ++i) {
    if (!at[i].empty()) offers.emplace(0, total[i], -static_cast<std::int64_t>(i));
  }
  for (std::size_t count = 0; count < max_nodes && !offers.empty();) {
    const auto [offered, sum, negative] = offers.top();
    offers.pop();
    const auto node = static_cast<std::uint32_t>(-negative);
    if (in[node] || offered != tie[node]) continue;
    in[node] = true;
    ++count;
    for (const std::uint32_t index : at[node]) {
      const Line& line = lines[index];
      const std::uint32_t other = line.source == node ? line.target : line.source;
      if (in[other]) continue;
      tie[other] += line.weight;
      offers.emplace(tie[other], total[other], -static_cast<std::int64_t>(other));
    }
  }
  return in;
}

/// Keeps `max_edges` lines: those of a maximum spanning tree in the order in which it grows (Prim 1957), so
/// that what is kept hangs together, then the weightiest.
void keep_heaviest(std::vector<Line>& lines, std::size_t nodes, std::size_t max_edges) {
  if (lines.size() <= max_edges) return;
  std::vector<std::uint32_t> order(lines.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(
      order, [&](std::uint32_t a, std::uint32_t b) { return lines[a].weight > lines[b].weight; });
  const auto at = incidence(nodes, lines);
  std::vector<bool> reached(nodes, false);
  std::vector<bool> taken(lines.size(), false);
  std::vector<std::uint32_t> kept;
  using Offer = std::pair<double, std::int64_t>;
  std::priority_queue<Offer> offers;
  const auto reach = [&](std::uint32_t node) {
    reached[node] = true;
    for (const std::uint32_t index : at[node]) {
      offers.emplace(lines[index].weight, -static_cast<std::int64_t>(index));
    }
  };
  for (const std::uint32_t start : order) {
    if (!reached[lines[start].source]) reach(lines[start].source);
    while (!offers.empty()) {
      const auto index = static_cast<std::uint32_t>(-offers.top().second);
      offers.pop();
      const Line& line = lines[index];
      if (reached[line.source] && reached[line.target]) continue;
      kept.push_back(index);
      taken[index] = true;
      reach(reached[line.source] ? line.target : line.source);
    }
  }
  std::ranges::copy_if(order, std::back_inserter(kept), [&](std::uint32_t index) { return !taken[index]; });
  kept.resize(max_edges);
  std::ranges::sort(kept);
  std::vector<Line> out;
  out.reserve(kept.size());
  for (const std::uint32_t index : kept) out.push_back(std::move(lines[index]));
  lines = std::move(out);
}

/// Nodes of a graph without edges: the most mentioned ones.
std::vector<std::uint32_t> most_mentioned(const Graph& graph, std::size_t max_nodes) {
  std::vector<std::uint32_t> order(graph.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return graph.nodes[a].mentions.size() > graph.nodes[b].mentions.size();
  });
  order.resize(std::min(order.size(), max_nodes));
  std::ranges::sort(order);
  return order;
}

}  // namespace

std::vector<Line> join_lines(const Graph& graph) {
  const auto pair_of = [&](std::uint32_t index) {
    const Edge& edge = graph.edges[index];
    return Pair(std::minmax(edge.source, edge.target));
  };
  std::vector<std::uint32_t> order(graph.edges.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const Edge& x = graph.edges[a];
    const Edge& y = graph.edges[b];
    const Pair first = pair_of(a);
    const Pair second = pair_of(b);
    return std::tie(first, x.type, x.status, a) < std::tie(second, y.type, y.status, b);
  });
  std::vector<Line> out;
  for (std::size_t i = 0; i < order.size();) {
    const Pair key = pair_of(order[i]);
    PairLines pair;
    for (; i < order.size() && pair_of(order[i]) == key; ++i) {
      const Edge& edge = graph.edges[order[i]];
      const bool symmetric = is_symmetric(edge.type);
      Line& line = symmetric ? pair.symmetric : edge.source == key.first ? pair.forward : pair.backward;
      if (line.items.empty()) {
        line.source = edge.source;
        line.target = edge.target;
        line.mutual = symmetric;
      }
      add_edge(line, edge, order[i]);
    }
    append_lines(out, std::move(pair));
  }
  for (Line& line : out) finish(graph, line);
  return out;
}

Core reduce(const Graph& graph, std::size_t max_nodes, std::size_t max_edges) {
  Core core;
  core.all_edges = graph.edges.size();
  if (graph.edges.empty()) {
    core.nodes = most_mentioned(graph, max_nodes);
    core.all_nodes = graph.nodes.size();
    return core;
  }
  core.lines = join_lines(graph);
  std::vector<bool> linked(graph.nodes.size(), false);
  for (const Line& line : core.lines) linked[line.source] = linked[line.target] = true;
  core.all_nodes = static_cast<std::size_t>(std::ranges::count(linked, true));
  core.isolated = graph.nodes.size() - core.all_nodes;

  const std::vector<bool> in = grow(graph.nodes.size(), core.lines, std::max<std::size_t>(1, max_nodes));
  std::erase_if(core.lines, [&](const Line& line) { return !in[line.source] || !in[line.target]; });
  keep_heaviest(core.lines, graph.nodes.size(), std::max<std::size_t>(1, max_edges));
  std::vector<bool> drawn(graph.nodes.size(), false);
  for (const Line& line : core.lines) {
    drawn[line.source] = drawn[line.target] = true;
    for (const LineItem& item : line.items) core.shown_edges += item.edges.size();
  }
  for (std::uint32_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i]) core.nodes.push_back(i);
  }
  if (core.nodes.empty()) core.nodes = most_mentioned(graph, 1);  // a picture of one node shows no line
  return core;
}

}  // namespace relgraph::render
