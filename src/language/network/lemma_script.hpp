// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relgraph::network {

/// How to make a lemma of a word; docs/model-format.md, "Tags and lemma" (after Straka 2018, K18-2020).
struct LemmaScript {
  enum class Case : char { lower = 'l', capital = 'c', upper = 'u', keep = 'k' };

  std::string whole;  ///< the lemma itself; if not empty, the rest does not count
  Case letters = Case::lower;
  std::string infix;  ///< `ge`, `zu` or nothing
  bool umlaut = false;
  std::size_t strip = 0;
  std::string append;

  /// Errors: `Error{input}` if the text is no script.
  static LemmaScript parse(std::string_view text);

  /// The lemma; the word itself where the script does not fit.
  [[nodiscard]] std::string apply(std::string_view word) const;
};

}  // namespace relgraph::network
