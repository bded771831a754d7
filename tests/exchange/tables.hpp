// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

// What the tests of formats with a reader and a writer share.

namespace relgraph::testing {

inline std::vector<ExchangeFile> written(const std::string& format, const Graph& graph,
                                         Diagnostics& diagnostics) {
  return find_exchange_format(format).write(graph, diagnostics);
}

inline Graph read(const std::string& format, const std::vector<ExchangeFile>& files,
                  Diagnostics& diagnostics) {
  return find_exchange_format(format).read(files, diagnostics);
}

inline Graph read(const std::string& format, const std::vector<ExchangeFile>& files) {
  Diagnostics diagnostics;
  return read(format, files, diagnostics);
}

inline Graph there_and_back(const std::string& format, const Graph& graph) {
  Diagnostics diagnostics;
  return read(format, written(format, graph, diagnostics), diagnostics);
}

/// Anna works for B, which a sentence reports.
inline Graph small_graph() {
  Graph graph;
  graph.documents = {{.id = "d", .title = "T"}};
  graph.nodes = {actor("b", "B", "organization"), actor("a", "Anna", "person", {"Nan", "Anna A."})};
  graph.nodes[1].mentions = {{"d", {0, 4}, "name"}};
  set_string(graph.nodes[0].extra, "site", "https://b.example");
  Edge edge = relation(1, 0, "works_for", Status::reported, 0.5);
  edge.evidence = {sentence("d", 0, "Anna works for B.")};
  set_number(edge.attributes, "amount", 5);
  set_string(edge.attributes, "currency", "EUR");
  graph.edges = {edge, relation(1, 0, "partners_with")};
  return graph;
}

/// The bytes of a graph whose attributes and unknown keys are sorted: tables do not keep their order.
inline std::string sorted_properties(Graph graph) {
  canonicalise(graph);
  const auto sort = [](Properties& list) { std::ranges::sort(list, {}, &Property::name); };
  for (Node& node : graph.nodes) sort(node.extra);
  for (Edge& edge : graph.edges) {
    sort(edge.attributes);
    sort(edge.extra);
  }
  return serialise_graph(graph);
}

/// What tables of nodes and edges carry.
inline Graph without_frame(Graph graph) {
  graph.documents.clear();
  graph.graph_extra.clear();
  graph.extra.clear();
  for (Node& node : graph.nodes) node.mentions.clear();
  return graph;
}

inline void check_random_graphs(const std::string& format) {
  std::mt19937 random(11);
  for (int i = 0; i < 100; ++i) {
    const Graph graph = without_frame(random_graph(random));
    Graph turned = graph;
    std::ranges::reverse(turned.edges);
    Diagnostics diagnostics;
    const auto files = written(format, graph, diagnostics);
    const auto again = written(format, turned, diagnostics);
    for (std::size_t f = 0; f < files.size(); ++f) CHECK(files[f].text == again[f].text);
    CHECK(sorted_properties(read(format, files)) == sorted_properties(graph));
  }
}

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{"</text><script>alert(1)</script>",
                                              "a\"b'c`d\\e",
                                              "\\u0027); DROP",
                                              "line\r\nbreak\ttab",
                                              "\x01\x1B[31m\x7F",
                                              "\uFFFE",
                                              "\u0301lone",
                                              "\u202Eright\u2066",
                                              "😀🏳️‍🌈",
                                              "; , | : #",
                                              " blanks around ",
                                              "end",
                                              std::string(10'000, 'x'),
                                              "&lt;&#x27;"};
  return texts;
}

inline Graph hostile_graph() {
  Graph graph;
  for (const std::string& text : hostile_texts()) {
    Node& node = graph.nodes.emplace_back(actor("id " + text, text, "t" + text));
    set_string(node.extra, "x" + text, text);
    Edge edge = relation(0, static_cast<std::uint32_t>(graph.nodes.size() - 1), "r" + text);
    edge.evidence = {sentence(text, 3, text)};
    set_string(edge.attributes, "role", text);
    set_string(edge.attributes, "y" + text, text);
    graph.edges.push_back(std::move(edge));
  }
  return graph;
}

inline void check_hostile(const std::string& format) {
  const Graph graph = hostile_graph();
  CHECK(sorted_properties(there_and_back(format, graph)) == sorted_properties(graph));
}

}  // namespace relgraph::testing
