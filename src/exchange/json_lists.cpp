// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_lists.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/json_text.hpp"

namespace relgraph::exchange {

namespace {

/// One object of a list.
class ObjectText {
 public:
  explicit ObjectText(std::string& out) : m_out(out) { m_out += '{'; }
  void close() { m_out += '}'; }

  void string(std::string_view name, std::string_view value) {
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
  void properties(const Properties& properties) {
    for (const Property& property : properties) {
      key(property.name);
      m_out += property.json;
    }
  }
  void key(std::string_view name) {
    if (m_out.back() != '{') m_out += ',';
    append_json_string(m_out, name);
    m_out += ':';
  }

 private:
  std::string& m_out;
};

void append(std::string& out, const std::string& alias) { append_json_string(out, alias); }

void append(std::string& out, const Mention& mention) {
  ObjectText object(out);
  object.string("document", mention.document);
  object.span(mention.span);
  object.string("kind", mention.kind);
  object.properties(mention.extra);
  object.close();
}

void append(std::string& out, const Evidence& evidence) {
  ObjectText object(out);
  object.string("document", evidence.document);
  object.span(evidence.span);
  object.string("text", evidence.text);
  if (evidence.trigger) {
    object.key("trigger");
    ObjectText trigger(out);
    trigger.span(*evidence.trigger);
    trigger.close();
  }
  object.string("speaker", evidence.speaker);
  object.string("by", evidence.by);
  object.properties(evidence.extra);
  object.close();
}

void append(std::string& out, const DocumentInfo& document) {
  ObjectText object(out);
  object.string("id", document.id);
  object.string("title", document.title);
  object.string("language", document.language);
  object.string("date", document.date);
  object.string("source", document.source);
  object.string("sha256", document.sha256);
  object.properties(document.extra);
  object.close();
}

template <class T>
std::string list_text(const std::vector<T>& list) {
  std::string out = "[";
  for (const T& item : list) {
    if (out.size() > 1) out += ',';
    append(out, item);
  }
  return out + ']';
}

/// Reads a list with the reader of graph files: it knows the keys, checks them, and keeps those it does not
/// know. Output: false if it refuses.
template <class Take>
bool read_within(std::string_view before, std::string_view list, std::string_view after, Take take) {
  if (!list.starts_with('[')) return false;
  std::string text(before);
  text.append(list).append(after);
  Diagnostics unheard;
  try {
    Graph graph = parse_graph(text, "list", unheard);
    if (graph.nodes.size() > 1 || graph.edges.size() > 1) return false;  // the list ended early
    take(graph);
  } catch (const Error&) {
    return false;
  }
  return true;
}

/// The bare or quoted names between the brackets of a list of GEXF.
std::vector<std::string> parse_bracketed(std::string_view text) {
  std::vector<std::string> out;
  std::string name;
  char quote = '\0';
  bool was_quoted = false;
  const auto finish = [&] {
    if (!was_quoted) {
      while (name.ends_with(' ')) name.pop_back();
    }
    if (!name.empty()) out.push_back(std::exchange(name, {}));
    was_quoted = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      name += text[++i];
    } else if (quote != '\0') {
      if (c != quote) name += c;
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && name.empty()) {
      quote = c;
      was_quoted = true;
    } else if (c == ',') {
      finish();
    } else if ((c != ' ' || !name.empty()) && !was_quoted) {
      name += c;
    }
  }
  finish();
  return out;
}

}  // namespace

std::string to_json(const std::vector<std::string>& aliases) { return list_text(aliases); }
std::string to_json(const std::vector<Mention>& mentions) { return list_text(mentions); }
std::string to_json(const std::vector<Evidence>& evidence) { return list_text(evidence); }
std::string to_json(const std::vector<DocumentInfo>& documents) { return list_text(documents); }

bool from_json(std::string_view text, std::vector<Mention>& out) {
  return read_within(R"({"nodes":[{"id":"n","mentions":)", text, R"(}],"edges":[]})",
                     [&](Graph& graph) { out = std::move(graph.nodes.at(0).mentions); });
}

bool from_json(std::string_view text, std::vector<Evidence>& out) {
  return read_within(R"({"nodes":[{"id":"n"}],"edges":[{"source":"n","target":"n","evidence":)", text, "}]}",
                     [&](Graph& graph) { out = std::move(graph.edges.at(0).evidence); });
}

bool from_json(std::string_view text, std::vector<DocumentInfo>& out) {
  return read_within(R"({"graph":{"documents":)", text, R"(},"nodes":[],"edges":[]})",
                     [&](Graph& graph) { out = std::move(graph.documents); });
}

std::vector<std::string> parse_names(std::string_view text) {
  std::vector<std::string> out;
  if (read_within(R"({"nodes":[{"id":"n","aliases":)", text, R"(}],"edges":[]})",
                  [&](Graph& graph) { out = std::move(graph.nodes.at(0).aliases); }))
    return out;
  if (text.starts_with('[') && text.ends_with(']')) return parse_bracketed(text.substr(1, text.size() - 2));
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    if (bar > 0) out.emplace_back(text.substr(0, bar));
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return out;
}

}  // namespace relgraph::exchange
