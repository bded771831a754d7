// SPDX-License-Identifier: Apache-2.0
#include "page/data.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/json_text.hpp"
#include "base/markup.hpp"
#include "page/passage.hpp"
#include "page/words.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::page {

namespace {

constexpr std::array k_statuses = {Status::asserted, Status::reported, Status::planned, Status::former,
                                   Status::negated};

/// JSON that is written as it is met; the commas are its own matter.
class Writer {
 public:
  void open(char bracket) {
    comma();
    m_out += bracket;
  }
  void close(char bracket) { m_out += bracket; }
  void key(std::string_view name) {
    text(name);
    m_out += ':';
  }
  void text(std::string_view value) {
    comma();
    append_json_string(m_out, value);
  }
  void number(std::int64_t value) { raw(std::to_string(value)); }
  void number(double value) {
    comma();
    append_json_number(m_out, value);
  }
  void raw(std::string_view json) {
    comma();
    m_out += json;
  }
  [[nodiscard]] std::string take() { return std::move(m_out); }

 private:
  void comma() {
    if (!m_out.empty() && std::string_view("[{:,").find(m_out.back()) == std::string_view::npos) m_out += ',';
  }
  std::string m_out;
};

void write_list(Writer& out, std::string_view name, std::size_t size,
                const std::function<void(std::size_t)>& write_one) {
  out.key(name);
  out.open('[');
  for (std::size_t i = 0; i < size; ++i) write_one(i);
  out.close(']');
}

/// The types that occur, those of the ontology first and in its order.
std::vector<std::string> types_in(const Graph& graph) {
  std::vector<std::string> out;
  for (const Edge& edge : graph.edges) out.push_back(edge.type);
  const auto place = [](const std::string& id) {
    const RelationType* known = find_relation_type(id);
    return known == nullptr ? relation_types().size()
                            : static_cast<std::size_t>(known - relation_types().data());
  };
  std::ranges::sort(out, [&](const std::string& a, const std::string& b) {
    return std::pair(place(a), std::string_view(a)) < std::pair(place(b), std::string_view(b));
  });
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

void write_types(Writer& out, const Content& content, const std::vector<std::string>& types) {
  const bool german = content.language == "de";
  write_list(out, "types", types.size(), [&](std::size_t i) {
    const RelationType* known = find_relation_type(types[i]);
    const std::string label = displayable(shortened(relation_label(types[i], content.language), 120));
    out.open('{');
    out.key("label");
    out.text(label);
    out.key("inverse");
    // an unknown type has no words for the other direction
    out.text(known == nullptr ? "← " + label : german ? known->inverse_de : known->inverse_en);
    out.key("symmetric");
    out.raw(known != nullptr && known->symmetric ? "true" : "false");
    out.key("family");
    out.text(known == nullptr ? "" : known->family);
    out.close('}');
  });
  write_list(out, "families", relation_families().size(), [&](std::size_t i) {
    const RelationFamily& family = relation_families()[i];
    out.open('{');
    out.key("id");
    out.text(family.id);
    out.key("label");
    out.text(german ? family.label_de : family.label_en);
    out.close('}');
  });
  write_list(out, "statuses", k_statuses.size(), [&](std::size_t i) {
    out.text(word("status." + std::string(to_string(k_statuses[i])), content.language));
  });
}

void write_documents(Writer& out, const Content& content) {
  const auto& documents = content.graph->documents;
  write_list(out, "documents", documents.size(), [&](std::size_t i) {
    const DocumentInfo& document = documents[i];
    out.open('{');
    out.key("title");
    out.text(title_of(document));
    out.key("date");
    out.text(displayable(shortened(iso_date(document.date).value_or(document.date), 40)));
    if (const auto link = link_of(document)) {
      out.key("link");
      out.text(*link);
    }
    out.close('}');
  });
}

void write_nodes(Writer& out, const Content& content) {
  const auto& nodes = content.graph->nodes;
  write_list(out, "nodes", nodes.size(), [&](std::size_t i) {
    out.open('{');
    out.key("label");
    out.text(name_of(nodes[i]));
    out.key("type");
    out.text(displayable(shortened(nodes[i].type, 120)));
    out.key("kind");
    out.text(kind_of(content, nodes[i]));
    write_list(out, "aliases", nodes[i].aliases.size(),
               [&](std::size_t k) { out.text(displayable(shortened(nodes[i].aliases[k], 120))); });
    out.close('}');
  });
}

void write_evidence(Writer& out, const Content& content, const Edge& edge, const Evidence& evidence) {
  const auto document = content.documents.find(evidence.document);
  const Node* speaker = find_node(content, evidence.speaker);
  const Graph& graph = *content.graph;
  const Passage passage = passage_of(evidence, speaker, graph.nodes[edge.source], graph.nodes[edge.target]);
  out.open('{');
  if (document != content.documents.end()) {
    out.key("document");
    out.number(std::int64_t{document->second});
  }
  if (speaker != nullptr) {
    out.key("speaker");
    out.number(std::int64_t{speaker - graph.nodes.data()});
  }
  if (evidence.by == "user") {
    out.key("byHand");
    out.raw("true");
  }
  if (!passage.before.empty() || !passage.after.empty()) {
    out.key("before");
    out.text(passage.before);
    out.key("after");
    out.text(passage.after);
  }
  write_list(out, "pieces", passage.sentence.size(), [&](std::size_t i) {
    const Piece& piece = passage.sentence[i];
    if (piece.mark == Mark::none) return out.text(piece.text);
    out.open('[');
    out.text(to_string(piece.mark));
    out.text(piece.text);
    out.close(']');
  });
  out.close('}');
}

void write_attributes(Writer& out, const Content& content, const Edge& edge) {
  write_list(out, "attributes", edge.attributes.size(), [&](std::size_t i) {
    const Property& property = edge.attributes[i];
    out.open('[');
    out.text(displayable(shortened(property.name, 80)));
    out.text(
        word_or("attribute." + property.name, content.language, displayable(shortened(property.name, 80))));
    if (const auto number = number_property(edge.attributes, property.name)) {
      out.number(*number);
    } else {
      const auto text = string_property(edge.attributes, property.name);
      out.text(displayable(shortened(text.value_or(property.json), 300)));
    }
    out.close(']');
  });
}

void write_edges(Writer& out, const Content& content, const std::vector<std::string>& types) {
  const Graph& graph = *content.graph;
  write_list(out, "edges", graph.edges.size(), [&](std::size_t i) {
    const Edge& edge = graph.edges[i];
    out.open('{');
    out.key("source");
    out.number(std::int64_t{edge.source});
    out.key("target");
    out.number(std::int64_t{edge.target});
    out.key("type");
    out.number(std::int64_t{std::ranges::find(types, edge.type) - types.begin()});
    out.key("status");
    out.number(static_cast<std::int64_t>(edge.status));
    out.key("polarity");
    out.number(static_cast<std::int64_t>(edge.polarity));
    out.key("confidence");
    out.number(edge.confidence);
    const std::vector<std::string> dates = dates_of(content, edge);
    write_list(out, "dates", dates.size(), [&](std::size_t k) { out.text(dates[k]); });
    write_attributes(out, content, edge);
    write_list(out, "evidence", edge.evidence.size(),
               [&](std::size_t k) { write_evidence(out, content, edge, edge.evidence[k]); });
    out.close('}');
  });
}

void write_picture(Writer& out, const Drawing& drawing) {
  out.key("picture");
  out.open('{');
  out.key("id");
  out.text(drawing.id);
  write_list(out, "nodes", drawing.nodes.size(), [&](std::size_t i) {
    out.open('{');
    out.key("id");
    out.text(drawing.nodes[i].id);
    out.key("node");
    out.number(std::int64_t{drawing.nodes[i].node});
    out.close('}');
  });
  write_list(out, "lines", drawing.lines.size(), [&](std::size_t i) {
    const DrawnLine& line = drawing.lines[i];
    out.open('{');
    out.key("id");
    out.text(line.id);
    out.key("source");
    out.number(std::int64_t{line.source});
    out.key("target");
    out.number(std::int64_t{line.target});
    write_list(out, "edges", line.edges.size(),
               [&](std::size_t k) { out.number(std::int64_t{line.edges[k]}); });
    out.close('}');
  });
  out.close('}');
}

/// JSON has these characters in strings alone, where they may be escaped.
std::string safe_in_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i);
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (json[i] == '<') {
      out += "\\u003c";
    } else if (json[i] == '>') {
      out += "\\u003e";
    } else if (json[i] == '&') {
      out += "\\u0026";
    } else {
      out += json[i];
    }
  }
  return out;
}

}  // namespace

std::string data_json(const Content& content, const Drawing& drawing) {
  const std::vector<std::string> types = types_in(*content.graph);
  Writer out;
  out.open('{');
  out.key("language");
  out.text(content.language);
  write_picture(out, drawing);
  write_types(out, content, types);
  write_documents(out, content);
  write_nodes(out, content);
  write_edges(out, content, types);
  out.key("words");
  out.open('{');
  for (const Word& one : all_words()) {
    out.key(one.key);
    out.text(word(one.key, content.language));
  }
  out.close('}');
  out.close('}');
  return safe_in_script(out.take());
}

}  // namespace relgraph::page
