// SPDX-License-Identifier: Apache-2.0
#include "cli/document_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "base/sha256.hpp"
#include "relgraph/reading.hpp"

namespace relgraph::cli {

namespace {

constexpr std::size_t k_max_article_bytes = std::size_t{64} << 20U;
constexpr std::size_t k_context = 80;  ///< bytes on either side of a mention

/// A document's text from a file, if the file is the one that the graph was made from. The path comes from
/// the graph, so nothing but plain files is opened, and nothing of another file is shown.
std::string text_from(const std::string& path, const std::string& checksum) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return {};
  Diagnostics unused;
  try {
    for (Document& document : read_documents(path, {.max_bytes = k_max_article_bytes}, unused))
      if (sha256(document.text) == checksum) return std::move(document.text);
  } catch (const Error&) {
    return {};  // the sentences of the graph have to do
  }
  return {};
}

bool is_inside(std::string_view text, Span span) { return span.begin < span.end && span.end <= text.size(); }

/// To the nearest blank further out, so that no word and no character is cut.
Span with_context(std::string_view text, Span span) {
  std::size_t begin = span.begin - std::min(span.begin, k_context),
              end = std::min(text.size(), span.end + k_context);
  if (begin > 0) begin = std::min(text.find_first_of(" \n", begin), span.begin);
  if (end < text.size()) {
    const std::size_t blank = text.find_last_of(" \n", end);
    end = blank == std::string_view::npos ? span.end : std::max(blank, span.end);
  }
  return {begin, end};
}

}  // namespace

DocumentTexts::DocumentTexts(const Graph& graph, const std::string& graph_file)
    : m_graph(graph), m_folder(std::filesystem::path(graph_file).parent_path().string()) {
  for (const Edge& edge : graph.edges)
    for (const Evidence& evidence : edge.evidence)
      if (evidence.span.size() == evidence.text.size())
        m_sentences[evidence.document].emplace(evidence.span, &evidence);
}

const Evidence* DocumentTexts::sentence(const std::string& document, Span span) const {
  const auto known = m_sentences.find(document);
  if (known == m_sentences.end()) return nullptr;
  // The one that begins last before the place; sentences do not overlap.
  const auto behind = known->second.upper_bound(Span{span.begin, static_cast<std::size_t>(-1)});
  if (behind == known->second.begin()) return nullptr;
  const Evidence* evidence = std::prev(behind)->second;
  return evidence->span.contains(span) && span.begin <= span.end ? evidence : nullptr;
}

const std::string* DocumentTexts::whole(const std::string& document) {
  const auto [place, is_new] = m_texts.try_emplace(document);
  if (is_new) {
    const auto info = std::ranges::find(m_graph.documents, document, &DocumentInfo::id);
    if (info != m_graph.documents.end() && !info->sha256.empty() && !info->source.empty() &&
        info->source != "-") {
      place->second = text_from(info->source, info->sha256);
      if (place->second.empty())
        place->second = text_from((std::filesystem::path(m_folder) / info->source).string(), info->sha256);
    }
  }
  return place->second.empty() ? nullptr : &place->second;
}

std::optional<std::string> DocumentTexts::words(const std::string& document, Span span) {
  if (const Evidence* in = sentence(document, span))
    return in->text.substr(span.begin - in->span.begin, span.size());
  const std::string* text = whole(document);
  if (text == nullptr || !is_inside(*text, span)) return std::nullopt;
  return std::string(span.of(*text));
}

std::optional<std::string> DocumentTexts::around(const std::string& document, Span span) {
  if (const Evidence* in = sentence(document, span)) return in->text;
  const std::string* text = whole(document);
  if (text == nullptr || !is_inside(*text, span)) return std::nullopt;
  const Span wide = with_context(*text, span);
  return (wide.begin > 0 ? "… " : "") + std::string(wide.of(*text)) + (wide.end < text->size() ? " …" : "");
}

}  // namespace relgraph::cli
