// SPDX-License-Identifier: Apache-2.0
#include "page/content.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/markup.hpp"
#include "base/utf8.hpp"
#include "page/words.hpp"

namespace relgraph::page {

namespace {

constexpr std::size_t k_longest_name = 120;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool in_range(std::string_view two_digits, int last) {
  const int value = 10 * (two_digits[0] - '0') + (two_digits[1] - '0');
  return value >= 1 && value <= last;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t longest) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == longest) return std::string(text.substr(0, at)) + "…";
    static_cast<void>(next_code_point(text, at));
  }
  return std::string(text);
}

std::string name_of(const Node& node) {
  const std::string name = displayable(shortened(node.label, k_longest_name));
  const bool blank = name.find_first_not_of(' ') == std::string::npos;
  return blank ? displayable(shortened(node.id, k_longest_name)) : name;
}

Content content_of(const Graph& graph, std::string language) {
  Content out;
  out.graph = &graph;
  out.language = std::move(language);
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) out.nodes.emplace(graph.nodes[i].id, i);
  for (std::uint32_t i = 0; i < graph.documents.size(); ++i) out.documents.emplace(graph.documents[i].id, i);
  out.degrees.resize(graph.nodes.size());
  for (const Edge& edge : graph.edges) {
    ++out.degrees[edge.source];
    if (edge.target != edge.source) ++out.degrees[edge.target];
  }
  std::vector<std::string> names;
  names.reserve(graph.nodes.size());
  for (const Node& node : graph.nodes) names.push_back(fold(name_of(node)));
  out.order.resize(graph.edges.size());
  std::iota(out.order.begin(), out.order.end(), 0U);
  std::ranges::stable_sort(out.order, [&](std::uint32_t a, std::uint32_t b) {
    const Edge& one = graph.edges[a];
    const Edge& two = graph.edges[b];
    const int sources = names[one.source].compare(names[two.source]);
    const int targets = names[one.target].compare(names[two.target]);
    if (sources != 0 || targets != 0) return sources != 0 ? sources < 0 : targets < 0;
    return one.confidence > two.confidence;
  });
  out.actors.resize(graph.nodes.size());
  std::iota(out.actors.begin(), out.actors.end(), 0U);
  std::ranges::stable_sort(out.actors, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(out.degrees[b], std::string_view(names[a])) <
           std::pair(out.degrees[a], std::string_view(names[b]));
  });
  return out;
}

const Node* find_node(const Content& content, std::string_view id) {
  const auto found = content.nodes.find(id);
  return found == content.nodes.end() ? nullptr : &content.graph->nodes[found->second];
}

std::optional<std::string> iso_date(std::string_view text) {
  text = text.substr(0, 10);  // without a time of day
  if (text.size() < 4 || !is_digits(text.substr(0, 4))) return std::nullopt;
  if (text.size() == 4) return std::string(text);
  if (text.size() < 7 || text[4] != '-' || !is_digits(text.substr(5, 2)) ||
      !in_range(text.substr(5, 2), 12)) {
    return std::nullopt;
  }
  if (text.size() == 7) return std::string(text);
  if (text.size() != 10 || text[7] != '-' || !is_digits(text.substr(8, 2)) ||
      !in_range(text.substr(8, 2), 31)) {
    return std::nullopt;
  }
  return std::string(text);
}

std::vector<std::string> dates_of(const Content& content, const Edge& edge) {
  std::vector<std::string> out;
  if (const auto own = string_property(edge.attributes, "date")) {
    if (auto date = iso_date(*own)) return {std::move(*date)};
  }
  for (const Evidence& evidence : edge.evidence) {
    const auto document = content.documents.find(evidence.document);
    if (document == content.documents.end()) continue;
    if (auto date = iso_date(content.graph->documents[document->second].date))
      out.push_back(std::move(*date));
  }
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

std::optional<std::string> link_of(const DocumentInfo& document) {
  const std::string& source = document.source;
  const std::string start = to_lower(std::string_view(source).substr(0, 8));
  if (!start.starts_with("http://") && !start.starts_with("https://")) return std::nullopt;
  const bool plain = std::ranges::all_of(source, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\';
  });
  if (!plain || displayable(source) != source) return std::nullopt;
  return source;
}

std::string title_of(const DocumentInfo& document) {
  constexpr std::size_t k_longest_title = 300;
  const std::string title = displayable(shortened(document.title, k_longest_title));
  if (title.find_first_not_of(' ') != std::string::npos) return title;
  const std::string_view source = document.source;
  const std::string_view file = source == "-" ? std::string_view() : source.substr(source.rfind('/') + 1);
  return displayable(shortened(file.empty() ? std::string_view(document.id) : file, k_longest_title));
}

std::string kind_of(const Content& content, const Node& node) {
  return std::string(
      word_or("node." + node.type, content.language, displayable(shortened(node.type, k_longest_name))));
}

}  // namespace relgraph::page
