// SPDX-License-Identifier: Apache-2.0
#include "exchange/rdf.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/json_text.hpp"
#include "base/percent.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange::rdf {

namespace {

/// An id as part of a name: what may not stand there is written as in URLs, so that two ids never become one.
std::string encode(std::string_view id) {
  std::string out;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool inside = i > 0 && i + 1 < id.size();
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
        (inside && (c == '-' || c == '.'))) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

Name name_in(std::string_view prefix, std::string_view id) { return std::string(prefix) + ':' + encode(id); }

Literal whole(std::int64_t value) { return {std::to_string(value), "xsd:integer"}; }

Literal whole(std::size_t value) { return {std::to_string(value), "xsd:integer"}; }

Literal real(double value) {
  std::string text;
  append_json_number(text, value);
  return {text, "xsd:double"};
}

Literal literal(const Property& property, const Properties& properties) {
  const std::string& json = property.json;
  if (auto text = string_property(properties, property.name)) return {std::move(*text)};
  if (json == "true" || json == "false") return {json, "xsd:boolean"};
  if (!number_property(properties, property.name)) return {json, "rdf:JSON"};
  return {json, json.find_first_of(".eE") == std::string::npos ? "xsd:integer" : "xsd:double"};
}

void add(Resource& resource, std::string_view predicate, std::variant<Name, Literal, Resource> value) {
  resource.statements.push_back({Name(predicate), std::move(value)});
}

/// Empty means unknown, and the unknown is not stated.
void add_known(Resource& resource, std::string_view predicate, std::string_view text) {
  if (!text.empty()) add(resource, predicate, Literal{std::string(text)});
}

void add_properties(Resource& resource, std::string_view prefix, const Properties& properties) {
  for (const Property& property : properties)
    add(resource, name_in(prefix, property.name), literal(property, properties));
}

void add_place(Resource& resource, const std::string& document, const Span& span) {
  if (!document.empty()) add(resource, "rg:document", name_in("document", document));
  add(resource, "rg:begin", whole(span.begin));
  add(resource, "rg:end", whole(span.end));
}

Resource describe(const DocumentInfo& document) {
  Resource out{name_in("document", document.id), {"schema:CreativeWork"}};
  add_known(out, "schema:name", document.title);
  add_known(out, "schema:inLanguage", document.language);
  add_known(out, "schema:datePublished", document.date);
  add_known(out, "rg:source", document.source);
  add_known(out, "rg:sha256", document.sha256);
  add_properties(out, "key", document.extra);
  return out;
}

/// The nearest property of Wikidata, or that the inverse of the type is near to it.
void add_wikidata(Resource& resource, std::string_view property) {
  if (property.empty()) return;
  if (!property.starts_with('^')) {
    add(resource, "skos:closeMatch", name_in("wdt", property));
    return;
  }
  Resource inverse;
  add(inverse, "skos:closeMatch", name_in("wdt", property.substr(1)));
  add(resource, "owl:inverseOf", std::move(inverse));
}

Resource describe_type(const std::string& id) {
  Resource out{name_in("reltype", id), {"rdf:Property"}};
  const RelationType* type = find_relation_type(id);
  if (type == nullptr) {
    add(out, "rdfs:label", Literal{relation_label(id, "en")});
    return out;
  }
  if (type->symmetric) out.types.emplace_back("owl:SymmetricProperty");
  add(out, "rdfs:label", Literal{type->label_en, {}, "en"});
  add(out, "rdfs:label", Literal{type->label_de, {}, "de"});
  add(out, "rdfs:comment", Literal{type->meaning_en, {}, "en"});
  add(out, "rdfs:comment", Literal{type->meaning_de, {}, "de"});
  add(out, "rg:family", Literal{type->family});
  add(out, "rg:polarity", whole(static_cast<std::int64_t>(type->polarity)));
  add_known(out, "rg:plover", type->plover);
  add_wikidata(out, type->wikidata);
  return out;
}

Name class_of(const std::string& node_type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_classes{
      {{"person", "schema:Person"},
       {"organization", "schema:Organization"},
       {"place", "schema:Place"},
       {"project", "schema:Project"},
       {"product", "schema:Product"}}};
  for (const auto& [type, name] : k_classes) {
    if (type == node_type) return Name(name);
  }
  return name_in("nodetype", node_type);
}

Resource describe(const Mention& mention) {
  Resource out{std::nullopt, {"rg:Mention"}};
  add_place(out, mention.document, mention.span);
  add_known(out, "rg:kind", mention.kind);
  add_properties(out, "key", mention.extra);
  return out;
}

Resource describe(const Node& node) {
  Resource out{name_in("node", node.id), {class_of(node.type)}};
  add(out, "schema:name", Literal{node.label});
  for (const std::string& alias : node.aliases) add(out, "schema:alternateName", Literal{alias});
  for (const Mention& mention : node.mentions) add(out, "rg:mention", describe(mention));
  add_properties(out, "key", node.extra);
  return out;
}

Resource describe(const Evidence& evidence) {
  Resource out{std::nullopt, {"rg:Evidence"}};
  add_place(out, evidence.document, evidence.span);
  add(out, "rg:text", Literal{evidence.text});
  if (evidence.trigger) {
    add(out, "rg:triggerBegin", whole(evidence.trigger->begin));
    add(out, "rg:triggerEnd", whole(evidence.trigger->end));
  }
  if (!evidence.speaker.empty()) add(out, "rg:speaker", name_in("node", evidence.speaker));
  add_known(out, "rg:by", evidence.by);
  add_properties(out, "key", evidence.extra);
  return out;
}

/// Named by what makes it one relation, so that files of two graphs can be put together.
Name name_of(const Graph& graph, const Edge& edge) {
  Name out = "relation";
  for (const std::string_view part : std::initializer_list<std::string_view>{
           graph.nodes[edge.source].id, edge.type, graph.nodes[edge.target].id, to_string(edge.status)})
    out += ':' + encode(part);
  return out;
}

Resource describe(const Graph& graph, const Edge& edge) {
  Resource out{name_of(graph, edge), {"rg:Relation", "rdf:Statement"}};
  add(out, "rdf:subject", name_in("node", graph.nodes[edge.source].id));
  add(out, "rdf:predicate", name_in("reltype", edge.type));
  add(out, "rdf:object", name_in("node", graph.nodes[edge.target].id));
  add(out, "rg:status", name_in("rg", to_string(edge.status)));
  add(out, "rg:polarity", whole(static_cast<std::int64_t>(edge.polarity)));
  add(out, "rg:confidence", real(edge.confidence));
  add_properties(out, "attribute", edge.attributes);
  for (const Evidence& evidence : edge.evidence) add(out, "rg:evidence", describe(evidence));
  add_properties(out, "key", edge.extra);
  return out;
}

/// The plain triple. Only what a text asserts stands as a fact of its own; what is planned, reported, over or
/// denied is only spoken of.
Resource plain_statement(const Graph& graph, const Edge& edge) {
  Resource out{name_in("node", graph.nodes[edge.source].id)};
  add(out, name_in("reltype", edge.type), name_in("node", graph.nodes[edge.target].id));
  return out;
}

}  // namespace

void for_each_resource(const Graph& canonical, const std::function<void(const Resource&)>& visit) {
  for (const DocumentInfo& document : canonical.documents) visit(describe(document));
  std::set<std::string> types;
  for (const Edge& edge : canonical.edges) types.insert(edge.type);
  for (const std::string& type : types) visit(describe_type(type));
  for (const Node& node : canonical.nodes) visit(describe(node));
  for (const Edge& edge : canonical.edges) {
    visit(describe(canonical, edge));
    if (edge.status == Status::asserted) visit(plain_statement(canonical, edge));
  }
}

void warn_of_losses(const Graph& graph, Diagnostics& diagnostics) {
  if (!graph.graph_extra.empty() || !graph.extra.empty())
    diagnostics.warn("RDF has no place for keys of the file as a whole, they are left out");
}

}  // namespace relgraph::exchange::rdf
