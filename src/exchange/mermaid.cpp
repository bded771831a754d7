// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/record.hpp"
#include "relgraph/ontology.hpp"

// A flowchart in Mermaid's language, for README files. Source: mermaid.js.org/syntax/flowchart.html.

namespace relgraph::exchange {

namespace {

/// Mermaid refuses more unless its host raises the limits.
constexpr std::size_t k_most_edges = 500;
constexpr std::size_t k_most_bytes = 50000;

/// Longer labels are cut: they would fill the picture.
constexpr std::size_t k_longest_label = 200;

/// Characters that mean nothing to Mermaid, to Markdown in its labels or to HTML, wherever they stand.
bool is_harmless(char32_t c) {
  return c == U' ' || c == U',' || c == U'(' || c == U'\'' || c == U'?' || c == U'!' ||
         (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c >= 0xA0;
}

/// Where a full stop, a closing bracket or a hyphen does not make a list, a link or an entity of a text.
bool is_harmless_here(char32_t c, std::string_view before, std::string_view after) {
  const bool number_before = before.find_first_not_of("0123456789 ") == std::string_view::npos;
  if (c == U'.') return !number_before && (after.empty() || after.front() == ' ');
  if (c == U')') return !number_before;
  return c == U'-' && !number_before;
}

/// A quoted label. Everything doubtful is an entity by its number, which Mermaid puts back when it draws.
std::string label_text(std::string_view text, Diagnostics& diagnostics) {
  std::string out = "\"";
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (count == k_longest_label) {
      warn_once(diagnostics, "labels longer than 200 characters are cut for Mermaid", {});
      out += "…";
      break;
    }
    const std::string_view before = text.substr(0, i);
    const char32_t c = next_code_point(text, i);
    if (c == U'\n' || c == U'\r' || c == U'\t') {
      out += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      append_utf8(out, k_replacement);
    } else if (is_harmless(c) || is_harmless_here(c, before, text.substr(i))) {
      append_utf8(out, c);
    } else {
      out += "#" + std::to_string(static_cast<unsigned>(c)) + ";";
    }
  }
  if (out.find_first_not_of(" \"") == std::string::npos) out += "#8203;";  // no label is empty
  return out + "\"";
}

std::pair<std::string_view, std::string_view> brackets_of(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, std::pair<std::string_view, std::string_view>>, 5>
      k_shapes{{{"person", {"([", "])"}},
                {"organization", {"[", "]"}},
                {"place", {"[/", "\\]"}},
                {"project", {"{{", "}}"}},
                {"product", {"[[", "]]"}}}};
  for (const auto& [name, brackets] : k_shapes) {
    if (name == type) return brackets;
  }
  return {"(", ")"};
}

std::string_view arrow_of(const Edge& edge) {
  const bool symmetric = is_symmetric(edge.type);
  switch (edge.status) {
    case Status::asserted: return symmetric ? "---" : "-->";
    case Status::negated: return "--x";
    default: return symmetric ? "-.-" : "-.->";
  }
}

std::string edge_label(const Edge& edge) {
  std::string out = relation_label(edge.type, "en");
  if (edge.status != Status::asserted) out += " (" + std::string(to_string(edge.status)) + ")";
  return out;
}

/// Lines of one polarity in one colour; the numbers are those of the edges.
void append_colour(std::string& out, const Graph& graph, Polarity polarity, std::string_view colour) {
  std::string numbers;
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    if (graph.edges[i].polarity == polarity) numbers += (numbers.empty() ? "" : ",") + std::to_string(i);
  }
  if (!numbers.empty()) out += "  linkStyle " + numbers + " stroke:" + std::string(colour) + "\n";
}

}  // namespace

std::vector<ExchangeFile> write_mermaid(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  std::string out = "flowchart LR\n";
  for (std::size_t i = 0; i < canonical.nodes.size(); ++i) {
    const auto [open, close] = brackets_of(canonical.nodes[i].type);
    out += "  n" + std::to_string(i) + std::string(open) + label_text(canonical.nodes[i].label, diagnostics) +
           std::string(close) + "\n";
  }
  for (const Edge& edge : canonical.edges) {
    out += "  n" + std::to_string(edge.source) + " " + std::string(arrow_of(edge)) + "|" +
           label_text(edge_label(edge), diagnostics) + "| n" + std::to_string(edge.target) + "\n";
  }
  append_colour(out, canonical, Polarity::negative, "#b2182b");
  append_colour(out, canonical, Polarity::positive, "#1b7837");
  if (!canonical.edges.empty() || !canonical.documents.empty())
    diagnostics.warn(
        "Mermaid carries labels, types and status, no evidence, attributes, confidence or documents");
  if (canonical.edges.size() > k_most_edges)
    diagnostics.warn(
        "Mermaid draws no more than 500 edges unless \"maxEdges\" is raised; a filter makes it fewer");
  if (out.size() > k_most_bytes)
    diagnostics.warn("Mermaid reads no more than 50,000 characters unless \"maxTextSize\" is raised");
  return {{"", out}};
}

}  // namespace relgraph::exchange
