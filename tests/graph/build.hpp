// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "relgraph/graph.hpp"

// Small graphs for tests.

namespace relgraph::testing {

inline Node actor(const std::string& id, const std::string& label, const std::string& type = "person",
                  std::vector<std::string> aliases = {}) {
  return {.id = id, .label = label, .type = type, .aliases = std::move(aliases)};
}

inline Edge relation(std::uint32_t source, std::uint32_t target, const std::string& type,
                     Status status = Status::asserted, double confidence = 1) {
  Edge edge;
  edge.source = source;
  edge.target = target;
  edge.type = type;
  edge.status = status;
  edge.confidence = confidence;
  return edge;
}

inline Evidence sentence(const std::string& document, std::size_t begin, const std::string& text) {
  Evidence out;
  out.document = document;
  out.span = {begin, begin + text.size()};
  out.text = text;
  return out;
}

/// Nodes n0, n1 … and plain edges between them.
inline Graph shape(std::size_t nodes, std::initializer_list<std::pair<std::uint32_t, std::uint32_t>> edges) {
  Graph graph;
  for (std::size_t i = 0; i < nodes; ++i)
    graph.nodes.push_back(actor("n" + std::to_string(i), "N" + std::to_string(i)));
  for (const auto& [source, target] : edges) graph.edges.push_back(relation(source, target, "criticizes"));
  return graph;
}

/// A graph as an article might give it. Names are drawn from a small pool, so that two graphs share some.
inline Graph random_graph(std::mt19937& random) {
  const auto draw = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  static const std::vector<std::string> types{"criticizes", "partners_with", "owns",
                                              "leads",      "meets",         "made_up"};
  static const std::vector<std::string> names{"Anna Adler",  "Björn Becker", "Acme",      "Nordwind AG",
                                              "Carla Çelik", "Hafen Süd",    "Sam Stone", "@sam"};
  Graph graph;
  const std::size_t documents = 1 + draw(2);
  for (std::size_t d = 0; d < documents; ++d) {
    const std::string id = "doc" + std::to_string(2 * draw(3) + d);
    graph.documents.push_back(
        {.id = id, .title = "T", .sha256 = std::string(4, static_cast<char>('a' + draw(2)))});
  }
  for (const std::string& name : names) {
    if (draw(2) == 0) continue;
    Node node =
        actor(make_node_id(name), name, name.find(' ') != std::string::npos ? "person" : "organization");
    if (draw(3) == 0) node.aliases.push_back("Alias " + std::to_string(draw(4)) + " of " + name);
    if (draw(2) == 0) node.aliases.push_back(name);
    for (std::size_t m = draw(3); m > 0; --m)
      node.mentions.push_back({graph.documents[draw(documents)].id, {draw(50), 50 + draw(9)}, "name"});
    if (draw(4) == 0) set_number(node.extra, "weight", static_cast<double>(draw(5)));
    graph.nodes.push_back(std::move(node));
  }
  if (graph.nodes.empty()) return graph;
  for (std::size_t e = draw(12); e > 0; --e) {
    Edge edge = relation(static_cast<std::uint32_t>(draw(graph.nodes.size())),
                         static_cast<std::uint32_t>(draw(graph.nodes.size())), types[draw(types.size())],
                         static_cast<Status>(draw(5)), static_cast<double>(draw(4)) / 4);
    if (draw(2) == 0) set_number(edge.attributes, "amount", static_cast<double>(draw(3)));
    if (draw(2) == 0) set_string(edge.attributes, "role", std::to_string(draw(3)));
    for (std::size_t s = draw(3); s > 0; --s) {
      edge.evidence.push_back(
          sentence(graph.documents[draw(documents)].id, 10 * draw(5), "Sentence " + std::to_string(draw(4))));
      if (draw(3) == 0) edge.evidence.back().speaker = graph.nodes[draw(graph.nodes.size())].id;
    }
    graph.edges.push_back(std::move(edge));
  }
  return graph;
}

/// The message of the error that `call` throws; empty if it throws none.
template <class Call>
std::string error_of(Call call, ErrorCode code = ErrorCode::input) {
  try {
    call();
  } catch (const Error& error) {
    return error.code() == code ? error.what() : "another code: " + std::string(error.what());
  }
  return {};
}

}  // namespace relgraph::testing
