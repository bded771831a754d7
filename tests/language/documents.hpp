// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/language.hpp"

namespace relgraph::test {

/// A document as a reader makes it: blocks are parted by empty lines.
inline Document document_of(std::string text) {
  Document document;
  document.id = "test";
  document.text = std::move(text);
  for (std::size_t begin = 0; begin < document.text.size();) {
    std::size_t end = document.text.find("\n\n", begin);
    if (end == std::string::npos) end = document.text.size();
    if (end > begin) document.blocks.push_back({{begin, end}, BlockKind::paragraph});
    begin = end + 2;
  }
  return document;
}

struct Analysed {
  Document document;
  Analysis analysis;
  Diagnostics diagnostics;
};

inline Analysed analysed(std::string text, std::string_view language, std::size_t vector_layers = 0) {
  Analysed out{document_of(std::move(text)), {}, {}};
  out.analysis = analyse(out.document, out.diagnostics, language, vector_layers);
  return out;
}

inline std::vector<std::string> tokens_of(const Analysed& a) {
  std::vector<std::string> out;
  for (const Token& token : a.analysis.tokens) out.emplace_back(token.span.of(a.document.text));
  return out;
}

inline std::vector<std::string> sentences_of(const Analysed& a) {
  std::vector<std::string> out;
  for (const Sentence& sentence : a.analysis.sentences) out.emplace_back(sentence.span.of(a.document.text));
  return out;
}

/// Names with their kinds: "person:Elon Musk".
std::vector<std::string> names_of(const Analysed& a);

/// What holds for every analysis of every text: order, nesting, character boundaries, nothing lost.
void check_offsets(const Analysed& a);

}  // namespace relgraph::test
