// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/span.hpp"

namespace relgraph {

/// A key with its value as compact JSON text (`"USD"` with the quotes, `5e11`, `[1,2]`). Attributes of
/// edges are such properties, and so is every key of a file that relgraph does not know.
struct Property {
  std::string name;
  std::string json;
  friend bool operator==(const Property&, const Property&) = default;
};
using Properties = std::vector<Property>;

/// The property of that name, or null.
[[nodiscard]] const Property* find_property(const Properties& properties, std::string_view name);
/// Its value as a string (unquoted) or as a number; nothing if absent or of another kind.
[[nodiscard]] std::optional<std::string> string_property(const Properties& properties, std::string_view name);
[[nodiscard]] std::optional<double> number_property(const Properties& properties, std::string_view name);
/// Its value as a number, also where it is a string that is one (`"10000000000"`), as other tools write it.
[[nodiscard]] std::optional<double> numeric_property(const Properties& properties, std::string_view name);
/// Sets or replaces a property.
void set_string(Properties& properties, std::string_view name, std::string_view value);
void set_number(Properties& properties, std::string_view name, double value);

enum class Polarity : std::int8_t { negative = -1, neutral = 0, positive = 1 };

/// How the text states a relation (docs/graph-format.md).
enum class Status : std::uint8_t { asserted, reported, planned, former, negated };
[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::optional<Status> parse_status(std::string_view name);

/// A place in a document where an entity is mentioned: `name`, `nominal`, `pronoun`, `handle`.
struct Mention {
  std::string document;
  Span span;
  std::string kind;
  Properties extra{};
};

/// A vertex: an actor or what it acts on.
struct Node {
  std::string id;
  std::string label;
  std::string type;  ///< person, organization, place, project, product, or a user's own
  std::vector<std::string> aliases{};
  std::vector<Mention> mentions{};
  Properties extra{};
};

/// The sentence that states an edge, in the words of the document, so that a graph explains itself.
struct Evidence {
  std::string document;
  Span span;
  std::string text;
  std::optional<Span> trigger{};  ///< bytes of the document that carry the relation
  std::string speaker{};          ///< node id of whose claim it is; empty: the document's own
  std::string by{};               ///< what decided: `trigger`, `model`, `grammar:…`, `user`
  Properties extra{};
};

/// One typed relation. There is one edge for each (source, type, target, status).
struct Edge {
  std::uint32_t source = 0;  ///< index into Graph::nodes
  std::uint32_t target = 0;
  std::int64_t key = 0;  ///< tells parallel edges apart, from 0 for each ordered pair
  std::string type;
  Polarity polarity = Polarity::neutral;
  Status status = Status::asserted;
  double confidence = 1.0;  ///< 0 to 1
  Properties attributes{};  ///< amount, currency, share, role, date, duration …
  std::vector<Evidence> evidence{};
  Properties extra{};
};

/// What a graph knows of a document it was built from.
struct DocumentInfo {
  std::string id;
  std::string title{};
  std::string language{};
  std::string date{};
  std::string source{};
  std::string sha256{};  ///< of the document's text as read
  Properties extra{};
};

/// A typed property multigraph: the values. Algorithms see its shape as a Boost graph
/// (src/graph/boost_graph.hpp). Node ids are unique; edges refer to nodes that exist.
struct Graph {
  std::vector<DocumentInfo> documents;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  Properties graph_extra;  ///< unknown keys of the file's "graph" object
  Properties extra;        ///< unknown keys of the file's outermost object
};

/// The language to speak of a graph in: `de` if most of its documents are German, else `en`.
[[nodiscard]] std::string main_language(const Graph& graph);

/// Sorts nodes by id, edges by (source id, target id, type, status), evidence and mentions by
/// document and place, joins edges that are equal in (source, type, target, status), and numbers the
/// keys. Two graphs with the same content are equal in every byte afterwards.
void canonicalise(Graph& graph);

/// Reads a graph file: NetworkX node-link JSON, edges under `edges` (NetworkX 3.6, relgraph) or `links`
/// (NetworkX 3.4). Missing fields get defaults, unknown keys are kept.
/// Input: `file` names the text in messages. Errors: `Error{input}` with line and column, or with the
/// index of the node or edge at fault (an edge to nowhere, an id used twice).
/// Complexity: linear.
[[nodiscard]] Graph parse_graph(std::string_view json, const std::string& file, Diagnostics& diagnostics);

/// The same from a file, or from standard input for `-`; quicker, because the text is parsed where it was
/// read to. Errors: also `Error{input}` when the file cannot be read or has more than `max_bytes`.
[[nodiscard]] Graph load_graph(const std::string& path, std::size_t max_bytes, Diagnostics& diagnostics);

/// The graph as JSON: canonical order, two-space indent, numbers in shortest round-trip form, a line
/// feed at the end. The same graph gives the same bytes whatever order it was built in.
[[nodiscard]] std::string serialise_graph(const Graph& graph);

/// Joins graphs: the same actors (same type and a common full name or id) become one node, edges and
/// documents are united, evidence is counted once for each (document, sentence).
[[nodiscard]] Graph merge(std::span<const Graph> graphs);

/// Which part of a graph is wanted. Empty lists do not restrict.
struct Filter {
  std::vector<std::string> types;
  std::vector<std::string> families;
  std::vector<Status> statuses;
  double min_confidence = 0;
  std::vector<std::string> documents;
  std::vector<std::uint32_t> focus;  ///< keep what is within `hops` of these nodes
  std::size_t hops = 1;
  std::vector<std::uint32_t> exclude;  ///< nodes to leave out
  bool keep_isolated = false;          ///< keep nodes that have no edge left
};
[[nodiscard]] Graph filter(const Graph& graph, const Filter& filter);

/// The node that a user means by a label, alias or id; case, accents and white space do not matter,
/// an exact match wins over an inexact one.
/// Errors: `Error{usage}` when there is none (with the nearest names as hint) or more than one.
[[nodiscard]] std::uint32_t resolve_node(const Graph& graph, std::string_view name);

/// A readable id for a label, unique among `taken`: "Elon Musk" gives `elon-musk`, then `elon-musk-2`.
[[nodiscard]] std::string make_node_id(std::string_view label, std::span<const std::string> taken = {});

}  // namespace relgraph
