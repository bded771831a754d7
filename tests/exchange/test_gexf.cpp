// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "exchange/round_trip.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

Graph read(const std::string& text, Diagnostics& diagnostics) {
  return read_format("gexf", text, diagnostics);
}

std::string file(const std::string& content, const std::string& direction = "directed") {
  return "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><graph defaultedgetype=\"" + direction + "\">" +
         content + "</graph></gexf>";
}

}  // namespace

TEST_CASE("gexf: what is written, byte by byte") {
  Graph graph;
  graph.nodes = {actor("b", "B & \"Co\"", "organization"), actor("a", "Anna", "person", {"A. Adler"})};
  Edge edge = relation(1, 0, "owns", Status::planned, 0.5);
  edge.evidence = {sentence("d", 0, "Anna will own B.")};
  set_number(edge.attributes, "share", 0.51);
  set_number(edge.extra, "weight", 3);
  graph.edges = {edge, relation(1, 0, "owns")};
  graph.documents = {{.id = "d", .title = "T"}};
  Diagnostics diagnostics;
  CHECK(write_format("gexf", graph, diagnostics) ==
        R"xml(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>relgraph</creator>
    <description>Documents: T (d)</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node">
      <attribute id="0" title="type" type="string"/>
      <attribute id="1" title="aliases" type="liststring"/>
      <attribute id="2" title="mentions" type="long"/>
      <attribute id="3" title="mention_list" type="string"/>
    </attributes>
    <attributes class="edge">
      <attribute id="0" title="type" type="string"/>
      <attribute id="1" title="status" type="string"/>
      <attribute id="2" title="polarity" type="long"/>
      <attribute id="3" title="confidence" type="double"/>
      <attribute id="4" title="sentences" type="long"/>
      <attribute id="5" title="evidence" type="string"/>
      <attribute id="6" title="share" type="double"/>
    </attributes>
    <nodes>
      <node id="a" label="Anna">
        <attvalues>
          <attvalue for="0" value="person"/>
          <attvalue for="1" value="[&quot;A. Adler&quot;]"/>
          <attvalue for="2" value="0"/>
        </attvalues>
      </node>
      <node id="b" label="B &amp; &quot;Co&quot;">
        <attvalues>
          <attvalue for="0" value="organization"/>
          <attvalue for="2" value="0"/>
        </attvalues>
      </node>
    </nodes>
    <edges>
      <edge id="e0" source="a" target="b" kind="owns" label="owns">
        <attvalues>
          <attvalue for="0" value="owns"/>
          <attvalue for="1" value="asserted"/>
          <attvalue for="2" value="0"/>
          <attvalue for="3" value="1.0"/>
          <attvalue for="4" value="0"/>
        </attvalues>
      </edge>
      <edge id="e1" source="a" target="b" kind="owns (planned)" label="owns" weight="3">
        <attvalues>
          <attvalue for="0" value="owns"/>
          <attvalue for="1" value="planned"/>
          <attvalue for="2" value="0"/>
          <attvalue for="3" value="0.5"/>
          <attvalue for="4" value="1"/>
          <attvalue for="5" value="[{&quot;document&quot;:&quot;d&quot;,&quot;begin&quot;:0,&quot;end&quot;:16,&quot;text&quot;:&quot;Anna will own B.&quot;}]"/>
          <attvalue for="6" value="0.51"/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
)xml");
  CHECK(said(diagnostics) ==
        "GEXF has no values of a graph; of the documents it carries ids and titles, to be read by people\n");
}

TEST_CASE("gexf: all but the documents comes back") {
  std::mt19937 random(12);
  for (int i = 0; i < 100; ++i) {
    Graph graph = random_graph(random);
    graph.documents.clear();
    Diagnostics diagnostics;
    const Graph back = read(write_format("gexf", graph, diagnostics), diagnostics);
    CHECK(serialise_graph(back) == serialise_graph(graph));
    CHECK(diagnostics.entries.empty());
  }
}

TEST_CASE("gexf: hostile text stays text") {
  const auto texts = hostile_strings();
  const Graph graph = graph_of(texts);
  const Graph back = read_format("gexf", write_format("gexf", graph));
  REQUIRE(back.nodes.size() == texts.size());
  REQUIRE(back.edges.size() == texts.size());
  for (const std::string& text : texts) {
    const auto is_it = [&](const Node& node) { return node.label == text; };
    const bool can_be_held = text.find_first_of(std::string("\0\x01\xEF\xFF", 4)) == std::string::npos;
    if (can_be_held) CHECK(std::ranges::count_if(back.nodes, is_it) == 1);
  }
}

TEST_CASE("gexf: weights of any kind come back") {
  Graph graph = shape(3, {{0, 1}, {1, 2}, {2, 0}});
  graph.edges[0].extra = {{"weight", "-0.5"}};
  graph.edges[1].extra = {{"weight", "2"}};
  const std::string numbers = write_format("gexf", graph);
  CHECK_THAT(numbers, Contains("weight=\"-0.5\""));
  CHECK(serialise_graph(read_format("gexf", numbers)) == serialise_graph(graph));
  graph.edges[1].extra = {{"weight", "\"heavy\""}};
  const std::string mixed = write_format("gexf", graph);
  CHECK_THAT(mixed, Contains("title=\"json:weight\""));
  CHECK(serialise_graph(read_format("gexf", mixed)) == serialise_graph(graph));
}

TEST_CASE("gexf: a file of Gephi") {
  Diagnostics diagnostics;
  const Graph graph = read(
      file(
          R"(<attributes class="node" mode="static"><attribute id="age" title="Age" type="integer"><default>30</default></attribute>
                <attribute id="also" title="aliases" type="liststring"/></attributes>
              <attributes class="edge"><attribute id="0" title="since" type="string"/></attributes>
              <nodes count="2"><node id="1" label="Anna" pid="0"><attvalues><attvalue for="age" value="41"/>
                <attvalue for="also" value="[Anni, &quot;A., the first&quot;]"/></attvalues>
                <viz:size value="3" xmlns:viz="v"/><viz:color r="1" g="2" b="3" xmlns:viz="v"/></node><node id="2"/></nodes>
              <edges><edge id="7" source="1" target="2" type="mutual" kind="meets" weight="2.5"><attvalues>
                <attvalue for="0" value="2020" start="1"/><attvalue for="0" value="2021" start="2"/></attvalues></edge>
              <edge source="2" target="3" type="undirected"/><edge source="1" target="1" type="owns"/></edges>)"),
      diagnostics);
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[0].label == "Anna");
  CHECK(graph.nodes[0].aliases == std::vector<std::string>{"Anni", "A., the first"});
  CHECK(json_of(graph.nodes[0].extra, "Age") == "41");
  CHECK(json_of(graph.nodes[0].extra, "pid") == "\"0\"");
  CHECK(json_of(graph.nodes[1].extra, "Age") == "30");
  REQUIRE(graph.edges.size() == 4);
  CHECK(graph.edges[0].type == "meets");
  CHECK(json_of(graph.edges[0].extra, "weight") == "2.5");
  CHECK(json_of(graph.edges[0].extra, "since") == "\"2020\"");
  CHECK(graph.edges[1].source == 1);
  CHECK(graph.edges[2].type == "related_to");
  CHECK(graph.edges[3].type == "owns");
  CHECK(said(diagnostics) ==
        "places, colours, sizes and shapes are left out\n"
        "there are mutual edges; each becomes one edge each way\n"
        "the column 'since' has several values for one element; the first one counts\n"
        "there are undirected edges; each is read once, from source to target\n"
        "edges have 1 ends that are not among the nodes, for instance '3'; they became nodes\n");
}

TEST_CASE("gexf: nodes inside nodes, and version 1.1 with its times") {
  Diagnostics diagnostics;
  const Graph graph = read(
      "<gexf xmlns=\"http://www.gexf.net/1.1draft\"><meta><creator>x</creator></meta><graph><nodes><node "
      "id=\"a\">"
      "<nodes><node id=\"b\"><slices><slice start=\"1\"/></slices></node></nodes></node></nodes>"
      "<edges><edge id=\"0\" source=\"a\" target=\"b\"/></edges></graph></gexf>",
      diagnostics);
  CHECK(graph.nodes.size() == 2);
  CHECK(graph.edges.size() == 1);
  CHECK(said(diagnostics) ==
        "there are nodes inside nodes; they are read, not the grouping\n"
        "the times at which elements exist are left out\n"
        "there are undirected edges; each is read once, from source to target\n");
}

TEST_CASE("gexf: bad input") {
  const auto error = [](const std::string& text) { return error_of([&] { read_format("gexf", text); }); };
  CHECK(error("") == "f: is empty");
  CHECK(error("<graphml/>") == "f:1:1: is no GEXF: the outermost element is not 'gexf'");
  CHECK(error("<node id=\"a\"/>") == "f:1:1: is no GEXF: the outermost element is not 'gexf'");
  CHECK(error("<gexf><graph>\n<nodes><node/>") == "f:2:8: a node has no id");
  CHECK(error("<gexf><graph><edges>\n<edge target=\"a\"/>") == "f:2:1: an edge has no source");
  CHECK(error("<gexf><graph a=\"1\" a=\"2\"/></gexf>") == "f:1:20: not valid XML: duplicate attribute");
  CHECK(error("<gexf/><gexf/>") == "f:1:8: not valid XML: junk after document element");
  CHECK(error("<!DOCTYPE g [<!ENTITY % a \"x\">]><gexf/>") ==
        "f:1:27: the file defines entities, which relgraph does not take");
}
