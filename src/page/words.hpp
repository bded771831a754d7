// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace relgraph::page {

/// One text of the page. `{1}`, `{2}` are places to fill in.
struct Word {
  std::string_view key;
  std::string_view german;
  std::string_view english;
};

/// All words of a page that are in neither the graph nor the ontology, sorted by nothing but their topic.
[[nodiscard]] std::span<const Word> all_words();

/// A word in `de`, or in English for any other language. Errors: `Error{internal}` for an unknown key.
[[nodiscard]] std::string_view word(std::string_view key, std::string_view language);

/// The same, or `otherwise` for an unknown key.
[[nodiscard]] std::string_view word_or(std::string_view key, std::string_view language,
                                       std::string_view otherwise);

}  // namespace relgraph::page
