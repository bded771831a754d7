// SPDX-License-Identifier: Apache-2.0
#include "render/links.hpp"

#include <catch2/catch.hpp>

#include "fixtures.hpp"
#include "relgraph/render.hpp"
#include "xml.hpp"

using namespace relgraph;
using render::evidence_link;
using render::web_address;

TEST_CASE("links: only web addresses, nothing that ends an attribute") {
  CHECK(web_address("https://example.org/a?b=1&c=%C3%A4#d") == "https://example.org/a?b=1&c=%C3%A4#d");
  CHECK(web_address("https://example.org/ä \"><script>") ==
        "https://example.org/%C3%A4%20%22%3E%3Cscript%3E");
  CHECK(web_address("javascript:alert(1)").empty());
  CHECK(web_address(" https://example.org").empty());
  CHECK(web_address("article.txt").empty());
  CHECK(web_address("https://" + std::string(5000, 'a')).empty());
}

namespace {

Graph linked(const std::string& source, const std::string& sentence) {
  Graph graph;
  graph.documents = {{.id = "d", .source = source}};
  graph.nodes = {fixtures::node("A"), fixtures::node("B")};
  graph.edges = {fixtures::edge(0, "praises", 1)};
  graph.edges[0].evidence = {{.document = "d", .span = {}, .text = sentence}};
  return graph;
}

std::string link_of(const Graph& graph) { return evidence_link(graph, render::join_lines(graph).front()); }

}  // namespace

TEST_CASE("links: a line leads to its sentence") {
  CHECK(link_of(linked("https://example.org/x", "Anna lobt Bert.")) ==
        "https://example.org/x#:~:text=Anna%20lobt%20Bert.");
  CHECK(link_of(linked("https://example.org/x", "One two, three-four five six seven eight nine ten.")) ==
        "https://example.org/x#:~:text=One%20two%2C%20three%2Dfour%20five,seven%20eight%20nine%20ten.");
  CHECK(link_of(linked("https://example.org/x#part", "Anna lobt Bert.")) == "https://example.org/x#part");
  CHECK(link_of(linked("article.txt", "Anna lobt Bert.")).empty());
}

TEST_CASE("links: in the picture, unless they are not wanted") {
  const Graph graph = linked("https://example.org/x?a&b", "Anna \"lobt\" Bert.");
  const auto links = xml::named(xml::parse(to_svg(graph, {})), "a");
  REQUIRE(links.size() == 1);
  CHECK(links[0].attributes.at("xlink:href") ==
        "https://example.org/x?a&b#:~:text=Anna%20%22lobt%22%20Bert.");
  CHECK(xml::named(xml::parse(to_svg(graph, {.links = false})), "a").empty());
}
