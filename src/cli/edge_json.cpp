// SPDX-License-Identifier: Apache-2.0
#include "cli/edge_json.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace relgraph::cli {

using Json = nlohmann::ordered_json;

Json node_json(const Node& node) { return {{"id", node.id}, {"label", node.label}, {"type", node.type}}; }

Json edge_json(const Graph& graph, const Edge& edge) {
  Json out{{"source", graph.nodes[edge.source].id},
           {"source_label", graph.nodes[edge.source].label},
           {"type", edge.type},
           {"target", graph.nodes[edge.target].id},
           {"target_label", graph.nodes[edge.target].label},
           {"polarity", static_cast<int>(edge.polarity)},
           {"status", to_string(edge.status)},
           {"confidence", edge.confidence},
           {"attributes", Json::object()},
           {"evidence", Json::array()}};
  for (const Property& attribute : edge.attributes)
    out["attributes"][attribute.name] = Json::parse(attribute.json);
  for (const Evidence& evidence : edge.evidence) {
    Json item{{"document", evidence.document},
              {"begin", evidence.span.begin},
              {"end", evidence.span.end},
              {"text", evidence.text}};
    item["speaker"] = evidence.speaker.empty() ? Json() : Json(evidence.speaker);
    item["by"] = evidence.by;
    out["evidence"].push_back(std::move(item));
  }
  return out;
}

std::string json_document(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string edge_lines(const Graph& graph, const Edge& edge, const std::string& indent) {
  std::string out = indent + printable(graph.nodes[edge.source].label) + "  " + edge.type + "  " +
                    printable(graph.nodes[edge.target].label);
  if (edge.status != Status::asserted) out += "  (" + std::string(to_string(edge.status)) + ")";
  for (const Property& attribute : edge.attributes)
    out += "  " + attribute.name + "=" + printable(attribute.json);
  out += "\n";
  for (const Evidence& evidence : edge.evidence) {
    std::string sentence = evidence.text;
    std::ranges::replace(sentence, '\n', ' ');
    out += indent + "    " + printable(evidence.document) + ": " + printable(sentence) + "\n";
  }
  return out;
}

}  // namespace relgraph::cli
