// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relgraph/graph.hpp"
#include "report/report.hpp"
#include "report/words.hpp"

namespace relgraph::report {

/// A graph and the language to speak of it in: what every section is computed from. It refers to the graph,
/// which must outlive it.
class Facts {
 public:
  Facts(const Graph& graph, std::string_view language);

  [[nodiscard]] const Graph& graph() const { return m_graph; }
  [[nodiscard]] const Words& words() const { return m_words; }

  /// Edges that start or end at a node, in the order of the graph.
  [[nodiscard]] const std::vector<std::uint32_t>& edges_at(std::uint32_t node) const {
    return m_edges_at[node];
  }

  /// What an actor is called: its label, else its id.
  [[nodiscard]] std::string name(std::uint32_t node) const;
  /// The name of a node id; the id itself if there is no such node.
  [[nodiscard]] std::string name_of_id(std::string_view id) const;
  /// "A → B", "A ↔ B" for a relation without direction.
  [[nodiscard]] std::string ends(const Edge& edge) const;
  /// Title of a document, else its id.
  [[nodiscard]] std::string document_title(std::string_view id) const;
  /// Where it stands: "„Titel“, 22. Januar 2025".
  [[nodiscard]] std::string document_origin(std::string_view id) const;

  /// "nicht: finanziert", "früher: leitet", or the label alone.
  [[nodiscard]] std::string label(const Edge& edge) const;
  /// Amount, share, role, date and status in parentheses of a label, without them; empty if there are none.
  [[nodiscard]] std::string detail(const Edge& edge) const;
  /// Label and detail: "investiert in (14 Mrd. USD, geplant oder gefordert)".
  [[nodiscard]] std::string label_with_detail(const Edge& edge) const;
  /// "500 Mrd. USD", "deutlich unter 10 Mrd. USD"; empty without an amount.
  [[nodiscard]] std::string amount(const Edge& edge) const;

  /// Those whose claim an edge is, by node id, each once, in order of the evidence.
  [[nodiscard]] std::vector<std::string_view> speakers(const Edge& edge) const;

  [[nodiscard]] Passage passage(const Evidence& evidence) const;
  /// The sentences of some edges, each once with all its triggers, at most `most` of them.
  [[nodiscard]] Listed<Passage> passages(std::span<const std::uint32_t> edges, std::size_t most) const;

 private:
  const Graph& m_graph;
  const Words& m_words;
  std::map<std::string_view, const DocumentInfo*> m_documents;
  std::map<std::string_view, std::uint32_t> m_nodes;
  std::vector<std::vector<std::uint32_t>> m_edges_at;
};

/// How well supported an edge is: pieces of evidence times confidence.
[[nodiscard]] double support(const Edge& edge);

/// Family of an edge's type; empty if the type is unknown.
[[nodiscard]] std::string_view family_of(const Edge& edge);

/// Two nodes, the lesser first where an edge has no direction.
using Ends = std::pair<std::uint32_t, std::uint32_t>;
[[nodiscard]] Ends ends_of(const Edge& edge);

/// Whether what an edge says is friendly or hostile: its polarity, neutral for a denied one.
[[nodiscard]] Polarity stance_of(const Edge& edge);

/// The site of an address, the name of a file without its folders; empty for standard input.
[[nodiscard]] std::string place_of(std::string_view source);

}  // namespace relgraph::report
