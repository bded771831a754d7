// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "exchange/round_trip.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

Graph read(const std::string& text, Diagnostics& diagnostics) {
  return read_format("graphml", text, diagnostics);
}

/// A file with these keys and this content of its graph.
std::string file(const std::string& keys, const std::string& content,
                 const std::string& direction = "directed") {
  return "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">" + keys + "<graph edgedefault=\"" +
         direction + "\">" + content + "</graph></graphml>";
}

/// With the properties in the order of their names, which no format keeps.
Graph sorted(Graph graph) {
  const auto sort = [](Properties& properties) { std::ranges::sort(properties, {}, &Property::name); };
  for (Node& node : graph.nodes) sort(node.extra);
  for (Edge& edge : graph.edges) {
    sort(edge.extra);
    sort(edge.attributes);
  }
  sort(graph.extra);
  sort(graph.graph_extra);
  return graph;
}

}  // namespace

TEST_CASE("graphml: what is written, byte by byte") {
  Graph graph;
  graph.nodes = {actor("b", "B & Co", "organization"), actor("a", "Anna", "person", {"A. Adler"})};
  graph.nodes[1].mentions = {{"d", {0, 4}, "name"}};
  Edge edge = relation(1, 0, "works_for", Status::reported, 0.5);
  edge.evidence = {sentence("d", 0, "Anna works for B.")};
  set_number(edge.attributes, "amount", 5);
  set_number(edge.extra, "weight", 0.25);
  graph.edges = {edge};
  graph.documents = {{.id = "d", .title = "T"}};
  Diagnostics diagnostics;
  CHECK(write_format("graphml", graph, diagnostics) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d0" for="graph" attr.name="format" attr.type="string"/>
  <key id="d1" for="graph" attr.name="documents" attr.type="string"/>
  <key id="d2" for="node" attr.name="label" attr.type="string"/>
  <key id="d3" for="node" attr.name="type" attr.type="string"/>
  <key id="d4" for="node" attr.name="aliases" attr.type="string"/>
  <key id="d5" for="node" attr.name="mentions" attr.type="long"/>
  <key id="d6" for="node" attr.name="mention_list" attr.type="string"/>
  <key id="d7" for="edge" attr.name="label" attr.type="string"/>
  <key id="d8" for="edge" attr.name="type" attr.type="string"/>
  <key id="d9" for="edge" attr.name="status" attr.type="string"/>
  <key id="d10" for="edge" attr.name="polarity" attr.type="long"/>
  <key id="d11" for="edge" attr.name="confidence" attr.type="double"/>
  <key id="d12" for="edge" attr.name="sentences" attr.type="long"/>
  <key id="d13" for="edge" attr.name="evidence" attr.type="string"/>
  <key id="d14" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d15" for="edge" attr.name="amount" attr.type="long"/>
  <graph id="relgraph" edgedefault="directed">
    <data key="d0">relgraph/1</data>
    <data key="d1">[{"id":"d","title":"T"}]</data>
    <node id="a">
      <data key="d2">Anna</data>
      <data key="d3">person</data>
      <data key="d4">["A. Adler"]</data>
      <data key="d5">1</data>
      <data key="d6">[{"document":"d","begin":0,"end":4,"kind":"name"}]</data>
    </node>
    <node id="b">
      <data key="d2">B &amp; Co</data>
      <data key="d3">organization</data>
      <data key="d5">0</data>
    </node>
    <edge id="e0" source="a" target="b">
      <data key="d7">works for</data>
      <data key="d8">works_for</data>
      <data key="d9">reported</data>
      <data key="d10">0</data>
      <data key="d11">0.5</data>
      <data key="d12">1</data>
      <data key="d13">[{"document":"d","begin":0,"end":17,"text":"Anna works for B."}]</data>
      <data key="d15">5</data>
      <data key="d14">0.25</data>
    </edge>
  </graph>
</graphml>
)");
  CHECK(diagnostics.entries.empty());
}

TEST_CASE("graphml: nothing is lost on the way there and back") {
  std::mt19937 random(11);
  for (int i = 0; i < 100; ++i) {
    const Graph graph = random_graph(random);
    Diagnostics diagnostics;
    const Graph back = read(write_format("graphml", graph, diagnostics), diagnostics);
    CHECK(serialise_graph(back) == serialise_graph(graph));
    CHECK(diagnostics.entries.empty());
  }
}

TEST_CASE("graphml: properties with the names of columns come back as they were") {
  Graph graph = shape(2, {{0, 1}});
  for (const std::string name :
       {"name", "mention_list", "extra:x", "json:x", "extra:json:y", "file:z", "a b", ""})
    set_string(graph.nodes[0].extra, name, "v of " + name);
  for (const std::string name :
       {"id", "label", "kind", "amount", "sentences", "relation", "attribute:x", "x"})
    set_string(graph.edges[0].extra, name, "e of " + name);
  for (const std::string name : {"amount", "x", "type", "extra:x", "json:y"})
    set_string(graph.edges[0].attributes, name, "a of " + name);
  graph.graph_extra = {{"name", "\"g\""}, {"file:x", "1"}};
  graph.extra = {{"name", "[1,2]"}, {"documents", "true"}};
  Diagnostics diagnostics;
  const Graph back = read(write_format("graphml", graph, diagnostics), diagnostics);
  CHECK(serialise_graph(sorted(back)) == serialise_graph(sorted(graph)));
  CHECK(said(diagnostics).empty());
}

TEST_CASE("graphml: the values of a column decide its type") {
  Graph graph = shape(2, {});
  graph.nodes[0].extra = {{"whole", "1"},
                          {"real", "1"},
                          {"truth", "true"},
                          {"mixed", "1"},
                          {"list", "[1]"},
                          {"null", "null"},
                          {"big", "123456789012345678901"},
                          {"text", "\"1\""}};
  graph.nodes[1].extra = {{"whole", "-2"}, {"real", "0.5"}, {"mixed", "\"a\""}, {"list", "null"}};
  Diagnostics diagnostics;
  const std::string text = write_format("graphml", graph, diagnostics);
  CHECK_THAT(text, Contains("attr.name=\"whole\" attr.type=\"long\""));
  CHECK_THAT(text, Contains("attr.name=\"real\" attr.type=\"double\""));
  CHECK_THAT(text, Contains("attr.name=\"truth\" attr.type=\"boolean\""));
  CHECK_THAT(text, Contains("attr.name=\"json:mixed\" attr.type=\"string\""));
  CHECK_THAT(text, Contains("attr.name=\"json:list\" attr.type=\"string\""));
  CHECK_THAT(text, Contains("attr.name=\"big\" attr.type=\"double\""));
  CHECK_THAT(text, !Contains("attr.name=\"null\""));
  CHECK(said(diagnostics) == "GraphML has no null; keys with that value are left out\n");
  Graph back = read(text, diagnostics);
  std::erase_if(graph.nodes[0].extra, [](const Property& p) { return p.json == "null"; });
  std::erase_if(graph.nodes[1].extra, [](const Property& p) { return p.json == "null"; });
  CHECK(serialise_graph(sorted(back)) == serialise_graph(sorted(graph)));
}

TEST_CASE("graphml: hostile text stays text") {
  const auto texts = hostile_strings();
  const Graph graph = graph_of(texts);
  Diagnostics diagnostics;
  const Graph back = read(write_format("graphml", graph, diagnostics), diagnostics);
  CHECK(said(diagnostics) ==
        "GraphML is XML, which does not have all characters; those it lacks became U+FFFD\n"
        "GraphML is XML, which does not have all characters; some ids of nodes had to change\n");
  REQUIRE(back.nodes.size() == texts.size());
  REQUIRE(back.edges.size() == texts.size());
  for (const std::string& text : texts) {
    const auto is_it = [&](const Node& node) { return node.label == text; };
    const bool can_be_held = text.find_first_of(std::string("\0\x01\xEF\xFF", 4)) == std::string::npos;
    if (can_be_held) CHECK(std::ranges::count_if(back.nodes, is_it) == 1);
  }
}

TEST_CASE("graphml: ids that XML cannot hold stay apart") {
  Graph graph;
  graph.nodes = {actor("a\x01", "1"), actor("a\x02", "2"), actor("a_", "3"), actor("\xEF\xBF\xBE", "4")};
  graph.edges = {relation(0, 1, "owns"), relation(3, 2, "owns")};
  const Graph back = read_format("graphml", write_format("graphml", graph));
  REQUIRE(back.nodes.size() == 4);
  REQUIRE(back.edges.size() == 2);
  CHECK(back.nodes[back.edges[0].source].label == "1");
  CHECK(back.nodes[back.edges[1].source].label == "4");
}

TEST_CASE("graphml: a foreign file") {
  Diagnostics diagnostics;
  const Graph graph =
      read(file(R"(<key id="a" for="node" attr.name="name" attr.type="string"/>
              <key id="b" for="edge" attr.name="interaction" attr.type="string"><desc>of genes</desc></key>
              <key id="c" for="all" attr.name="weight" attr.type="double"><default>1.5</default></key>
              <key id="d" for="edge" attr.name="sure" attr.type="boolean"/>
              <key id="e" for="edge" attr.name="confidence" attr.type="float"/>)",
                R"(<edge source="x" target="y"><data key="b">activates</data><data key="d">True</data></edge>
              <node id="x"><data key="a">Gene X</data></node>
              <node id="z"><data key="c">NaN</data><data key="q">?</data></node>
              <edge source="z" target="x"><data key="c">-7</data><data key="e">3</data></edge>)"),
           diagnostics);
  REQUIRE(graph.nodes.size() == 3);
  CHECK(graph.nodes[0].label == "Gene X");
  CHECK(graph.nodes[0].type == "unknown");
  CHECK(json_of(graph.nodes[0].extra, "weight") == "1.5");
  CHECK(graph.nodes[1].id == "y");
  CHECK(graph.nodes[1].label == "y");
  CHECK(json_of(graph.nodes[2].extra, "weight") == "\"NaN\"");
  CHECK(json_of(graph.nodes[2].extra, "q") == "\"?\"");
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].type == "activates");
  CHECK(json_of(graph.edges[0].extra, "sure") == "true");
  CHECK(graph.edges[1].type == "related_to");
  CHECK(json_of(graph.edges[1].extra, "weight") == "-7");
  CHECK(graph.edges[1].confidence == 1);
  CHECK(said(diagnostics) ==
        "there are columns that the file does not declare; they are read as text\n"
        "a confidence is not between 0 and 1; the nearer of them is taken\n"
        "edges have 1 ends that are not among the nodes, for instance 'y'; they became nodes\n");
}

TEST_CASE("graphml: which column gives the type of an edge") {
  const auto type = [](const std::string& name, const std::string& more = "") {
    const Graph graph = read_format(
        "graphml",
        file("<key id=\"k\" for=\"edge\" attr.name=\"" + name + "\"/>" + more,
             "<edge source=\"a\" target=\"b\"><data key=\"k\">owns</data><data key=\"l\">has</data></edge>"));
    return graph.edges[0].type + " " + json_of(graph.edges[0].extra, name) +
           json_of(graph.edges[0].extra, "label");
  };
  const std::string label = "<key id=\"l\" for=\"edge\" attr.name=\"label\"/>";
  CHECK(type("type", label) == "owns \"has\"");
  CHECK(type("relation", label) == "owns \"has\"");
  CHECK(type("interaction", label) == "owns \"has\"");
  CHECK(type("colour", label) == "has \"owns\"");
  CHECK(type("colour") == "related_to \"owns\"");
  // Their polarity is that of the type.
  CHECK(
      read_format("graphml", file("<key id=\"k\" for=\"edge\" attr.name=\"type\"/>",
                                  "<edge source=\"a\" target=\"b\"><data key=\"k\">criticizes</data></edge>"))
          .edges[0]
          .polarity == Polarity::negative);
}

TEST_CASE("graphml: values that are not what their column says are kept") {
  Diagnostics diagnostics;
  const std::string keys =
      R"(<key id="s" for="edge" attr.name="status"/><key id="p" for="edge" attr.name="polarity"/>
      <key id="c" for="edge" attr.name="confidence"/><key id="e" for="edge" attr.name="evidence"/>
      <key id="n" for="edge" attr.name="sentences"/><key id="m" for="node" attr.name="mention_list"/>
      <key id="k" for="edge" attr.name="key"/><key id="a" for="node" attr.name="aliases"/>
      <key id="i" for="edge" attr.name="amount" attr.type="int"/>)";
  const Graph graph = read(file(keys, R"(<node id="a"><data key="m">none</data><data key="a">x|y</data></node>
                         <edge source="a" target="a"><data key="s">active</data><data key="p">7</data>
                         <data key="c">high</data><data key="e">[{"begin":5,"end":1}]</data><data key="n">4</data>
                         <data key="k">0</data><data key="i">five</data></edge>)"),
                           diagnostics);
  const Edge& edge = graph.edges.at(0);
  CHECK(edge.status == Status::asserted);
  CHECK(json_of(edge.extra, "status_") == "\"active\"");
  CHECK(json_of(edge.extra, "polarity_") == "\"7\"");
  CHECK(json_of(edge.extra, "confidence_") == "\"high\"");
  CHECK_THAT(json_of(edge.extra, "evidence_"), Contains("begin"));
  CHECK(json_of(edge.extra, "sentences") == "4");
  CHECK(json_of(edge.extra, "key_") == "\"0\"");
  CHECK(json_of(edge.attributes, "amount") == "\"five\"");
  CHECK(json_of(graph.nodes.at(0).extra, "mention_list_") == "\"none\"");
  CHECK(graph.nodes.at(0).aliases == std::vector<std::string>{"x", "y"});
  CHECK(diagnostics.entries.size() == 5);
  // What was read is a graph file.
  CHECK(serialise_graph(parse_graph(serialise_graph(graph), "again", diagnostics)) == serialise_graph(graph));
}

TEST_CASE("graphml: undirected edges, graphs in nodes, several graphs") {
  Diagnostics diagnostics;
  const Graph graph = read(
      "<graphml><graph edgedefault=\"undirected\"><node id=\"g\"><graph edgedefault=\"directed\"><node "
      "id=\"g::a\"/>"
      "<node id=\"g::b\"/><edge source=\"g::a\" target=\"g::b\" directed=\"true\"/></graph></node>"
      "<edge source=\"g\" target=\"g::a\"/><hyperedge><endpoint node=\"g\"/></hyperedge></graph>"
      "<graph><node id=\"other\"/></graph></graphml>",
      diagnostics);
  CHECK(graph.nodes.size() == 3);
  CHECK(graph.edges.size() == 2);
  CHECK(said(diagnostics) ==
        "there are graphs inside nodes; their nodes are read, not the grouping\n"
        "there are undirected edges; each is read once, from source to target\n"
        "hyperedges are left out\n"
        "there are several graphs; the first one is read\n");
}

TEST_CASE("graphml: yEd") {
  Diagnostics diagnostics;
  const Graph graph = read(
      file(
          R"(<key for="graphml" id="d0" yfiles.type="resources"/><key for="node" id="d6" yfiles.type="nodegraphics"/>
              <key for="edge" id="d10" yfiles.type="edgegraphics"/>)",
          R"(<node id="n0"><data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml"><y:Fill color="#FFCC00"/>
              <y:NodeLabel>Anna<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
              <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge xmlns:y="y"><y:EdgeLabel>
              knows </y:EdgeLabel></y:PolyLineEdge></data></edge>)"),
      diagnostics);
  CHECK(graph.nodes.at(0).label == "Anna");
  CHECK(graph.edges.at(0).type == "knows");
  CHECK(said(diagnostics) == "elements inside values are left out, but for the labels of yEd\n");
}

TEST_CASE("graphml: ids that igraph put into a column") {
  const std::string keys = "<key id=\"v_id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>";
  const auto nodes = [](const std::string& first, const std::string& second) {
    return "<node id=\"n0\"><data key=\"v_id\">" + first +
           "</data></node><node id=\"n1\"><data key=\"v_id\">" + second +
           "</data></node><edge source=\"n1\" target=\"n0\"/>";
  };
  const Graph graph = read_format("graphml", file(keys, nodes("anna", "acme")));
  CHECK(graph.nodes.at(0).id == "anna");
  CHECK(graph.nodes.at(1).label == "acme");
  CHECK(graph.edges.at(0).source == 1);
  const Graph same = read_format("graphml", file(keys, nodes("anna", "anna")));
  CHECK(same.nodes.at(0).id == "n0");
  CHECK(json_of(same.nodes.at(0).extra, "id_") == "\"anna\"");
}

TEST_CASE("graphml: bad input") {
  const auto error = [](const std::string& text) { return error_of([&] { read_format("graphml", text); }); };
  CHECK(error("") == "f: is empty");
  CHECK(error(" \n") == "f: is empty");
  CHECK(error("{\"nodes\": []}") == "f:1:1: not valid XML: not well-formed (invalid token)");
  CHECK(error("<graphml><graph>") == "f:1:17: not valid XML: no element found");
  CHECK(error("<graphml>\n<graph></node>\n") == "f:2:10: not valid XML: mismatched tag");
  CHECK(error("<gexf/>") == "f:1:1: is no GraphML: the outermost element is not 'graphml'");
  CHECK(error("<graphml><graph>\n<node/></graph></graphml>") == "f:2:1: a node has no id");
  CHECK(error("<graphml><graph>\n<edge source=\"a\"/></graph></graphml>") == "f:2:1: an edge has no target");
  CHECK(error("<graphml><graph><node id=\"a\"/>\n<node id=\"a\"/></graph></graphml>") ==
        "f:2:1: the id 'a' is that of an earlier node");
  CHECK(error("<!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><graphml>&b;</graphml>") ==
        "f:1:25: the file defines entities, which relgraph does not take");
  CHECK(error("<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml>&x;</graphml>") ==
        "f:1:52: the file defines entities, which relgraph does not take");
  CHECK(error("<!DOCTYPE graphml SYSTEM \"g.dtd\"><graphml>&nbsp;</graphml>") ==
        "f:1:43: the entity 'nbsp' is unknown");
  CHECK(error("<graphml>\xFF</graphml>") == "f:1:10: not valid XML: not well-formed (invalid token)");
  std::string deep = "<graphml>";
  for (int i = 0; i < 1000; ++i) deep += "<x>";
  CHECK(error(deep) == "f:1:757: elements are nested more than 250 deep");
  std::string bomb;
  for (int i = 0; i < 1000; ++i)
    bomb += "<key id=\"k" + std::to_string(i) + "\" attr.name=\"k" + std::to_string(i) + "\"><default>" +
            std::string(100, 'x') + "</default></key>";
  std::string nodes;
  for (int i = 0; i < 2000; ++i) nodes += "<node id=\"" + std::to_string(i) + "\"/>";
  CHECK_THAT(error(file(bomb, nodes)),
             Contains("the defaults of its columns make the file many times as big"));
}

TEST_CASE("graphml: other encodings, and a document type without entities") {
  const Graph graph =
      read_format("graphml",
                  "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE graphml SYSTEM "
                  "\"http://graphml.graphdrawing.org/dtds/graphml.dtd\">\n<g:graphml xmlns:g=\"x\"><g:graph>"
                  "<g:node id=\"M\xFCller\"/></g:graph></g:graphml>");
  CHECK(graph.nodes.at(0).id == "Müller");
  CHECK(read_format("graphml", "\xEF\xBB\xBF<graphml/>").nodes.empty());
}
