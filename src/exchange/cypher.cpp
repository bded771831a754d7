// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/record.hpp"

// Statements that can be run again: MERGE finds a node by its id, an edge by its ends, type and status, which
// is what makes an edge in relgraph. A type cannot be a parameter in Cypher, so there is an UNWIND for each
// type. Source: opencypher.org (openCypher 9), neo4j.com/docs/cypher-manual.

namespace relgraph::exchange {

namespace {

/// Rows of one statement; databases read long literals slowly.
constexpr std::size_t k_most_rows = 500;

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  out += "\\u";
  for (unsigned shift = 16; shift > 0;) {
    shift -= 4;
    out += k_hex[(c >> shift) & 15U];
  }
}

/// A string literal. Neo4j before version 5 decodes `\uXXXX` before it looks for strings, so a `u` behind a
/// backslash of the text is written as an escape itself.
std::string string_literal(std::string_view text) {
  std::string out = "'";
  bool after_backslash = false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c == 0) c = k_replacement;
    switch (c) {
      case U'\'': out += "\\'"; break;
      case U'\\': out += "\\\\"; break;
      case U'\n': out += "\\n"; break;
      case U'\r': out += "\\r"; break;
      case U'\t': out += "\\t"; break;
      default:
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (after_backslash && c == U'u')) {
          append_escape(out, c);
        } else {
          append_utf8(out, c);
        }
    }
    after_backslash = c == U'\\';
  }
  return out + "'";
}

/// A name in backticks. There is no escape for a backslash, and an old Neo4j would decode `\u0060`.
std::string name_literal(std::string_view name) {
  std::string out = "`";
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    if (c == U'`') out += '`';
    append_utf8(out, c < 0x20 || c == U'\\' || (c >= 0x7F && c < 0xA0) ? k_replacement : c);
  }
  if (out.size() == 1) out += '_';  // no name is empty
  return out + "`";
}

bool is_plain_name(std::string_view name) {
  constexpr std::string_view k_letters = "abcdefghijklmnopqrstuvwxyz_";
  return !name.empty() && name.find_first_not_of(k_letters) == std::string_view::npos && name != "null" &&
         name != "true" && name != "false";
}

std::string key_literal(std::string_view name) {
  return is_plain_name(name) ? std::string(name) : name_literal(name);
}

/// Whole numbers beyond 64 bits are none in Cypher, and its exponents have no plus sign.
std::string number_literal(std::string_view json) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), whole);
  if (error == std::errc::result_out_of_range && end == json.data() + json.size())
    return string_literal(json);
  std::string out(json);
  if (const std::size_t plus = out.find('+'); plus != std::string::npos) out.erase(plus, 1);
  return out;
}

/// Properties are no objects and lists of one kind only: such values are JSON in a string.
std::string value_literal(std::string_view json) {
  switch (json.front()) {
    case '"': return string_literal(text_of_json(json).value_or(""));
    case '{':
    case '[': return string_literal(json);
    case 't':
    case 'f': return std::string(json);
    default: return number_literal(json);
  }
}

void append_entry(std::string& out, std::string_view name, std::string_view literal) {
  if (!out.ends_with('{')) out += ", ";
  out.append(key_literal(name)).append(": ").append(literal);
}

std::string map_literal(const Properties& record) {
  std::string out = "{";
  for (const Property& property : record) {
    if (property.json != "null") append_entry(out, property.name, value_literal(property.json));
  }
  return out + "}";
}

std::string list_literal(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + string_literal(text);
  return out + "]";
}

/// Appends one statement for each k_most_rows rows.
void append_statements(std::string& out, const std::vector<std::string>& rows, std::string_view action) {
  for (std::size_t begin = 0; begin < rows.size(); begin += k_most_rows) {
    const std::size_t end = std::min(begin + k_most_rows, rows.size());
    out += "\nUNWIND [\n";
    for (std::size_t i = begin; i < end; ++i) out += "  " + rows[i] + (i + 1 < end ? ",\n" : "\n");
    out.append("] AS row\n").append(action).append(";\n");
  }
}

using RowsByType = std::map<std::string_view, std::vector<std::string>>;

void append_documents(std::string& out, const Graph& graph) {
  std::vector<std::string> rows;
  for (const DocumentInfo& document : graph.documents) {
    Properties values;
    const std::array<std::pair<std::string_view, const std::string*>, 5> fields{
        {{"title", &document.title},
         {"language", &document.language},
         {"date", &document.date},
         {"source", &document.source},
         {"sha256", &document.sha256}}};
    for (const auto& [name, value] : fields) {
      if (!value->empty()) values.push_back({std::string(name), json_text(*value)});
    }
    rows.push_back("{id: " + string_literal(document.id) + ", data: " + map_literal(values) + "}");
  }
  append_statements(out, rows, "MERGE (d:Document {id: row.id})\nSET d += row.data");
}

void append_nodes(std::string& out, const Graph& graph) {
  RowsByType rows;
  for (const Node& node : graph.nodes) {
    Properties record = node_record(node);
    std::erase_if(record, [](const Property& p) { return p.name == "type" || p.name == "aliases"; });
    for (Property& property : record) {
      if (property.name == "mentions") property.json = std::to_string(node.mentions.size());
    }
    std::string data = map_literal(record);
    if (!node.aliases.empty()) {
      data.pop_back();
      append_entry(data, "aliases", list_literal(node.aliases));
      data += '}';
    }
    rows[node.type].push_back("{id: " + string_literal(node.id) + ", data: " + data + "}");
  }
  for (const auto& [type, list] : rows)
    append_statements(out, list, "MERGE (n:Entity {id: row.id})\nSET n += row.data, n:" + name_literal(type));
}

void append_edges(std::string& out, const Graph& graph) {
  RowsByType rows;
  for (const Edge& edge : graph.edges) {
    Properties record = edge_record(edge);
    std::erase_if(record, [](const Property& p) {
      return p.name == "type" || p.name == "label" || p.name == "status";
    });
    std::string row = "{source: " + string_literal(graph.nodes[edge.source].id);
    append_entry(row, "target", string_literal(graph.nodes[edge.target].id));
    append_entry(row, "status", string_literal(to_string(edge.status)));
    append_entry(row, "data", map_literal(record));
    rows[edge.type].push_back(row + "}");
  }
  for (const auto& [type, list] : rows) {
    append_statements(out, list,
                      "MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\nMERGE (a)-[r:" +
                          name_literal(type) + " {status: row.status}]->(b)\nSET r += row.data");
  }
}

}  // namespace

std::vector<ExchangeFile> write_cypher(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  warn_lost_mentions(canonical, "Cypher", diagnostics);
  if (!canonical.graph_extra.empty() || !canonical.extra.empty())
    diagnostics.warn("Cypher carries no values of the graph as a whole");
  std::string out =
      "// Entities and relations by relgraph, for cypher-shell; running it again changes nothing.\n"
      "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
  append_documents(out, canonical);
  append_nodes(out, canonical);
  append_edges(out, canonical);
  return {{"", out}};
}

}  // namespace relgraph::exchange
