// SPDX-License-Identifier: Apache-2.0
// The whole picture: what a reader, a screen reader and a program find in the SVG.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "base/embedded.hpp"
#include "fixtures.hpp"
#include "relgraph/render.hpp"
#include "xml.hpp"

using namespace relgraph;
using fixtures::edge;
using fixtures::node;

namespace {

std::string all_text(const std::vector<xml::Element>& all, std::string_view name) {
  std::string out;
  for (const xml::Element& element : xml::named(all, name)) out += element.text + "\n";
  return out;
}

std::set<std::string> ids(const std::vector<xml::Element>& all) {
  std::set<std::string> out;
  for (const xml::Element& element : all) {
    const auto id = element.attributes.find("id");
    if (id != element.attributes.end()) CHECK(out.insert(id->second).second);
  }
  return out;
}

void check_no_active_content(const std::vector<xml::Element>& all) {
  for (const xml::Element& element : all) {
    CHECK(element.name != "script");
    CHECK(element.name != "foreignObject");
    for (const auto& [key, value] : element.attributes) {
      CHECK_FALSE(key.starts_with("on"));
      if (key.ends_with("href")) CHECK(value.starts_with("#"));
    }
  }
}

/// Both ends of an edge and everything around it named by hostile text.
Graph hostile(const std::string& text) {
  Graph graph = fixtures::quarrel();
  graph.documents[0].title = text;
  graph.documents[0].date = text;
  graph.documents[0].source = text;
  for (Node& one : graph.nodes) one.label += text;
  graph.nodes[0].type = text;
  graph.nodes[1].aliases = {text};
  graph.edges[0].type = text;
  graph.edges[1].evidence[0].text = text;
  graph.edges[2].evidence[0].speaker = text;
  set_string(graph.edges[4].attributes, "role", text);
  return graph;
}

}  // namespace

TEST_CASE("svg: root, size, names and roles") {
  const auto all = xml::parse(to_svg(fixtures::quarrel(), {}));
  const xml::Element& root = all.front();
  CHECK(root.name == "svg");
  CHECK(root.attributes.at("role") == "img");
  const std::string id = root.attributes.at("id");
  CHECK(root.attributes.at("aria-labelledby") == id + "-t " + id + "-d");
  CHECK(root.attributes.at("viewBox") ==
        "0 0 " + root.attributes.at("width") + " " + root.attributes.at("height"));
  CHECK(root.attributes.at("font-family") == "Liberation Sans, Arial, Helvetica, sans-serif");
  CHECK(all[1].text == "A quarrel");
  CHECK(all[2].name == "desc");
  CHECK(all[2].text.starts_with("Diagram with 5 actors and 9 relations."));
  CHECK(all[2].text.find("Anna Berg – criticizes, accuses: Bruno Carl; leads: Foo Works.") !=
        std::string::npos);
  for (const std::string& one : ids(all)) CHECK(one.starts_with(id));
  check_no_active_content(all);
}

TEST_CASE("svg: title, date and source above the drawing, tooltips with evidence on it") {
  Graph graph = fixtures::quarrel();
  graph.edges[0].evidence[0].speaker = graph.nodes[2].id;
  const auto all = xml::parse(to_svg(graph, {}));
  const std::string text = all_text(all, "text");
  CHECK(text.find("A quarrel") != std::string::npos);
  CHECK(text.find("23 January 2025 · quarrel.txt") != std::string::npos);
  const std::string tips = all_text(all, "title");
  CHECK(tips.find("Anna Berg → Bruno Carl: criticizes; accuses") != std::string::npos);
  CHECK(tips.find("“A sentence says that one criticizes the other.” (according to Dora Ernst)") !=
        std::string::npos);
  CHECK(tips.find("Dora Ernst ↔ Bruno Carl: is allied with") != std::string::npos);
  CHECK(tips.find("Foo Works – Organization") != std::string::npos);
  const auto german = xml::parse(to_svg(graph, {.labels = "de"}));
  CHECK(all_text(german, "title").find("Anna Berg → Bruno Carl: kritisiert; beschuldigt") !=
        std::string::npos);
  CHECK(german.front().attributes.at("xml:lang") == "de");
}

TEST_CASE("svg: labels speak the language of most documents") {
  Graph graph = fixtures::quarrel();
  graph.documents[0].language = "de";
  CHECK(to_svg(graph, {}).find("kritisiert") != std::string::npos);
  graph.documents.push_back({"e", "", "en"});
  CHECK(to_svg(graph, {}).find(">criticizes<") != std::string::npos);
}

TEST_CASE("svg: hostile text in every place stays text") {
  const std::vector<std::string> texts = {"</text><script>alert(1)</script>",
                                          "\"/><a href='javascript:1'>\" onload=\"x",
                                          "]]> --> <!-- <![CDATA[",
                                          std::string("nul\0and\x01\x1f", 9),
                                          "\xEF\xBF\xBE\xEF\xBF\xBF \xED\xA0\x80 \xC3 \xFF",
                                          "\\N \\G \\n \\l <b>html</b> %n",
                                          "&amp; &lt; &#x41; &nbsp;",
                                          "\u202Eأبجد\u202C",
                                          "😀👩‍👩‍👧🇺🇸",
                                          std::string(10000, 'x'),
                                          std::string(10000, ' '),
                                          "{1} {2}"};
  for (const std::string& text : texts) {
    INFO(text.substr(0, 60));
    const Graph graph = hostile(text);
    const std::string svg = to_svg(graph, {.title = text, .id_prefix = text});
    std::vector<xml::Element> all;
    REQUIRE_NOTHROW(all = xml::parse(svg));
    check_no_active_content(all);
    ids(all);
    CHECK(svg.size() < 40000);
  }
}

TEST_CASE("svg: the same bytes every time, whatever the order of the graph, also in threads") {
  const Graph graph = fixtures::scatter(20, 40);
  const std::string first = to_svg(graph, {});
  CHECK(to_svg(graph, {}) == first);
  Graph shuffled = graph;
  std::ranges::reverse(shuffled.edges);
  canonicalise(shuffled);
  CHECK(to_svg(shuffled, {}) == first);
  std::string in_thread[2];
  std::thread a([&] { in_thread[0] = to_svg(graph, {}); });
  std::thread b([&] { in_thread[1] = to_svg(graph, {}); });
  a.join();
  b.join();
  CHECK(in_thread[0] == first);
  CHECK(in_thread[1] == first);
}

TEST_CASE("svg: pictures of two graphs in one page have no id in common, and style only themselves") {
  const std::string one = to_svg(fixtures::quarrel(), {});
  const std::string two = to_svg(fixtures::scatter(8, 10), {});
  const auto first = ids(xml::parse(one));
  for (const std::string& id : ids(xml::parse(two))) CHECK_FALSE(first.contains(id));
  const auto all = xml::parse(one);
  const std::string css = xml::named(all, "style").at(0).text;
  const std::string scope = "#" + all.front().attributes.at("id") + " ";
  std::size_t rules = 0;
  for (std::size_t at = css.find('{') + 1; at < css.rfind('}'); at = css.find('}', at) + 1) {
    CHECK(css.compare(at, scope.size(), scope) == 0);
    ++rules;
  }
  CHECK(rules > 10);
  CHECK(css.find("var(") == std::string::npos);
}

TEST_CASE("svg: a given prefix is made a valid name") {
  CHECK(xml::parse(to_svg(fixtures::quarrel(), {.id_prefix = "fig 1"})).front().attributes.at("id") ==
        "fig_1");
  CHECK(xml::parse(to_svg(fixtures::quarrel(), {.id_prefix = "1"})).front().attributes.at("id") == "g1");
}

TEST_CASE("svg: themes") {
  CHECK(to_svg(fixtures::quarrel(), {}).find("prefers-color-scheme:dark") != std::string::npos);
  CHECK(to_svg(fixtures::quarrel(), {.theme = "print"}).find("<style") == std::string::npos);
  CHECK(to_svg(fixtures::quarrel(), {.theme = "dark"}).find("#1b1b1f") != std::string::npos);
  CHECK_THROWS_AS(to_svg(fixtures::quarrel(), {.theme = "none"}), Error);
}

TEST_CASE("svg: a large graph shows its core and says so") {
  const Graph graph = fixtures::scatter(500, 1500);
  const auto all = xml::parse(to_svg(graph, {.labels = "en", .max_nodes = 20, .max_edges = 30}));
  const std::string text = all_text(all, "text");
  CHECK(text.find("Shown: 20 of ") != std::string::npos);
  CHECK(text.find(" of " + std::to_string(graph.edges.size()) + " relations.") != std::string::npos);
  std::size_t boxes = 0;
  for (const xml::Element& element : xml::named(all, "g")) {
    const auto id = element.attributes.find("id");
    boxes += id != element.attributes.end() && id->second.find("-n-") != std::string::npos;
  }
  CHECK(boxes == 20);
}

TEST_CASE("svg: large limits are still drawn in bounded time and well-formed") {
  const Graph graph = fixtures::scatter(500, 700);
  CHECK_NOTHROW(xml::parse(to_svg(graph, {.max_nodes = 150, .max_edges = 180})));
}

TEST_CASE("svg: nodes without a relation are counted, not drawn") {
  Graph graph = fixtures::quarrel();
  graph.nodes.push_back(node("Lonely"));
  const std::string svg = to_svg(graph, {});
  CHECK(svg.find("Lonely") == std::string::npos);
  CHECK(svg.find("Without any relation and not shown: 1 actor.") != std::string::npos);
}

TEST_CASE("svg: graphs of nothing, of nodes only, of one node, of a loop") {
  CHECK(all_text(xml::parse(to_svg(Graph{}, {})), "text").find("No actors found.") != std::string::npos);
  Graph graph;
  graph.nodes = {node("A")};
  CHECK(all_text(xml::parse(to_svg(graph, {})), "text").find("No relations found.") != std::string::npos);
  graph.edges = {edge(0, "criticizes", 0)};
  for (const LayoutEngine engine : {LayoutEngine::dot, LayoutEngine::neato}) {
    const auto all = xml::parse(to_svg(graph, {.labels = "en", .engine = engine}));
    CHECK(all_text(all, "title").find("A → A: criticizes") != std::string::npos);
  }
  graph = {};
  for (int i = 0; i < 9; ++i) graph.nodes.push_back(node("Node " + std::to_string(i)));
  const auto all = xml::parse(to_svg(graph, {}));
  CHECK(std::stod(all.front().attributes.at("width")) < 600);
  CHECK(all_text(all, "text").find("Node 8") != std::string::npos);
}

TEST_CASE("svg: without its tooltips, a line costs 400 bytes or so and a box 300") {
  std::string svg = to_svg(fixtures::scatter(25, 45), {});
  for (std::size_t at = svg.find("<title>"); at != std::string::npos; at = svg.find("<title>", at)) {
    svg.erase(at, svg.find("</title>", at) - at + 8);
  }
  for (const auto& [kind, limit] : {std::pair("-e", 420U), std::pair("-n", 300U)}) {
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (std::size_t at = svg.find("<g id="); at != std::string::npos; at = svg.find("<g id=", at + 1)) {
      if (svg.compare(svg.find('-', at), 2, kind) != 0) continue;
      ++count;
      bytes += svg.find("</g>\n", at) + 5 - at;
    }
    REQUIRE(count >= 20);
    CHECK(bytes <= count * limit);
  }
}

TEST_CASE("a drawing names its elements after entities and says which edges a line stands for") {
  Graph graph;
  graph.nodes = {
      {"a", "A", "person"}, {"a-b", "A b", "person"}, {"b-c", "B c", "person"}, {"c\"<", "C", "person"}};
  graph.edges = {{.source = 1, .target = 3, .type = "criticizes"},
                 {.source = 0, .target = 2, .type = "praises"},
                 {.source = 0, .target = 2, .key = 1, .type = "supports"}};
  const Drawing drawing = draw(graph, {.id_prefix = "p"});
  REQUIRE(drawing.nodes.size() == 4);
  CHECK(drawing.nodes[3].id == "p-n-c__");
  REQUIRE(drawing.lines.size() == 2);
  CHECK(drawing.lines[0].edges == std::vector<std::uint32_t>{1, 2});
  CHECK(drawing.lines[0].id != drawing.lines[1].id);
  for (const DrawnLine& line : drawing.lines) {
    CHECK(drawing.svg.find("id=\"" + line.id + "\"") != std::string::npos);
  }
  for (const DrawnNode& node : drawing.nodes) {
    CHECK(drawing.svg.find("id=\"" + node.id + "\"") != std::string::npos);
  }
}
