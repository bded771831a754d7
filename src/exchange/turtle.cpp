// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/rdf.hpp"

namespace relgraph::exchange {

namespace {

using namespace rdf;

std::string quoted(std::string_view text) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    switch (c) {
      case U'"': out += "\\\""; break;
      case U'\\': out += "\\\\"; break;
      case U'\n': out += "\\n"; break;
      case U'\r': out += "\\r"; break;
      case U'\t': out += "\\t"; break;
      default:
        if (c < 0x20 || c == 0x7F) {
          out += "\\u00";
          out += {k_hex[c >> 4U], k_hex[c & 15U]};
        } else {
          append_utf8(out, c);
        }
    }
  }
  return out + '"';
}

void append(std::string& out, const Literal& literal) {
  if (literal.datatype == "xsd:integer" || literal.datatype == "xsd:boolean") {
    out += literal.text;
    return;
  }
  out += quoted(literal.text);
  if (!literal.datatype.empty()) out.append("^^").append(literal.datatype);
  if (!literal.language.empty()) out.append("@").append(literal.language);
}

void append(std::string& out, const Name& name) { out += name; }

/// The statements of a resource, `separator` between them; those of one predicate share it.
void append_statements(std::string& out, const Resource& resource, std::string_view separator);

void append(std::string& out, const Resource& blank) {
  out += "[ ";
  append_statements(out, blank, " ; ");
  out += " ]";
}

void append_statements(std::string& out, const Resource& resource, std::string_view separator) {
  bool first = true;
  for (const Name& type : resource.types) {
    out += first ? "a " : ", ";
    out += type;
    first = false;
  }
  const Name* predicate = nullptr;
  for (const Statement& statement : resource.statements) {
    if (predicate != nullptr && *predicate == statement.predicate) {
      out += " ,";
    } else {
      if (!first) out += separator;
      out += statement.predicate;
    }
    first = false;
    predicate = &statement.predicate;
    out += ' ';
    std::visit([&](const auto& value) { append(out, value); }, statement.value);
  }
}

void append_prefix(std::string& out, std::string_view prefix, std::string_view iri) {
  out.append("@prefix ").append(prefix).append(": <").append(iri).append("> .\n");
}

}  // namespace

std::vector<ExchangeFile> write_turtle(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  warn_of_losses(canonical, diagnostics);
  std::string out;
  for (const auto& [prefix, iri] : k_prefixes) append_prefix(out, prefix, iri);
  append_prefix(out, k_xsd.first, k_xsd.second);
  for_each_resource(canonical, [&](const Resource& resource) {
    out += '\n' + *resource.id + ' ';
    append_statements(out, resource, " ;\n  ");
    out += " .\n";
  });
  return {{"", std::move(out)}};
}

}  // namespace relgraph::exchange
