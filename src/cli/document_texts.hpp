// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// Words of the documents of a graph. A graph has the sentences of its evidence alone; where the article
/// still lies at its `source` (as it is, or seen from the folder of the graph file) and has the same
/// checksum, all of it.
class DocumentTexts {
 public:
  /// `graph_file`: where the graph was read from. Opens nothing yet. The graph must live on.
  DocumentTexts(const Graph& graph, const std::string& graph_file);

  /// The words at a place, if they are known.
  [[nodiscard]] std::optional<std::string> words(const std::string& document, Span span);
  /// The same with some words before and behind: the sentence, where the graph has it.
  [[nodiscard]] std::optional<std::string> around(const std::string& document, Span span);

 private:
  /// The evidence that a place lies in; null if none.
  [[nodiscard]] const Evidence* sentence(const std::string& document, Span span) const;
  [[nodiscard]] const std::string* whole(const std::string& document);

  const Graph& m_graph;
  std::string m_folder;
  std::map<std::string, std::map<Span, const Evidence*>, std::less<>> m_sentences{};
  std::map<std::string, std::string, std::less<>>
      m_texts{};  ///< of documents looked up; empty: not to be had
};

}  // namespace relgraph::cli
