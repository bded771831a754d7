// SPDX-License-Identifier: Apache-2.0
#include "fixtures.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "relgraph/ontology.hpp"

namespace fixtures {

using namespace relgraph;

Node node(std::string label, std::string type) {
  Node out;
  out.id = make_node_id(label);
  out.label = std::move(label);
  out.type = std::move(type);
  return out;
}

Edge edge(std::uint32_t source, std::string type, std::uint32_t target, Status status) {
  Edge out;
  out.source = source;
  out.target = target;
  out.type = std::move(type);
  out.status = status;
  if (const RelationType* known = find_relation_type(out.type)) out.polarity = known->polarity;
  Evidence evidence;
  evidence.document = "d";
  evidence.text = "A sentence says that one " + out.type + " the other.";
  evidence.span = {100 * std::size_t{source} + target, 100 * std::size_t{source} + target + 10};
  out.evidence.push_back(evidence);
  return out;
}

Graph quarrel() {
  Graph graph;
  DocumentInfo document{"d"};
  document.title = "A quarrel";
  document.language = "en";
  document.date = "2025-01-23";
  document.source = "articles/quarrel.txt";
  graph.documents.push_back(document);
  graph.nodes = {node("Anna Berg"), node("Bruno Carl"), node("Dora Ernst"), node("Foo Works", "organization"),
                 node("Greifswald", "place")};
  graph.edges = {edge(0, "criticizes", 1),
                 edge(0, "accuses", 1),
                 edge(1, "rejects", 0),
                 edge(2, "supports", 0),
                 edge(0, "leads", 3),
                 edge(2, "allied_with", 1),
                 edge(3, "based_in", 4),
                 edge(1, "invests_in", 3, Status::planned),
                 edge(2, "funds", 3, Status::negated)};
  return graph;
}

Graph scatter(std::uint32_t nodes, std::uint32_t edges) {
  const char* const k_types[] = {"criticizes", "supports", "works_for", "partners_with", "sues", "owns"};
  const char* const k_kinds[] = {"person", "organization", "place", "project", "product", "event"};
  std::uint64_t state = 7;
  const auto next = [&](std::uint32_t below) {
    state = state * 48271 % 2147483647;
    return static_cast<std::uint32_t>(state % below);
  };
  Graph graph;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    graph.nodes.push_back(node("Actor number " + std::to_string(i), k_kinds[i % 6]));
  }
  for (std::uint32_t i = 0; i < edges; ++i) {
    const std::uint32_t source = next(3) == 0 ? next(std::min<std::uint32_t>(nodes, 4)) : next(nodes);
    const std::uint32_t target = next(nodes);
    if (source != target) graph.edges.push_back(edge(source, k_types[next(6)], target));
  }
  canonicalise(graph);
  return graph;
}

std::vector<std::string> gold_files() {
  std::vector<std::string> out;
  std::error_code error;
  const std::filesystem::path folder = std::string(RELGRAPH_SOURCE_DIR) + "/../shared/gold/dev";
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path().string());
  }
  std::ranges::sort(out);
  return out;
}

Graph gold_graph(const std::string& path) {
  std::ifstream file(path);
  const nlohmann::json article = nlohmann::json::parse(file);
  Graph graph;
  DocumentInfo document{article.at("id")};
  document.title = article.at("title");
  document.language = article.at("language");
  graph.documents.push_back(document);
  std::map<std::string, std::uint32_t> index;
  for (const auto& entity : article.at("entities")) {
    index.emplace(entity.at("id"), static_cast<std::uint32_t>(graph.nodes.size()));
    Node made = node(entity.at("names").at(0), entity.at("type"));
    made.id = entity.at("id");
    graph.nodes.push_back(made);
  }
  for (const auto& relation : article.at("relations")) {
    Edge made = edge(index.at(relation.at("source")), relation.at("type"), index.at(relation.at("target")),
                     parse_status(relation.value("status", "asserted")).value_or(Status::asserted));
    made.evidence.front().text = relation.value("evidence", "");
    graph.edges.push_back(made);
  }
  canonicalise(graph);
  return graph;
}

std::vector<Graph> gallery() {
  std::vector<Graph> out;
  for (const std::string name : {"koalition", "merger", "stargate", "transfer"}) {
    std::ifstream file(std::string(RELGRAPH_SOURCE_DIR) + "/graphs/" + name + "/graph.json");
    std::stringstream text;
    text << file.rdbuf();
    Diagnostics diagnostics;
    out.push_back(parse_graph(text.str(), name, diagnostics));
  }
  return out;
}

}  // namespace fixtures
