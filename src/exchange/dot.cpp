// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "exchange/dot_elements.hpp"
#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "graph/compact_json.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

/// A node's name: its id in quotes. What a quoted DOT string cannot hold or would change is written as in
/// URLs; the percent sign too, so that two ids never become one.
std::string dot_name(std::string_view id) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '\\' || c == '%' || c == '"') {
      out += '%';
      out += k_hex[byte >> 4U];
      out += k_hex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Text for an attribute: a backslash is doubled because labels give it a meaning, an ampersand because
/// Graphviz would read `&amp;` as one character; control characters cannot be shown.
std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    switch (c) {
      case U'"': out += "\\\""; break;
      case U'\\': out += "\\\\"; break;
      case U'&': out += "&amp;"; break;
      case U'\n': out += "\\n"; break;
      default: append_utf8(out, is_control(c) ? k_replacement : c);
    }
  }
  return out + '"';
}

/// JSON without control characters, which a text of DOT cannot hold: JSON itself escapes only some.
std::string without_controls(std::string_view json) {
  constexpr std::string_view k_hex = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < json.size();) {
    const char32_t c = next_code_point(json, i);
    if (is_control(c)) {
      out += "\\u00";
      out += {k_hex[c >> 4U], k_hex[c & 15U]};
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_control(next_code_point(text, i))) return true;
  }
  return false;
}

/// A value that text alone would not bring back: a string is plain text unless it could be taken for JSON or
/// has characters that text cannot show; all else is JSON.
std::string plain_value(const Property& property, const Properties& properties) {
  const auto text = string_property(properties, property.name);
  std::string ignored;
  const bool is_json = text && append_compact_json(ignored, *text) == CompactFault::none;
  if (!text || is_json || has_control(*text)) return without_controls(property.json);
  return *text;
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (!out.ends_with('[')) out += ", ";
  out.append(name).append("=").append(value);
}

std::string number(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

std::string_view shape_of(std::string_view node_type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_shapes{{{"person", "ellipse"},
                                                                                   {"organization", "box"},
                                                                                   {"place", "house"},
                                                                                   {"project", "hexagon"},
                                                                                   {"product", "component"}}};
  for (const auto& [type, shape] : k_shapes) {
    if (type == node_type) return shape;
  }
  return "plain";
}

std::string_view style_of(Status status) {
  switch (status) {
    case Status::asserted: return "solid";
    case Status::reported:
    case Status::planned: return "dashed";
    case Status::former:
    case Status::negated: return "dotted";
  }
  return "solid";
}

void append_node(std::string& out, const Node& node) {
  out += "  " + dot_name(node.id) + " [";
  append_attribute(out, "label", dot_text(node.label));
  append_attribute(out, "shape", shape_of(node.type));
  append_attribute(out, "relgraph_type", dot_text(node.type));
  if (!node.aliases.empty())
    append_attribute(out, "relgraph_aliases", dot_text(without_controls(exchange::to_json(node.aliases))));
  out += "];\n";
}

void append_edge(std::string& out, const Graph& graph, const Edge& edge) {
  out += "  " + dot_name(graph.nodes[edge.source].id) + " -> " + dot_name(graph.nodes[edge.target].id) + " [";
  append_attribute(out, "label", dot_text(relation_label(edge.type, "en")));
  append_attribute(out, "style", style_of(edge.status));
  if (is_symmetric(edge.type)) append_attribute(out, "dir", "none");
  append_attribute(out, "relgraph_type", dot_text(edge.type));
  append_attribute(out, "relgraph_status", to_string(edge.status));
  append_attribute(out, "relgraph_polarity", std::to_string(static_cast<int>(edge.polarity)));
  append_attribute(out, "relgraph_confidence", number(edge.confidence));
  for (const Property& property : edge.attributes)
    append_attribute(out, dot_name(std::string(exchange::dot::k_attribute_prefix) + property.name),
                     dot_text(plain_value(property, edge.attributes)));
  if (!edge.evidence.empty()) {
    append_attribute(out, "relgraph_sentences", std::to_string(edge.evidence.size()));
    append_attribute(out, "tooltip", dot_text(edge.evidence.front().text));
  }
  out += "];\n";
}

void warn_of_losses(const Graph& graph, Diagnostics& diagnostics) {
  const auto warn_if = [&](bool is_lost, std::string_view what) {
    if (is_lost) diagnostics.warn("DOT carries no " + std::string(what));
  };
  const auto has_evidence = [](const Edge& edge) { return !edge.evidence.empty(); };
  const auto has_mentions = [](const Node& node) { return !node.mentions.empty(); };
  const auto has_extra = [](const auto& element) { return !element.extra.empty(); };
  warn_if(!graph.documents.empty(), "documents");
  warn_if(std::ranges::any_of(graph.nodes, has_mentions), "mentions");
  warn_if(std::ranges::any_of(graph.edges, has_evidence), "evidence but the first sentence, as a tooltip");
  // They might mean something to Graphviz: an image to load, an address to link.
  warn_if(!graph.extra.empty() || !graph.graph_extra.empty() || std::ranges::any_of(graph.nodes, has_extra) ||
              std::ranges::any_of(graph.edges, has_extra),
          "keys of other programs");
}

}  // namespace

std::string to_dot(const Graph& graph) {
  Graph canonical = graph;
  canonicalise(canonical);
  std::string out = "digraph relgraph {\n";
  for (const Node& node : canonical.nodes) append_node(out, node);
  for (const Edge& edge : canonical.edges) append_edge(out, canonical, edge);
  return out + "}\n";
}

std::vector<ExchangeFile> exchange::write_dot(const Graph& graph, Diagnostics& diagnostics) {
  warn_of_losses(graph, diagnostics);
  return {{"", to_dot(graph)}};
}

}  // namespace relgraph
