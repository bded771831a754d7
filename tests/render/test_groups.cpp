// SPDX-License-Identifier: Apache-2.0
// Groups and sizes: areas behind the nodes, larger boxes for greater values.
#include "render/groups.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <set>

#include "fixtures.hpp"
#include "relgraph/grouping.hpp"
#include "relgraph/render.hpp"
#include "render/compose.hpp"
#include "render/node_shape.hpp"
#include "render/sizes.hpp"
#include "render/text_metrics.hpp"
#include "xml.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

std::vector<Graph> example_graphs() {
  std::vector<Graph> out = fixtures::gallery();
  out.push_back(fixtures::quarrel());
  out.push_back(fixtures::scatter(20, 32));
  return out;
}

bool holds(Box outer, Box inner) {
  return outer.left <= inner.left && outer.top <= inner.top && inner.right <= outer.right &&
         inner.bottom <= outer.bottom;
}

/// Areas are disjoint and hold their members and labels, and nothing else.
void check_areas(const Scene& scene, const std::vector<std::string>& groups) {
  const Arrangement& all = scene.arrangement;
  const Grouping grouping = grouping_of(groups, scene.core.nodes);
  REQUIRE(all.areas.size() == grouping.headings.size());
  for (std::size_t i = 0; i < all.areas.size(); ++i) {
    const Box area = all.areas[i];
    CHECK(area.width() >= grouping.clusters.headings[i].width);
    CHECK(holds(all.bounds, area));
    const Box heading{area.left + 9, area.top, area.left + 9 + grouping.clusters.headings[i].width,
                      area.top + 18};
    for (std::size_t k = i + 1; k < all.areas.size(); ++k) CHECK_FALSE(overlap(area, all.areas[k]));
    for (std::size_t n = 0; n < all.nodes.size(); ++n) {
      CHECK_FALSE(overlap(heading, all.nodes[n]));
      if (grouping.clusters.of[n] == i) {
        CHECK(holds(area, all.nodes[n]));
      } else {
        CHECK_FALSE(overlap(area, all.nodes[n]));
      }
    }
  }
  const Faults faults = find_faults(all);
  CHECK(faults.nodes_on_nodes == 0);
  CHECK(faults.labels_on_nodes == 0);
  CHECK(faults.labels_on_labels == 0);
}

std::vector<std::string> thirds(const Graph& graph) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    out.push_back(i % 3 == 0 ? "" : i % 3 == 1 ? "First" : "Second, with a rather long heading");
  }
  return out;
}

}  // namespace

TEST_CASE("groups: areas are disjoint and hold their members and nothing else") {
  for (const Graph& graph : example_graphs()) {
    for (const std::vector<std::string>& groups :
         {groups_by_type(graph, "de"), groups_by_family(graph, "en"), thirds(graph)}) {
      check_areas(make_scene(graph, {.groups = groups}), groups);
    }
  }
  const std::vector<std::string> files = fixtures::gold_files();
  for (std::size_t i = 0; i < files.size(); i += 4) {
    INFO(files[i]);
    const Graph graph = fixtures::gold_graph(files[i]);
    const std::vector<std::string> groups = groups_by_type(graph, "de");
    check_areas(make_scene(graph, {.groups = groups}), groups);
  }
}

TEST_CASE("groups: a picture without lines, and one with a single group") {
  Graph graph;
  for (int i = 0; i < 7; ++i) graph.nodes.push_back(fixtures::node("Actor " + std::to_string(i)));
  std::vector<std::string> groups(7, "All");
  check_areas(make_scene(graph, {.groups = groups}), groups);
  groups[2] = groups[3] = "Two";
  groups[5].clear();
  check_areas(make_scene(graph, {.groups = groups}), groups);
  CHECK_NOTHROW(xml::parse(to_svg(Graph{}, {})));
}

TEST_CASE("groups: areas and headings lie behind and above the lines, hostile headings stay text") {
  const Graph graph = fixtures::quarrel();
  for (const std::string& text :
       {std::string("</text><script>alert(1)</script>"), std::string("\"'&<>\0\x01", 7),
        std::string(10000, 'x'), std::string("\u202Eabc 😀 \xFF"), std::string("<TABLE><TR><TD>\\N")}) {
    const std::vector<std::string> groups(graph.nodes.size(), text);
    const std::string svg = to_svg(graph, {.groups = groups});
    CHECK(xml::named(xml::parse(svg), "script").empty());
    CHECK(svg.find("class=\"ga\"") < svg.find("class=\"edges\""));
    CHECK(svg.find("class=\"gh\"") > svg.find("class=\"edges\""));
    check_areas(make_scene(graph, {.groups = groups}), groups);
  }
  CHECK(to_svg(graph, {}).find("class=\"ga\"") == std::string::npos);
}

TEST_CASE("groups: what cannot be is refused") {
  const Graph graph = fixtures::quarrel();
  const std::vector<std::string> groups(graph.nodes.size(), "All");
  const auto code_of = [&](const RenderOptions& options) {
    try {
      (void)draw(graph, options);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  };
  CHECK(code_of({.groups = {"one"}}) == ErrorCode::usage);
  CHECK(code_of({.sizes = {1}}) == ErrorCode::usage);
  CHECK(code_of({.engine = LayoutEngine::neato, .groups = groups}) == ErrorCode::usage);
  CHECK(code_of({.groups = groups, .keep = Positions{}}) == ErrorCode::usage);
}

TEST_CASE("grouping: headings by type, family, attribute and community") {
  Graph graph = fixtures::quarrel();
  CHECK(groups_by_type(graph, "de") ==
        std::vector<std::string>{"Personen", "Personen", "Personen", "Organisationen", "Orte"});
  graph.nodes[0].type = "band";
  CHECK(groups_by_type(graph, "en")[0] == "band");
  CHECK(groups_by_family(graph, "en")[0] == "Stance");
  CHECK(groups_by_family(graph, "de")[4] == "Struktur");
  set_string(graph.nodes[0].extra, "camp", "A");
  set_number(graph.nodes[1].extra, "core", 3);
  CHECK(groups_by_attribute(graph, "camp") == std::vector<std::string>{"A", "", "", "", ""});
  CHECK(groups_by_attribute(graph, "core")[1].starts_with("core 3"));
  CHECK_THROWS_AS(groups_by_attribute(graph, "kamp"), Error);
  CHECK(std::isnan(node_values(graph, "core")[0]));
  CHECK(node_values(graph, "core")[1] == 3);
  CHECK_THROWS_AS(node_values(graph, "camp"), Error);
  const std::vector<std::uint32_t> parts{0, 0, 1, 1, 2};
  const std::vector<double> importance{1, 2, 3, 4, 5};
  CHECK(groups_around(graph, parts, importance, "de") ==
        std::vector<std::string>{"Um Bruno Carl", "Um Bruno Carl", "Um Foo Works", "Um Foo Works", ""});
  graph.nodes[3].label = graph.nodes[1].label;
  CHECK(groups_around(graph, parts, importance, "en")[2] == "Around Bruno Carl (2)");
}

TEST_CASE("sizes: four steps by rank, equal values alike, undefined ones least") {
  std::vector<std::uint32_t> nodes(20);
  std::vector<double> values(20);
  for (std::uint32_t i = 0; i < 20; ++i) nodes[i] = i, values[i] = i;
  const std::vector<double> scales = scales_of(values, nodes);
  CHECK(std::is_sorted(scales.begin(), scales.end()));
  CHECK(std::set<double>(scales.begin(), scales.end()).size() == 4);
  CHECK(std::ranges::count(scales, 17.0 / 12) == 2);
  CHECK(scales_of({}, {0, 1}) == std::vector<double>{1, 1});
  CHECK(scales_of({5, 5}, {0, 1}) == std::vector<double>{1, 1});
  const std::vector<double> odd =
      scales_of({std::nan(""), 1, 2, std::numeric_limits<double>::infinity()}, {0, 1, 2, 3});
  CHECK(odd[0] == 11.0 / 12);
  CHECK(odd[3] == 17.0 / 12);
}

TEST_CASE("sizes: text fits its box at every size, nothing overlaps, the legend says what they mean") {
  for (const Graph& graph : example_graphs()) {
    std::vector<double> values(graph.nodes.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i * 7 % 11);
    const RenderOptions options{.sizes = values, .sizes_name = "PageRank"};
    const Scene scene = make_scene(graph, options);
    const Faults faults = find_faults(scene.arrangement);
    CHECK(faults.nodes_on_nodes + faults.labels_on_nodes + faults.labels_on_labels == 0);
    for (const NodeLabel& node : scene.nodes) {
      for (const std::string& row : node.rows) {
        const double width = text_width(row, {k_node_font * node.scale, true});
        CHECK(width + k_icon_size * node.scale <= node.box.width);
      }
      CHECK(static_cast<double>(node.rows.size()) * k_node_font * node.scale < node.box.height);
    }
    const std::string svg = to_svg(graph, options);
    CHECK(svg.find("PageRank") != std::string::npos);
    CHECK(svg.find("font-size=\"17\"") != std::string::npos);
    CHECK(to_svg(graph, {}).find("PageRank") == std::string::npos);
  }
}
