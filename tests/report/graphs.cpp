// SPDX-License-Identifier: Apache-2.0
#include "graphs.hpp"

#include "relgraph/ontology.hpp"

namespace graphs {

using namespace relgraph;

std::uint32_t add_node(Graph& graph, const std::string& label, const std::string& type) {
  Node node;
  node.id = make_node_id(label);
  node.label = label;
  node.type = type;
  graph.nodes.push_back(node);
  return static_cast<std::uint32_t>(graph.nodes.size() - 1);
}

Edge& add_edge(Graph& graph, std::uint32_t source, const std::string& type, std::uint32_t target,
               Status status, const std::string& speaker, const std::string& document) {
  Edge edge;
  edge.source = source;
  edge.target = target;
  edge.type = type;
  edge.status = status;
  edge.confidence = 0.8;
  if (const RelationType* known = find_relation_type(type)) edge.polarity = known->polarity;
  Evidence evidence;
  evidence.document = document;
  evidence.text = "Sentence " + std::to_string(graph.edges.size()) + " has the TRIGGER of " + type + ".";
  const std::size_t begin = 1000 * graph.edges.size();
  evidence.span = {begin, begin + evidence.text.size()};
  const std::size_t trigger = begin + evidence.text.find("TRIGGER");
  evidence.trigger = Span{trigger, trigger + 7};
  evidence.speaker = speaker;
  evidence.by = "model";
  edge.evidence.push_back(evidence);
  graph.edges.push_back(edge);
  return graph.edges.back();
}

void add_document(Graph& graph, const std::string& id, const std::string& title, const std::string& language,
                  const std::string& date) {
  DocumentInfo document{id};
  document.title = title;
  document.language = language;
  document.date = date;
  document.source = "articles/" + id + ".txt";
  graph.documents.push_back(document);
}

Graph affair(const std::string& language) {
  Graph graph;
  add_document(graph, "d", "The first article", language, "2025-01-22");
  add_document(graph, "e", "The second article", language, "2025-02-01");
  const auto ada = add_node(graph, "Ada Berg");
  const auto bruno = add_node(graph, "Bruno Carl");
  const auto works = add_node(graph, "Foo Works", "organization");
  const auto city = add_node(graph, "Greifswald", "place");
  static_cast<void>(add_node(graph, "Nobody Atall"));
  set_string(add_edge(graph, ada, "leads", works).attributes, "role", "chief executive");
  add_edge(graph, works, "based_in", city);
  add_edge(graph, ada, "criticizes", bruno, Status::asserted, "ada-berg");
  add_edge(graph, ada, "supports", bruno, Status::asserted, "", "e");
  add_edge(graph, bruno, "attacks", works, Status::reported, "ada-berg");
  add_edge(graph, city, "funds", works, Status::asserted);
  add_edge(graph, city, "funds", works, Status::negated, "bruno-carl", "e");
  Edge& deal = add_edge(graph, bruno, "invests_in", works, Status::planned);
  set_number(deal.attributes, "amount", 14e9);
  set_string(deal.attributes, "currency", "USD");
  set_string(deal.attributes, "date", "2025-03");
  set_string(add_edge(graph, ada, "founded", works).attributes, "date", "2011");
  return graph;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace graphs
