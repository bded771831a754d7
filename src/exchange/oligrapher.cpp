// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include "base/json_text.hpp"
#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/record.hpp"
#include "relgraph/ontology.hpp"

// The state of Oligrapher 3 (LittleSis): a map with a story. Each relation that has evidence is a page of the
// story. Source: github.com/public-accountability/oligrapher, app/graph and app/util.

namespace relgraph::exchange {

namespace {

struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

/// Places on a circle, from the top clockwise: no edge runs through a third node.
std::vector<Point> places(std::size_t count) {
  constexpr double k_distance = 130;  // from node to node
  const double radius = std::max(150.0, k_distance * static_cast<double>(count) / (2 * std::numbers::pi));
  std::vector<Point> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
    out[i] = {std::llround(radius * std::sin(angle)), -std::llround(radius * std::cos(angle))};
  }
  return out;
}

class JsonObject {
 public:
  void text(std::string_view name, std::string_view value) { raw(name, json_text(value)); }
  void whole(std::string_view name, std::int64_t value) { raw(name, std::to_string(value)); }
  void raw(std::string_view name, std::string_view json) {
    if (m_out.size() > 1) m_out += ',';
    m_out.append(json_text(name)).append(":").append(json);
  }
  [[nodiscard]] std::string finish() { return std::move(m_out) + "}"; }

 private:
  std::string m_out = "{";
};

/// A page on the web; other schemes could run something.
std::string url_of(const Properties& extra) {
  const std::string url = string_property(extra, "url").value_or("");
  return url.starts_with("https://") || url.starts_with("http://") ? url : "";
}

/// Texts of a story are HTML.
std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string id_of(char kind, std::size_t index) { return kind + std::to_string(index); }

std::string node_object(const Node& node, const std::string& id, Point place,
                        const std::vector<std::string>& edge_ids) {
  JsonObject out;
  out.text("id", id);
  out.text("name", node.label);
  out.text("description", node.type);
  out.whole("x", place.x);
  out.whole("y", place.y);
  out.whole("scale", 1);
  out.text("color", "#ccc");
  if (const std::string url = url_of(node.extra); !url.empty()) out.text("url", url);
  out.raw("edgeIds", to_json(edge_ids));
  return out.finish();
}

/// How far the middle of the k-th of several lines between two nodes bends aside.
Point bend(Point from, Point to, std::size_t k) {
  constexpr double k_step = 45;
  const double dx = static_cast<double>(to.x - from.x);
  const double dy = static_cast<double>(to.y - from.y);
  const double length = std::max(1.0, std::sqrt(dx * dx + dy * dy));
  const double side = (k % 2 == 0 ? 0.5 : -0.5) * k_step * static_cast<double>(k + 1);
  return {std::llround(-dy / length * side), std::llround(dx / length * side)};
}

std::string edge_object(const Edge& edge, const std::string& id, Point from, Point to, Point middle) {
  JsonObject out;
  out.text("id", id);
  out.text("node1_id", id_of('n', edge.source));
  out.text("node2_id", id_of('n', edge.target));
  out.text("label", relation_label(edge.type, "en"));
  out.text("status", "normal");
  out.whole("scale", 1);
  out.raw("arrow", is_symmetric(edge.type) ? "false" : R"("1->2")");
  out.raw("dash", edge.status == Status::asserted ? "false" : "true");
  if (const std::string url = url_of(edge.extra); !url.empty()) out.text("url", url);
  const std::array<std::pair<std::string_view, std::int64_t>, 8> numbers{{{"x1", from.x},
                                                                          {"y1", from.y},
                                                                          {"x2", to.x},
                                                                          {"y2", to.y},
                                                                          {"cx", middle.x},
                                                                          {"cy", middle.y},
                                                                          {"s1", 1},
                                                                          {"s2", 1}}};
  for (const auto& [name, value] : numbers) out.whole(name, value);
  return out.finish();
}

std::string story_page(const Graph& graph, const Edge& edge, const std::string& edge_id) {
  std::string text;
  for (const Evidence& evidence : edge.evidence) {
    text += "<p>" + html_text(evidence.text);
    if (!evidence.document.empty()) text += " <em>" + html_text(evidence.document) + "</em>";
    text += "</p>";
  }
  std::string header = graph.nodes[edge.source].label + " – " + relation_label(edge.type, "en") + " – " +
                       graph.nodes[edge.target].label;
  if (edge.status != Status::asserted) header += " (" + std::string(to_string(edge.status)) + ")";
  JsonObject out;
  out.text("id", "a" + edge_id.substr(1));
  out.text("header", header);
  out.text("text", text);
  out.raw("nodeIds", to_json(std::vector{id_of('n', edge.source), id_of('n', edge.target)}));
  out.raw("edgeIds", to_json(std::vector{edge_id}));
  out.raw("captionIds", "[]");
  return out.finish();
}

struct Parts {
  std::string edges;
  std::string story;
  std::vector<std::vector<std::string>> edges_of_nodes;
  bool has_loops = false;
};

Parts edge_parts(const Graph& graph, const std::vector<Point>& where) {
  Parts out;
  out.edges_of_nodes.resize(graph.nodes.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> parallel;
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const Edge& edge = graph.edges[i];
    if (edge.source == edge.target) {
      out.has_loops = true;
      continue;
    }
    const std::string id = id_of('e', i);
    const auto [low, high] = std::minmax(edge.source, edge.target);
    const Point middle = bend(where[low], where[high], parallel[{low, high}]++);
    out.edges += out.edges.empty() ? "\n" : ",\n";
    out.edges += json_text(id) + ":" + edge_object(edge, id, where[edge.source], where[edge.target], middle);
    out.edges_of_nodes[edge.source].push_back(id);
    out.edges_of_nodes[edge.target].push_back(id);
    if (edge.evidence.empty()) continue;
    out.story += out.story.empty() ? "\n" : ",\n";
    out.story += story_page(graph, edge, id);
  }
  return out;
}

}  // namespace

std::vector<ExchangeFile> write_oligrapher(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  const std::vector<Point> where = places(canonical.nodes.size());
  const Parts parts = edge_parts(canonical, where);
  std::string out = "{\"graph\":{\"nodes\":{";
  for (std::size_t i = 0; i < canonical.nodes.size(); ++i) {
    const std::string id = id_of('n', i);
    out += i == 0 ? "\n" : ",\n";
    out += json_text(id) + ":" + node_object(canonical.nodes[i], id, where[i], parts.edges_of_nodes[i]);
  }
  out += "\n},\"edges\":{" + parts.edges + "\n},\"captions\":{}},\n\"annotations\":{\"list\":[" +
         parts.story + "\n],\"currentIndex\":0,\"sources\":null,\"isHighlighting\":false},\n";
  out += "\"attributes\":{\"title\":\"\",\"version\":3}}\n";
  if (parts.has_loops) diagnostics.warn("Oligrapher has no edges from a node to itself; they are left out");
  if (!canonical.edges.empty() || !canonical.documents.empty())
    diagnostics.warn(
        "Oligrapher carries labels, types and sentences, no attributes, confidence, aliases, mentions or "
        "list of "
        "documents; whatever is not asserted is dashed");
  return {{"", out}};
}

}  // namespace relgraph::exchange
