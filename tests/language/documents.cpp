// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "language/names_text.hpp"

namespace relgraph::test {

std::vector<std::string> names_of(const Analysed& a) {
  std::vector<std::string> out;
  for (const Name& name : a.analysis.names)
    out.push_back(std::string(to_string(name.kind)) + ":" + std::string(name.span.of(a.document.text)));
  return out;
}

namespace {

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void check_tokens(const Analysed& a) {
  const std::string& text = a.document.text;
  std::size_t before = 0;
  std::size_t letters = 0;
  bool ordered = true;
  for (const Token& token : a.analysis.tokens) {
    ordered = ordered && token.span.begin >= before && token.span.end > token.span.begin &&
              on_boundary(text, token.span.begin) && on_boundary(text, token.span.end);
    before = token.span.end;
    letters += token.span.size();
  }
  CHECK(ordered);
  // Every byte that is no white space is in a token.
  std::size_t visible = 0;
  for (const Block& block : a.document.blocks) {
    for (std::size_t i = block.span.begin; i < block.span.end;) {
      const std::size_t begin = i;
      if (!is_space(next_code_point(text, i))) visible += i - begin;
    }
  }
  CHECK(letters == visible);
}

}  // namespace

void check_offsets(const Analysed& a) {
  check_tokens(a);
  std::size_t next = 0;
  bool nested = true;
  for (const Sentence& sentence : a.analysis.sentences) {
    nested = nested && sentence.first_token == next && sentence.end_token > sentence.first_token &&
             sentence.span.begin == a.analysis.tokens[sentence.first_token].span.begin &&
             sentence.span.end == a.analysis.tokens[sentence.end_token - 1].span.end;
    next = sentence.end_token;
  }
  CHECK(nested);
  CHECK(next == a.analysis.tokens.size());
  std::size_t end = 0;
  bool names = true;
  for (const Name& name : a.analysis.names) {
    const Sentence& sentence = a.analysis.sentences[name.sentence];
    names = names && name.span.begin >= end && sentence.span.contains(name.span) && !name.span.empty() &&
            name.first_token >= sentence.first_token && name.end_token <= sentence.end_token &&
            name.span.begin == a.analysis.tokens[name.first_token].span.begin;
    end = name.span.end;
  }
  CHECK(names);
  for (const Quotation& quotation : a.analysis.quotations)
    CHECK(quotation.span.end <= a.document.text.size());
}

}  // namespace relgraph::test
