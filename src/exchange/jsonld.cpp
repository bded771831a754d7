// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/json_text.hpp"
#include "exchange/formats.hpp"
#include "exchange/rdf.hpp"

namespace relgraph::exchange {

namespace {

using namespace rdf;

void append_member(std::string& out, std::string_view key, std::string_view value) {
  append_json_string(out, key);
  out += ": ";
  append_json_string(out, value);
}

/// Whole numbers that every reader of JSON holds exactly stand as numbers. Others are typed text: what a
/// processor makes of a JSON number with a fraction is not the same everywhere.
bool is_plain_number(const Literal& literal) {
  constexpr std::size_t k_safe_length = 15;
  return literal.datatype == "xsd:integer" && literal.text.size() <= k_safe_length && literal.text != "-0";
}

void append(std::string& out, const Literal& literal) {
  if (is_plain_number(literal) || literal.datatype == "xsd:boolean") {
    out += literal.text;
  } else if (literal.datatype.empty() && literal.language.empty()) {
    append_json_string(out, literal.text);
  } else {
    out += '{';
    append_member(out, literal.datatype.empty() ? "@language" : "@type",
                  literal.datatype.empty() ? literal.language : literal.datatype);
    out += ", ";
    append_member(out, "@value", literal.text);
    out += '}';
  }
}

void append(std::string& out, const Name& name) {
  out += '{';
  append_member(out, "@id", name);
  out += '}';
}

void append(std::string& out, const Resource& resource);

using Statements = std::vector<Statement>;

/// The values of one predicate: one stands alone, more are a list.
void append_values(std::string& out, Statements::const_iterator begin, Statements::const_iterator end) {
  const bool many = end - begin > 1;
  if (many) out += '[';
  for (auto statement = begin; statement != end; ++statement) {
    if (statement != begin) out += ", ";
    std::visit([&](const auto& value) { append(out, value); }, statement->value);
  }
  if (many) out += ']';
}

void append(std::string& out, const Resource& resource) {
  const auto separate = [&] {
    if (!out.ends_with('{')) out += ", ";
  };
  out += '{';
  if (resource.id) append_member(out, "@id", *resource.id);
  if (!resource.types.empty()) {
    separate();
    out += "\"@type\": [";
    for (const Name& type : resource.types) {
      if (&type != &resource.types.front()) out += ", ";
      append_json_string(out, type);
    }
    out += ']';
  }
  const Statements& statements = resource.statements;
  for (auto begin = statements.begin(); begin != statements.end();) {
    const auto end = std::find_if(begin, statements.end(),
                                  [&](const Statement& next) { return next.predicate != begin->predicate; });
    separate();
    append_json_string(out, begin->predicate);
    out += ": ";
    append_values(out, begin, end);
    begin = end;
  }
  out += '}';
}

}  // namespace

std::vector<ExchangeFile> write_jsonld(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  warn_of_losses(canonical, diagnostics);
  std::string out = "{\n  \"@context\": {\n";
  for (const auto& [prefix, iri] : k_prefixes) {
    out += "    ";
    append_member(out, prefix, iri);
    out += ",\n";
  }
  out += "    ";
  append_member(out, k_xsd.first, k_xsd.second);
  out += "\n  },\n  \"@graph\": [";
  bool first = true;
  for_each_resource(canonical, [&](const Resource& resource) {
    out += first ? "\n    " : ",\n    ";
    first = false;
    append(out, resource);
  });
  out += first ? "]\n}\n" : "\n  ]\n}\n";
  return {{"", std::move(out)}};
}

}  // namespace relgraph::exchange
