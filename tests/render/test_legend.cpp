// SPDX-License-Identifier: Apache-2.0
#include "render/legend.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "fixtures.hpp"
#include "relgraph/render.hpp"
#include "xml.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

/// Texts of the legend of a picture.
std::set<std::string> legend_of(const Graph& graph) {
  const auto all = xml::parse(to_svg(graph, {.labels = "en"}));
  std::set<std::string> out;
  for (const xml::Element& element : all) {
    const xml::Element& parent = all[element.parent];
    if (element.name == "text" && parent.attributes.contains("class") &&
        parent.attributes.at("class") == "legend") {
      out.insert(element.text);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("legend: exactly what occurs") {
  CHECK(legend_of(fixtures::quarrel()) ==
        std::set<std::string>{"Person", "Organization", "Place", "friendly", "hostile", "neutral", "mutual",
                              "stated as fact", "planned or demanded", "denied", "1 source passage",
                              "2–3 source passages"});
  Graph small;
  small.nodes = {fixtures::node("A"), fixtures::node("B")};
  small.edges = {fixtures::edge(0, "praises", 1)};
  CHECK(legend_of(small) == std::set<std::string>{"Person", "friendly"});
}

TEST_CASE("legend: equal to what the drawing uses, for every annotated article") {
  const auto files = fixtures::gold_files();
  if (files.empty()) WARN("no annotated articles here, skipped");
  for (const std::string& file : files) {
    INFO(file);
    const Graph graph = fixtures::gold_graph(file);
    const LegendEntries entries = legend_entries(reduce(graph, 40, 60), graph);
    const auto all = xml::parse(to_svg(graph, {}));
    std::set<std::string> used;  // classes of the lines and boxes drawn
    std::string colors = " ";    // classes of the rows of labels
    for (const xml::Element& element : all) {
      const auto id = element.attributes.find("id");
      if ((element.name == "text" || element.name == "tspan") && element.attributes.contains("class")) {
        colors += element.attributes.at("class") + " ";
      }
      if (element.name != "g" || id == element.attributes.end()) continue;
      const char kind = id->second.at(id->second.find('-') + 1);  // prefix-n-name
      used.insert(kind == 'n' ? all[element.parent].attributes.at("class") : element.attributes.at("class"));
    }
    for (std::size_t i = 0; i < k_shape_names.size(); ++i) {
      CHECK(entries.shapes[i] == used.contains("n-" + std::string(k_shape_names[i])));
    }
    const auto uses = [&](const std::string& word) {
      return std::ranges::any_of(used, [&](const std::string& one) {
        return one.starts_with(word + " ") || one.ends_with(" " + word);
      });
    };
    CHECK(entries.polarities[0] == (uses("neg") || colors.find(" tn ") != std::string::npos));
    CHECK(entries.polarities[1] == (uses("neu") || colors.find(" tu ") != std::string::npos));
    CHECK(entries.polarities[2] == (uses("pos") || colors.find(" tp ") != std::string::npos));
    for (const Status status : {Status::reported, Status::planned, Status::former, Status::negated}) {
      CHECK(entries.statuses[static_cast<std::size_t>(status)] == uses(std::string(to_string(status))));
    }
  }
}

TEST_CASE("legend: none without need or wish") {
  CHECK(legend_of(Graph{}).empty());
  const std::string svg = to_svg(fixtures::quarrel(), {.legend = false});
  CHECK(svg.find("class=\"legend\"") == std::string::npos);
}
