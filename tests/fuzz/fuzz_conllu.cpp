// SPDX-License-Identifier: Apache-2.0
// Any bytes as CoNLL-U: an Error, or a document whose spans lie in its text and that is written and read
// again with the same words.
#include <cstdint>
#include <string>
#include <string_view>

#include "relgraph/error.hpp"
#include "relgraph/language.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    const GoldInput gold = from_conllu(text, "input.conllu");
    std::size_t next = 0;
    for (const Sentence& sentence : gold.analysis.sentences) {
      require(sentence.first_token == next && sentence.end_token > next);
      next = sentence.end_token;
      const auto words = static_cast<std::int32_t>(sentence.end_token - sentence.first_token);
      for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = gold.analysis.tokens[i];
        require(token.span.begin <= token.span.end && token.span.end <= gold.document.text.size());
        require(token.head >= -1 && token.head < words);
      }
    }
    require(next == gold.analysis.tokens.size());
    const GoldInput again = from_conllu(to_conllu(gold.document, gold.analysis), "again.conllu");
    require(again.analysis.tokens.size() == gold.analysis.tokens.size());
  } catch (const Error& error) {
    require(error.code() == ErrorCode::input);
  }
  return 0;
}
