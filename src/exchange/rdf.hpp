// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"

// A graph as RDF statements, apart from how they are written: Turtle and JSON-LD say the same because both
// write what comes from here.

namespace relgraph::exchange::rdf {

/// Namespaces by the prefix that stands for them in the files. The ids of a graph are names in namespaces of
/// their own, so that no id can be mistaken for a term of the vocabulary.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 14> k_prefixes{
    {{"rg", "https://relgraph.org/ns#"},
     {"node", "https://relgraph.org/node#"},
     {"nodetype", "https://relgraph.org/node-type#"},
     {"relation", "https://relgraph.org/relation#"},
     {"reltype", "https://relgraph.org/relation-type#"},
     {"attribute", "https://relgraph.org/attribute#"},
     {"document", "https://relgraph.org/document#"},
     {"key", "https://relgraph.org/key#"},
     {"schema", "https://schema.org/"},
     {"wdt", "http://www.wikidata.org/prop/direct/"},
     {"owl", "http://www.w3.org/2002/07/owl#"},
     {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
     {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
     {"skos", "http://www.w3.org/2004/02/skos/core#"}}};
/// Of the types of literals, beside `k_prefixes` because no statement has a term from there.
inline constexpr std::pair<std::string_view, std::string_view> k_xsd{"xsd",
                                                                     "http://www.w3.org/2001/XMLSchema#"};

/// An IRI as prefix and name (`rg:status`). The name has only letters, digits, `_ - . : %`, so that it is a
/// prefixed name of Turtle and a compact IRI of JSON-LD as it stands.
using Name = std::string;

struct Literal {
  std::string text;
  std::string_view datatype{};  ///< `xsd:integer` …; empty: a string
  std::string_view language{};
  friend bool operator==(const Literal&, const Literal&) = default;
};

struct Statement;

/// What the statements are about: something with a name, or a blank node.
struct Resource {
  std::optional<Name> id{};
  std::vector<Name> types{};
  std::vector<Statement> statements{};  ///< those of one predicate stand together
};

struct Statement {
  Name predicate;
  std::variant<Name, Literal, Resource> value;
};

/// Calls `visit` for the resources of a canonical graph: documents, relation types in use, nodes, relations.
void for_each_resource(const Graph& canonical, const std::function<void(const Resource&)>& visit);

/// Says once for each kind of thing what the statements leave out.
void warn_of_losses(const Graph& graph, Diagnostics& diagnostics);

}  // namespace relgraph::exchange::rdf
