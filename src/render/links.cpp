// SPDX-License-Identifier: Apache-2.0
#include "render/links.hpp"

#include <algorithm>
#include <vector>

#include "base/percent.hpp"

namespace relgraph::render {

namespace {

std::vector<std::string_view> words_of_sentence(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view k_space = " \t\r\n";
  for (std::size_t at = text.find_first_not_of(k_space); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(k_space, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(k_space, end);
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t first, std::size_t end) {
  std::string out;
  for (std::size_t i = first; i < end; ++i) out.append(i > first ? " " : "").append(words[i]);
  return out;
}

/// `text=first words,last words`: a browser looks for a stretch that starts and ends so. Hyphens and commas
/// have a meaning there and are encoded.
std::string text_fragment(std::string_view sentence) {
  constexpr std::size_t k_at_each_end = 4;
  constexpr std::string_view k_kept = "._~";
  const std::vector<std::string_view> words = words_of_sentence(sentence);
  if (words.empty()) return {};
  if (words.size() <= 2 * k_at_each_end)
    return "#:~:text=" + percent_encoded(joined(words, 0, words.size()), k_kept);
  return "#:~:text=" + percent_encoded(joined(words, 0, k_at_each_end), k_kept) + "," +
         percent_encoded(joined(words, words.size() - k_at_each_end, words.size()), k_kept);
}

}  // namespace

std::string web_address(std::string_view source) {
  if (!source.starts_with("https://") && !source.starts_with("http://")) return {};
  constexpr std::size_t k_longest = 2000;
  if (source.size() > k_longest) return {};
  return percent_encoded(source, "-._~:/?#[]@!$&'()*+,;=%");
}

std::string evidence_link(const Graph& graph, const Line& line) {
  for (const LineItem& item : line.items) {
    for (const std::uint32_t edge : item.edges) {
      for (const Evidence& evidence : graph.edges[edge].evidence) {
        const auto document = std::ranges::find(graph.documents, evidence.document, &DocumentInfo::id);
        if (document == graph.documents.end()) continue;
        const std::string address = web_address(document->source);
        if (address.empty()) continue;
        return address.find('#') == std::string::npos ? address + text_fragment(evidence.text) : address;
      }
    }
  }
  return {};
}

}  // namespace relgraph::render
