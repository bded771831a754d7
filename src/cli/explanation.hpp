// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/document_texts.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// One mention on the way from a pronoun to a name.
struct ChainStep {
  Span span;
  std::string kind;
  std::optional<std::string> words{};
};

/// How one end of a relation is mentioned in a sentence.
struct MentionedEnd {
  std::uint32_t node = 0;
  bool in_sentence = false;         ///< else the first step is the nearest mention before it
  std::vector<ChainStep> chain{};   ///< from the mention to the nearest name; empty: not mentioned before
  std::optional<std::string> at{};  ///< the words around the name, if it stands in another sentence
};

/// Bytes of the evidence's text to be marked, and as what.
struct Mark {
  Span span;
  bool trigger = false;  ///< else a mention of one of the two
};

struct ExplainedEvidence {
  const Evidence* evidence = nullptr;
  std::vector<Mark> marks{};
  std::vector<MentionedEnd> ends{};  ///< source and target
};

struct ExplainedEdge {
  const Edge* edge = nullptr;
  std::vector<ExplainedEvidence> evidence{};
};

/// The edges between two nodes, in either direction, with what is known about each sentence.
[[nodiscard]] std::vector<ExplainedEdge> explain(const Graph& graph, std::uint32_t a, std::uint32_t b,
                                                 DocumentTexts& texts);

/// How marks are shown.
enum class Marking { brackets, colour, html };

/// A text with its marks: `[…]` around mentions and `{…}` around the trigger, or colours of a terminal; one
/// line, safe to print. HTML marks are for Markdown, whose own do not nest; the text is escaped for it.
[[nodiscard]] std::string marked(std::string_view text, const std::vector<Mark>& marks, Marking marking);

/// For reading in `de` or `en`.
[[nodiscard]] std::string to_text(const Graph& graph, const std::vector<ExplainedEdge>& edges,
                                  std::string_view language, Marking marking);
[[nodiscard]] nlohmann::ordered_json to_json(const Graph& graph, const std::vector<ExplainedEdge>& edges);

}  // namespace relgraph::cli
