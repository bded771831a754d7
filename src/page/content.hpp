// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph::page {

/// A graph as a page shows it: what the table and the data of the page must agree on.
struct Content {
  const Graph* graph = nullptr;
  std::string language;
  std::map<std::string_view, std::uint32_t> nodes;      ///< by id
  std::map<std::string_view, std::uint32_t> documents;  ///< by id
  std::vector<std::uint32_t> order;    ///< edges by name of source and target, then the surest first
  std::vector<std::uint32_t> actors;   ///< nodes with most relations first, then by name
  std::vector<std::uint32_t> degrees;  ///< relations of each node
};

/// Lifetime: refers to the graph.
[[nodiscard]] Content content_of(const Graph& graph, std::string language);

/// A name for a list: displayable, no longer than a line or two; the id where there is no label.
[[nodiscard]] std::string name_of(const Node& node);

/// The node of an id, or null.
[[nodiscard]] const Node* find_node(const Content& content, std::string_view id);

/// The date as far as it is known, `2025-01-22`, `2025-01` or `2025`; nothing if it is not ISO 8601.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);

/// When the relation was, or else when the articles that state it appeared; sorted, each once.
[[nodiscard]] std::vector<std::string> dates_of(const Content& content, const Edge& edge);

/// The address of a document if a browser may follow it: http and https, without white space or controls.
[[nodiscard]] std::optional<std::string> link_of(const DocumentInfo& document);

/// What a document is called: its title, or the name of its file, or its id.
[[nodiscard]] std::string title_of(const DocumentInfo& document);

/// The name of a type of node in the language of the page.
[[nodiscard]] std::string kind_of(const Content& content, const Node& node);

/// The first `longest` characters, with an ellipsis if there are more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

}  // namespace relgraph::page
