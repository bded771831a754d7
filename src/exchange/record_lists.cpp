// SPDX-License-Identifier: Apache-2.0
#include "exchange/record_lists.hpp"

#include <algorithm>
#include <utility>

#include "base/json_text.hpp"
#include "exchange/record.hpp"

namespace relgraph::exchange {

namespace {

/// Writes the objects of a list; what has no value is left out.
class ObjectWriter {
 public:
  void begin() { m_out += m_out.size() == 1 ? "{" : ",{"; }
  void end() { m_out += '}'; }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    append_json_string(m_out, value);
  }
  void span(const Span& span) {
    key("begin");
    append_json_number(m_out, static_cast<std::int64_t>(span.begin));
    key("end");
    append_json_number(m_out, static_cast<std::int64_t>(span.end));
  }
  void trigger(const Span& place) {
    key("trigger");
    m_out += '{';
    span(place);
    m_out += '}';
  }
  void properties(const Properties& properties) {
    for (const Property& property : properties) {
      key(property.name);
      m_out += property.json;
    }
  }
  [[nodiscard]] std::string finish() { return std::move(m_out) + "]"; }

 private:
  void key(std::string_view name) {
    if (m_out.back() != '{') m_out += ',';
    append_json_string(m_out, name);
    m_out += ':';
  }
  std::string m_out = "[";
};

}  // namespace

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text);
  }
  return out + "]";
}

std::string json_list(const std::vector<Mention>& mentions) {
  ObjectWriter json;
  for (const Mention& mention : mentions) {
    json.begin();
    json.text("document", mention.document);
    json.span(mention.span);
    json.text("kind", mention.kind);
    json.properties(mention.extra);
    json.end();
  }
  return json.finish();
}

std::string json_list(const std::vector<Evidence>& evidence) {
  ObjectWriter json;
  for (const Evidence& item : evidence) {
    json.begin();
    json.text("document", item.document);
    json.span(item.span);
    json.text("text", item.text);
    if (item.trigger) json.trigger(*item.trigger);
    json.text("speaker", item.speaker);
    json.text("by", item.by);
    json.properties(item.extra);
    json.end();
  }
  return json.finish();
}

std::string json_list(const std::vector<DocumentInfo>& documents) {
  ObjectWriter json;
  for (const DocumentInfo& document : documents) {
    json.begin();
    json.text("id", document.id);
    json.text("title", document.title);
    json.text("language", document.language);
    json.text("date", document.date);
    json.text("source", document.source);
    json.text("sha256", document.sha256);
    json.properties(document.extra);
    json.end();
  }
  return json.finish();
}

std::vector<std::string> aliases_of(std::string_view json) {
  std::vector<std::string> out;
  if (json.starts_with('[')) {
    // As a graph file would have them: that reader checks and unescapes.
    Diagnostics ignored;
    try {
      Graph graph = parse_graph(R"({"nodes":[{"id":"a","aliases":)" + std::string(json) + "}],\"edges\":[]}",
                                "aliases", ignored);
      return std::move(graph.nodes.front().aliases);
    } catch (const Error&) {
      return out;
    }
  }
  const auto text = text_of_json(json);
  if (!text) return out;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    std::string_view one = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!one.empty()) out.emplace_back(one);
  }
  return out;
}

bool mentions_of(std::string_view json, std::vector<Mention>& out) {
  Diagnostics ignored;
  try {
    Graph graph = parse_graph(R"({"nodes":[{"id":"a","mentions":)" + std::string(json) + "}],\"edges\":[]}",
                              "mentions", ignored);
    out = std::move(graph.nodes.front().mentions);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool evidence_of(std::string_view json, std::vector<Evidence>& out) {
  const std::string list =
      json.starts_with('[') ? std::string(json) : json_of_cell(text_of_json(json).value_or(""));
  if (!list.starts_with('[')) return false;
  Diagnostics ignored;
  try {
    Graph graph =
        parse_graph(R"({"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"a","evidence":)" + list + "}]}",
                    "evidence", ignored);
    out = std::move(graph.edges.front().evidence);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace relgraph::exchange
