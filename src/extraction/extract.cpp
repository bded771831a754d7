// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "base/sha256.hpp"
#include "extraction/entities.hpp"
#include "extraction/print_words.hpp"
#include "extraction/relations.hpp"
#include "graph/node_id.hpp"
#include "relgraph/extraction.hpp"

namespace relgraph {

namespace {

constexpr double k_highest_confidence = 0.95;  ///< of an edge that several sentences state

std::vector<std::string> add_nodes(Graph& graph, const Document& document, const Entities& entities) {
  std::vector<std::string> ids;
  NodeIds unique;
  for (const Entity& entity : entities.entities) {
    Node node;
    node.id = unique.make(entity.label);
    node.label = entity.label;
    node.type = entity.type;
    node.aliases = entity.aliases;
    ids.push_back(node.id);
    graph.nodes.push_back(std::move(node));
  }
  for (const EntityMention& mention : entities.mentions) {
    graph.nodes[mention.entity].mentions.push_back(
        {document.id, mention.span, mention.handle ? "handle" : "name"});
  }
  return ids;
}

Evidence evidence_of(const Document& document, const Analysis& analysis, const Statement& statement,
                     const std::vector<std::string>& ids) {
  Evidence evidence;
  evidence.document = document.id;
  evidence.span = analysis.sentences[statement.sentence].span;
  evidence.text = evidence.span.of(document.text);
  evidence.trigger = statement.trigger;
  if (statement.speaker) evidence.speaker = ids[*statement.speaker];
  evidence.by = "trigger";
  return evidence;
}

Edge make_edge(const Statement& statement) {
  Edge edge;
  edge.source = static_cast<std::uint32_t>(statement.source);
  edge.target = static_cast<std::uint32_t>(statement.target);
  edge.type = statement.type->id;
  edge.polarity = statement.type->polarity;
  edge.status = statement.status;
  edge.confidence = statement.confidence;
  if (statement.amount) {
    set_number(edge.attributes, "amount", statement.amount->value);
    set_string(edge.attributes, "currency", statement.amount->currency);
  }
  return edge;
}

/// A second sentence is a second, not quite independent witness.
void strengthen(Edge& edge, double confidence) {
  edge.confidence =
      std::min(k_highest_confidence, edge.confidence + 0.5 * confidence * (1 - edge.confidence));
}

}  // namespace

Graph extract(const Document& document, const Analysis& syntactic) {
  const Analysis analysis = print_words(document, syntactic);
  Graph graph;
  graph.documents.push_back({document.id, document.title, analysis.language, document.date, document.source,
                             sha256(document.text)});
  const Entities entities = join_names(document, analysis);
  const std::vector<std::string> ids = add_nodes(graph, document, entities);
  std::vector<Statement> statements = find_statements(document, analysis, entities);
  const auto key = [](const Statement& s) {
    return std::tuple(s.source, s.target, std::string_view(s.type->id), s.status);
  };
  for (Statement& s : statements) {
    // A symmetric type has no direction: one edge, from the node named first.
    if (s.type->symmetric && s.target < s.source) std::swap(s.source, s.target);
  }
  std::ranges::stable_sort(statements, {}, key);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    if (i == 0 || key(statements[i - 1]) != key(statement)) {
      graph.edges.push_back(make_edge(statement));
    } else if (graph.edges.back().evidence.back().span == analysis.sentences[statement.sentence].span) {
      continue;
    } else {
      strengthen(graph.edges.back(), statement.confidence);
    }
    graph.edges.back().evidence.push_back(evidence_of(document, analysis, statement, ids));
  }
  canonicalise(graph);
  return graph;
}

}  // namespace relgraph
