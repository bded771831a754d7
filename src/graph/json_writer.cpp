// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"
#include "graph/json_lines.hpp"

namespace relgraph {

namespace {

constexpr std::string_view k_format = "relgraph/1";
constexpr std::string_view k_trigger_prefix = "trigger.";

/// Writes JSON as Python's `json.dumps(indent=2, ensure_ascii=False)` would, or all on one line.
class JsonWriter {
 public:
  enum class Form : std::uint8_t { indented, line };
  explicit JsonWriter(Form form = Form::indented) : m_form(form) {}

  void open(char bracket) {
    m_out += bracket;
    ++m_level;
    m_empty = true;
  }
  void close(char bracket) {
    --m_level;
    if (!m_empty) line();
    m_out += bracket;
    m_empty = false;
  }
  /// Before every element of a list.
  void element() {
    if (!m_empty) m_out += m_form == Form::line ? ", " : ",";
    m_empty = false;
    line();
  }
  void key(std::string_view name) {
    element();
    append_json_string(m_out, name);
    m_out += ": ";
  }
  void string(std::string_view value) { append_json_string(m_out, value); }
  /// Empty means unknown, and unknown is null.
  void known(std::string_view value) { value.empty() ? word("null") : string(value); }
  void word(std::string_view value) { m_out += value; }
  void whole(std::int64_t value) { append_json_number(m_out, value); }
  void number(double value) { append_json_number(m_out, value); }
  void raw(std::string_view json) {
    m_form == Form::line ? word(json) : append_indented_json(m_out, json, m_level);
  }
  void properties(const Properties& properties) {
    for (const Property& property : properties) {
      key(property.name);
      raw(property.json);
    }
  }
  void finish() { m_out += '\n'; }
  [[nodiscard]] std::string take() { return std::move(m_out); }

 private:
  void line() {
    if (m_form == Form::line) return;
    m_out += '\n';
    m_out.append(2 * m_level, ' ');
  }
  Form m_form;
  std::string m_out;
  std::size_t m_level = 0;
  bool m_empty = true;
};

template <class List, class Write>
void write_list(JsonWriter& json, std::string_view key, const List& list, Write write) {
  json.key(key);
  json.open('[');
  for (const auto& item : list) {
    json.element();
    write(item);
  }
  json.close(']');
}

void write_span(JsonWriter& json, const Span& span) {
  json.key("begin");
  json.whole(static_cast<std::int64_t>(span.begin));
  json.key("end");
  json.whole(static_cast<std::int64_t>(span.end));
}

void write_document(JsonWriter& json, const DocumentInfo& document) {
  json.open('{');
  json.key("id");
  json.string(document.id);
  const std::array<std::pair<std::string_view, const std::string*>, 5> fields = {
      {{"title", &document.title},
       {"language", &document.language},
       {"date", &document.date},
       {"source", &document.source},
       {"sha256", &document.sha256}}};
  for (const auto& [name, value] : fields) {
    json.key(name);
    json.known(*value);
  }
  json.properties(document.extra);
  json.close('}');
}

void write_mention(JsonWriter& json, const Mention& mention) {
  json.open('{');
  json.key("document");
  json.known(mention.document);
  write_span(json, mention.span);
  json.key("kind");
  json.known(mention.kind);
  json.properties(mention.extra);
  json.close('}');
}

void write_node(JsonWriter& json, const Node& node) {
  json.open('{');
  json.key("id");
  json.string(node.id);
  json.key("label");
  json.string(node.label);
  json.key("type");
  json.string(node.type);
  write_list(json, "aliases", node.aliases, [&](const std::string& alias) { json.string(alias); });
  write_list(json, "mentions", node.mentions, [&](const Mention& mention) { write_mention(json, mention); });
  json.properties(node.extra);
  json.close('}');
}

/// What the reader found beside begin and end of the trigger goes back to where it was.
bool belongs_to_trigger(const Evidence& evidence, const Property& property) {
  return evidence.trigger && property.name.starts_with(k_trigger_prefix);
}

void write_trigger(JsonWriter& json, const Evidence& evidence) {
  json.key("trigger");
  if (!evidence.trigger) {
    json.word("null");
    return;
  }
  json.open('{');
  write_span(json, *evidence.trigger);
  for (const Property& property : evidence.extra) {
    if (!belongs_to_trigger(evidence, property)) continue;
    json.key(std::string_view(property.name).substr(k_trigger_prefix.size()));
    json.raw(property.json);
  }
  json.close('}');
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.open('{');
  json.key("document");
  json.known(evidence.document);
  write_span(json, evidence.span);
  json.key("text");
  json.string(evidence.text);
  write_trigger(json, evidence);
  json.key("speaker");
  json.known(evidence.speaker);
  json.key("by");
  json.known(evidence.by);
  for (const Property& property : evidence.extra) {
    if (belongs_to_trigger(evidence, property)) continue;
    json.key(property.name);
    json.raw(property.json);
  }
  json.close('}');
}

void write_edge(JsonWriter& json, const Graph& graph, const Edge& edge) {
  json.open('{');
  json.key("source");
  json.string(graph.nodes[edge.source].id);
  json.key("target");
  json.string(graph.nodes[edge.target].id);
  json.key("key");
  json.whole(edge.key);
  json.key("type");
  json.string(edge.type);
  json.key("polarity");
  json.whole(static_cast<std::int64_t>(edge.polarity));
  json.key("status");
  json.string(to_string(edge.status));
  json.key("confidence");
  json.number(edge.confidence);
  json.key("attributes");
  json.open('{');
  json.properties(edge.attributes);
  json.close('}');
  write_list(json, "evidence", edge.evidence, [&](const Evidence& item) { write_evidence(json, item); });
  json.properties(edge.extra);
  json.close('}');
}

template <class Write>
std::string on_one_line(Write write) {
  JsonWriter json(JsonWriter::Form::line);
  write(json);
  return json.take();
}

}  // namespace

std::string to_json_line(const DocumentInfo& document) {
  return on_one_line([&](JsonWriter& json) { write_document(json, document); });
}

std::string to_json_line(const Node& node) {
  return on_one_line([&](JsonWriter& json) { write_node(json, node); });
}

std::string to_json_line(const Graph& graph, const Edge& edge) {
  return on_one_line([&](JsonWriter& json) { write_edge(json, graph, edge); });
}

std::string serialise_graph(const Graph& graph) {
  Graph canonical = graph;
  canonicalise(canonical);
  JsonWriter json;
  json.open('{');
  json.key("directed");
  json.word("true");
  json.key("multigraph");
  json.word("true");
  json.key("graph");
  json.open('{');
  json.key("format");
  json.string(k_format);
  write_list(json, "documents", canonical.documents,
             [&](const DocumentInfo& document) { write_document(json, document); });
  json.properties(canonical.graph_extra);
  json.close('}');
  write_list(json, "nodes", canonical.nodes, [&](const Node& node) { write_node(json, node); });
  write_list(json, "edges", canonical.edges, [&](const Edge& edge) { write_edge(json, canonical, edge); });
  json.properties(canonical.extra);
  json.close('}');
  json.finish();
  return json.take();
}

}  // namespace relgraph
