// SPDX-License-Identifier: Apache-2.0
#include "cli/layout_options.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "base/file.hpp"
#include "relgraph/communities.hpp"
#include "relgraph/grouping.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph::cli {

namespace {

constexpr std::size_t k_max_positions_bytes = std::size_t{64} << 20U;

bool has_attribute(const Graph& graph, const std::string& name) {
  return std::ranges::any_of(graph.nodes,
                             [&](const Node& node) { return find_property(node.extra, name) != nullptr; });
}

/// Communities that stand at the nodes, numbered by size; nodes without one are alone.
std::vector<std::uint32_t> annotated_communities(const Graph& graph) {
  const std::vector<std::string> names = groups_by_attribute(graph, "community");
  std::map<std::string, std::size_t> sizes;
  for (const std::string& name : names) ++sizes[name];
  sizes.erase("");
  std::vector<std::pair<std::string, std::size_t>> order(sizes.begin(), sizes.end());
  std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<std::string, std::uint32_t> numbers;
  for (const auto& [name, size] : order) numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
  auto alone = static_cast<std::uint32_t>(numbers.size());
  std::vector<std::uint32_t> out;
  out.reserve(names.size());
  for (const std::string& name : names) out.push_back(name.empty() ? alone++ : numbers.at(name));
  return out;
}

std::vector<std::string> groups_of(const Graph& graph, const std::string& by, const std::string& language) {
  if (by == "none" || by.empty()) return {};
  if (by == "type") return groups_by_type(graph, language);
  if (by == "family") return groups_by_family(graph, language);
  if (by != "community") return groups_by_attribute(graph, by);
  const Projection shape = project(graph, false);
  const std::vector<double> importance = pagerank(shape);
  return groups_around(graph, has_attribute(graph, by) ? annotated_communities(graph) : leiden(shape).of,
                       importance, language);
}

/// What stands at the nodes comes before what can be computed, since somebody put it there.
std::vector<double> sizes_of(const Graph& graph, const std::string& by) {
  if (has_attribute(graph, by)) return node_values(graph, by);
  const auto known = metrics();
  if (std::ranges::find(known, by, &Metric::name) == known.end()) {
    std::string hint = "metrics: ";
    for (const Metric& metric : known)
      hint += (&metric == known.data() ? "" : ", ") + std::string(metric.name);
    throw Error(ErrorCode::usage,
                "there is no metric '" + by + "', and no node has an attribute of that name", {},
                std::move(hint));
  }
  const Projection shape = project(graph);
  return find_metric(by).compute({.graph = graph, .shape = shape});
}

}  // namespace

RenderOptions LayoutOptions::apply(RenderOptions render, const Graph& graph) const {
  if (!keep.empty()) {
    render.keep.emplace();
    if (std::filesystem::exists(keep)) {
      render.keep = parse_positions(read_file(keep, k_max_positions_bytes), keep);
    }
  }
  const std::string language = render.labels.empty() ? main_language(graph) : render.labels;
  render.groups = groups_of(graph, group_by, language);
  if (!size_by.empty() && size_by != "none") {
    render.sizes = sizes_of(graph, size_by);
    render.sizes_name = measure_name(size_by, language);
  }
  return render;
}

void LayoutOptions::save(const Positions& positions) const {
  if (!keep.empty()) write_file(keep, serialise_positions(positions));
}

void add_layout_options(CLI::App& command, LayoutOptions& options) {
  const auto add = [&](const char* name, auto& to, const char* what, const char* type) {
    command.add_option(name, to, what)->type_name(type)->group("Picture");
  };
  add("--keep", options.keep,
      "Leave everything where this file says, as far as it can, and write the positions there", "FILE");
  add("--group-by", options.group_by,
      "Draw groups: type, family, community, or an attribute of the entities (default: none)", "NAME");
  add("--size-by", options.size_by,
      "Greater values, larger boxes: a metric of 'rank', or an attribute of the entities", "NAME");
}

}  // namespace relgraph::cli
