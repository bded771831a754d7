// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "cli/explanation.hpp"

using namespace relgraph;
using namespace relgraph::cli;

TEST_CASE("explanation: marks may overlap, the trigger shows", "[cli]") {
  const std::string text = "Tesla-Chef Musk geht";
  CHECK(marked(text, {{{0, 15}, false}, {{6, 10}, true}, {{11, 15}, false}}, Marking::brackets) ==
        "[Tesla-]{Chef}[ Musk] geht");
  CHECK(marked(text, {{{0, 10}, false}, {{6, 20}, true}}, Marking::html) ==
        "<b>Tesla-</b><i>Chef Musk geht</i>");
  CHECK(marked(text, {}, Marking::colour) == text);
}

TEST_CASE("explanation: hostile text is shown and does nothing", "[cli]") {
  const std::string text = "<script>\033[31m\n</script> \xFF `*_[x](y)_*`";
  const std::string html = marked(text, {{{0, 3}, false}}, Marking::html);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find('\033') == std::string::npos);
  CHECK(html.find('\n') == std::string::npos);
  CHECK(html.find("\\[x\\]") != std::string::npos);
  CHECK(marked(text, {}, Marking::brackets).find('\033') == std::string::npos);
  // A mark that cuts a character in two.
  CHECK(marked("ä", {{{0, 1}, false}}, Marking::brackets) == "[\xEF\xBF\xBD]\xEF\xBF\xBD");
}

TEST_CASE("explanation: mentions in odd places and of other documents", "[cli]") {
  Graph graph;
  graph.nodes = {{.id = "a", .label = "A", .type = "person"}, {.id = "b", .label = "B", .type = "person"}};
  graph.nodes[0].mentions = {{"d", {0, 5'000'000'000}, "name"}, {"e", {0, 1}, "name"}};
  graph.edges.push_back({.source = 1, .target = 0, .type = "sues"});
  graph.edges[0].evidence.push_back({.document = "d", .span = {10, 4}, .text = "x", .trigger = Span{90, 7}});
  graph.edges[0].evidence.push_back({.document = "none", .span = {10, 40}, .text = "x"});
  DocumentTexts texts(graph, "-");
  const auto edges = explain(graph, 0, 1, texts);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].evidence[0].marks.empty());
  CHECK(edges[0].evidence[1].ends[0].chain.empty());
  CHECK_FALSE(to_text(graph, edges, "de", Marking::brackets).empty());
  CHECK(to_json(graph, edges).size() == 1);
}
