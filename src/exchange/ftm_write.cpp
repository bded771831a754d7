// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/json_text.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/ftm.hpp"
#include "graph/json_lines.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange {

namespace {

using namespace ftm;

// Longest values that FollowTheMoney takes, in code points.
constexpr std::size_t k_longest_name = 384;
constexpr std::size_t k_longest_address = 250;
constexpr std::size_t k_longest_string = 1024;
constexpr std::size_t k_longest_text = 65000;

/// The first code points of a text, control characters as U+FFFD.
std::string cut(std::string_view text, std::size_t limit) {
  const std::string shown = printable(text);
  std::size_t end = 0;
  for (std::size_t count = 0; count < limit && end < shown.size(); ++count)
    static_cast<void>(next_code_point(shown, end));
  return shown.substr(0, end);
}

/// Whether a name stays when FollowTheMoney cleans it: quotes and white space alone do not.
bool has_substance(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool is_invisible = c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
                              (c >= 0x2060 && c <= 0x2064) || c == 0x61C;
    if (!is_space(c) && !is_invisible && c != '"' && c != '\'') return true;
  }
  return false;
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, i))) return true;
  }
  return false;
}

std::string hashed_id(std::string_view kind, std::string_view content) {
  constexpr std::size_t k_digits = 40;
  return std::string(kind) + '-' + sha256(content).substr(0, k_digits);
}

/// Ids may have letters, digits, and inside also dots and hyphens. Others become a hash, and so do those that
/// look like one of ours.
std::string entity_id(const std::string& id) {
  constexpr std::size_t k_longest = 150;
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  const bool fits = !id.empty() && id.size() <= k_longest && is_plain(id.front()) && is_plain(id.back()) &&
                    std::ranges::all_of(id, [&](char c) { return is_plain(c) || c == '.' || c == '-'; });
  const bool is_reserved = id.starts_with("node-") || id.starts_with("doc-") || id.starts_with("rel-");
  return fits && !is_reserved ? id : hashed_id("node", id);
}

std::string document_id(const std::string& id) { return hashed_id("doc", id); }

std::string relation_id(const Graph& graph, const Edge& edge) {
  std::string content;
  for (const std::string_view part :
       {std::string_view(graph.nodes[edge.source].id), std::string_view(edge.type),
        std::string_view(graph.nodes[edge.target].id), to_string(edge.status)})
    content += std::to_string(part.size()) + ':' + std::string(part);
  return hashed_id("rel", content);
}

/// The properties of an entity: lists of strings, each value once.
class Values {
 public:
  void add(std::string_view name, std::string value) {
    if (!has_substance(value)) return;
    auto found = std::ranges::find(m_values, name, &Entry::first);
    if (found == m_values.end()) found = m_values.insert(found, {std::string(name), {}});
    if (m_seen.insert(std::string(name) + '\0' + value).second) found->second.push_back(std::move(value));
  }
  void append_to(std::string& out) const {
    out += '{';
    for (const auto& [name, values] : m_values) {
      if (!out.ends_with('{')) out += ", ";
      append_json_string(out, name);
      out += ": [";
      for (const std::string& value : values) {
        if (!out.ends_with('[')) out += ", ";
        append_json_string(out, value);
      }
      out += ']';
    }
    out += '}';
  }

 private:
  using Entry = std::pair<std::string, std::vector<std::string>>;
  std::vector<Entry> m_values;
  std::unordered_set<std::string> m_seen;
};

void append_entity(std::string& out, std::string_view id, std::string_view schema, const Values& values,
                   std::string_view own) {
  out += "{\"id\": ";
  append_json_string(out, id);
  out += ", \"schema\": ";
  append_json_string(out, schema);
  out += ", \"properties\": ";
  values.append_to(out);
  out += ", ";
  append_json_string(out, k_own_key);
  out.append(": ").append(own).append("}\n");
}

/// Dates as FollowTheMoney has them: a year, a month, a day.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_hyphen = i == 4 || i == 7;
    if (is_hyphen ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  const auto between = [&](std::size_t at, std::string_view least, std::string_view most) {
    return text.size() <= at || (text.substr(at, 2) >= least && text.substr(at, 2) <= most);
  };
  return text.substr(0, 4) >= "1000" && between(5, "01", "12") && between(8, "01", "31");
}

std::string_view schema_of(const std::string& node_type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_schemata{
      {{"person", "Person"},
       {"organization", "Organization"},
       {"place", "Address"},
       {"project", "Project"},
       {"product", "Asset"}}};
  for (const auto& [type, schema] : k_schemata) {
    if (type == node_type) return schema;
  }
  return "LegalEntity";  // FollowTheMoney's word for an actor of whom no more is known
}

bool is_in(Range range, std::string_view schema) {
  const bool is_organization = schema == "Organization";
  switch (range) {
    case Range::thing: return true;
    case Range::legal_entity: return is_organization || schema == "Person" || schema == "LegalEntity";
    case Range::organization: return is_organization;
    case Range::person: return schema == "Person";
    case Range::asset: return is_organization || schema == "Asset";  // it will be a Company
    case Range::project: return schema == "Project";
  }
  return false;
}

/// The schema that says what the type says, if it can hold these ends and this status; else the link that
/// says in its role what it is. Nobody should read from a file that somebody owns what he only wants to.
const EdgeSchema& schema_of(const Graph& graph, const Edge& edge) {
  const EdgeSchema& unknown = *find_edge_schema("UnknownLink");
  const RelationType* type = find_relation_type(edge.type);
  const EdgeSchema* schema = type == nullptr ? nullptr : find_edge_schema(type->ftm);
  if (schema == nullptr) return unknown;
  const bool holds = edge.status == Status::asserted ||
                     (schema->has_role && (edge.status == Status::reported || edge.status == Status::former));
  const bool fits = is_in(schema->source_range, schema_of(graph.nodes[edge.source].type)) &&
                    is_in(schema->target_range, schema_of(graph.nodes[edge.target].type));
  return holds && fits ? *schema : unknown;
}

/// The nodes that are owned: FollowTheMoney calls an organization that can be owned a company.
std::vector<bool> owned_nodes(const Graph& graph) {
  std::vector<bool> out(graph.nodes.size());
  for (const Edge& edge : graph.edges) {
    if (schema_of(graph, edge).target_range == Range::asset) out[edge.target] = true;
  }
  return out;
}

void append_document(std::string& out, const DocumentInfo& document) {
  Values values;
  const std::string id = document_id(document.id);
  const std::string source = cut(document.source, k_longest_string);
  const std::string own_id = cut(document.id, k_longest_string);
  values.add("fileName", has_substance(source) ? source : has_substance(own_id) ? own_id : id);
  values.add("title", cut(document.title, k_longest_string));
  if (document.language == "de") values.add("language", "deu");
  if (document.language == "en") values.add("language", "eng");
  if (is_date(document.date)) values.add("date", document.date);
  append_entity(out, id, "Article", values, to_json_line(document));
}

void append_node(std::string& out, const Node& node, bool is_owned) {
  const std::string id = entity_id(node.id);
  const std::string_view schema = schema_of(node.type);
  const std::string& name = has_substance(cut(node.label, k_longest_name)) ? node.label : id;
  Values values;
  values.add("name", cut(name, k_longest_name));
  for (const std::string& alias : node.aliases) values.add("alias", cut(alias, k_longest_name));
  if (schema == "Address" && has_letter(cut(name, k_longest_address)))
    values.add("full", cut(name, k_longest_address));
  append_entity(out, id, is_owned && schema == "Organization" ? "Company" : schema, values,
                to_json_line(node));
}

/// Whether an amount is short without an exponent, which FollowTheMoney does not know.
bool is_writable(double value) {
  constexpr double k_least = 1e-6;
  constexpr double k_greatest = 1e18;
  return value == 0 || (std::abs(value) >= k_least && std::abs(value) < k_greatest);
}

std::string decimal(double value) {
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

void add_attributes(Values& values, const EdgeSchema& schema, const Edge& edge) {
  const auto text = [&](std::string_view name) {
    return cut(string_property(edge.attributes, name).value_or(""), k_longest_string);
  };
  const std::string role = text("role");
  if (schema.has_role) {
    values.add("role",
               schema.name == "UnknownLink" || role.empty() ? cut(edge.type, k_longest_string) : role);
    values.add("status", std::string(to_string(edge.status)));
  } else {
    values.add(schema.name == "Payment" ? "purpose" : "relationship", role);
  }
  if (const std::string date = text("date"); is_date(date)) values.add("date", date);
  if (schema.name == "Payment") {
    const auto amount = number_property(edge.attributes, "amount");
    if (amount && is_writable(*amount)) values.add("amount", decimal(*amount));
    values.add("currency", text("currency"));
  }
  if (schema.name == "Ownership") {
    const Property* share = find_property(edge.attributes, "share");
    const bool is_number = share != nullptr && number_property(edge.attributes, "share");
    values.add("percentage", is_number ? cut(share->json, k_longest_string) : text("share"));
  }
}

void append_edge(std::string& out, const Graph& graph, const Edge& edge,
                 const std::unordered_set<std::string_view>& documents) {
  const EdgeSchema& schema = schema_of(graph, edge);
  Values values;
  values.add(schema.source, entity_id(graph.nodes[edge.source].id));
  values.add(schema.target, entity_id(graph.nodes[edge.target].id));
  add_attributes(values, schema, edge);
  std::size_t room = k_longest_text;  // of all texts of an entity together
  for (const Evidence& evidence : edge.evidence) {
    if (documents.contains(evidence.document)) values.add("proof", document_id(evidence.document));
    if (evidence.text.size() > room) continue;
    room -= evidence.text.size();
    values.add("summary", cut(evidence.text, k_longest_text));
  }
  append_entity(out, relation_id(graph, edge), schema.name, values, to_json_line(graph, edge));
}

}  // namespace

std::vector<ExchangeFile> write_ftm(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  if (!graph.graph_extra.empty() || !graph.extra.empty())
    diagnostics.warn("FollowTheMoney has no place for keys of the file as a whole, they are left out");
  std::string out;
  std::unordered_set<std::string_view> documents;
  for (const DocumentInfo& document : canonical.documents) {
    documents.insert(document.id);
    append_document(out, document);
  }
  const std::vector<bool> is_owned = owned_nodes(canonical);
  for (std::size_t i = 0; i < canonical.nodes.size(); ++i) append_node(out, canonical.nodes[i], is_owned[i]);
  for (const Edge& edge : canonical.edges) append_edge(out, canonical, edge, documents);
  return {{"", std::move(out)}};
}

}  // namespace relgraph::exchange
