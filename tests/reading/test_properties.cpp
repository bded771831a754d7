// SPDX-License-Identifier: Apache-2.0
// What holds for every document, whatever the input was.
#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.hpp"
#include "read.hpp"

using namespace relgraph;

namespace {

void check_document(const Document& document, std::string_view source) {
  REQUIRE(is_valid_utf8(document.text));
  REQUIRE_FALSE(document.id.empty());
  REQUIRE_FALSE(document.text.empty());
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    REQUIRE(block.span.begin >= end);
    REQUIRE(block.span.begin < block.span.end);
    // Only line breaks between blocks.
    REQUIRE(document.text.substr(end, block.span.begin - end).find_first_not_of('\n') == std::string::npos);
    end = block.span.end;
  }
  REQUIRE(end == document.text.size());
  end = 0;
  for (const Origin& origin : document.origins) {
    REQUIRE(origin.text.begin >= end);
    REQUIRE(origin.text.begin < origin.text.end);
    REQUIRE(origin.text.end <= document.text.size());
    REQUIRE(origin.source.begin < origin.source.end);
    REQUIRE(origin.source.end <= source.size());
    end = origin.text.end;
  }
}

/// Text that looks a little like each format, with noise.
std::string random_input(std::mt19937& random) {
  static const std::vector<std::string> k_pieces{"Angela Merkel ",
                                                 "lobt ",
                                                 "die SPD.",
                                                 "\n",
                                                 "\n\n",
                                                 "\r\n",
                                                 "<p>",
                                                 "</p>",
                                                 "<div class=teaser>",
                                                 "</div>",
                                                 "&auml;",
                                                 "&#x",
                                                 "&",
                                                 "<!--",
                                                 "-->",
                                                 "# ",
                                                 "> ",
                                                 "* ",
                                                 "**",
                                                 "_",
                                                 "[a](b)",
                                                 "---\n",
                                                 "title: x\n",
                                                 "\xC2\xAD",
                                                 "ü",
                                                 "\xC3",
                                                 "\xFF",
                                                 "😀",
                                                 "„",
                                                 "“",
                                                 "\x01",
                                                 "<b>",
                                                 "<table><td>",
                                                 "</article>",
                                                 "<article>",
                                                 "```\n",
                                                 "|a|b|\n|-|-|\n",
                                                 "  ",
                                                 "\t",
                                                 "<br><br>",
                                                 "<script>",
                                                 "</script>",
                                                 "{\"text\": \"",
                                                 "\"}",
                                                 "\xE2\x80\xA8"};
  std::string out;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) out += k_pieces[random() % k_pieces.size()];
  return out;
}

}  // namespace

TEST_CASE("reading: every input gives a sound document or an error", "[reading][property]") {
  std::mt19937 random(7);
  const std::string name = GENERATE("a.txt", "a.html", "a.md", "a.jsonl");
  std::size_t read = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string input = random_input(random);
    Diagnostics diagnostics;
    try {
      for (const Document& document : parse_documents(input, name, {}, diagnostics)) {
        check_document(document, input);
        ++read;
      }
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::input);
    }
  }
  if (name != "a.jsonl") CHECK(read > 1000);
}

TEST_CASE("reading: a stretch of equal length is the same text in the source", "[reading][property]") {
  std::mt19937 random(11);
  const std::string name = GENERATE("a.txt", "a.html", "a.md");
  std::size_t compared = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string input = random_input(random);
    Diagnostics diagnostics;
    try {
      const auto documents = parse_documents(input, name, {}, diagnostics);
      if (!is_valid_utf8(input)) continue;
      for (const Origin& origin : documents.at(0).origins) {
        if (origin.text.size() != origin.source.size() || origin.text.size() < 2) continue;
        std::string source(origin.source.of(input));
        for (char& c : source) c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
        REQUIRE(origin.text.of(documents[0].text) == source);
        ++compared;
      }
    } catch (const Error&) {
      continue;
    }
  }
  CHECK(compared > 300);
}
