// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "documents.hpp"
#include "language/contractions.hpp"
#include "language/lexicon.hpp"
#include "language/tokenise.hpp"

using namespace relgraph;

namespace {

std::string joined(const std::string& text, std::string_view language) {
  std::string out;
  for (const Span token : tokenise(text, {0, text.size()}, lexicon(language))) {
    if (!out.empty()) out += '|';
    out += token.of(text);
  }
  return out;
}

}  // namespace

TEST_CASE("tokenise: German", "[language]") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"Das ist z. B. der Tesla-Chef.", "Das|ist|z.|B.|der|Tesla|-|Chef|."},
      {"Am 22. Januar sprach Dr. Merkel.", "Am|22.|Januar|sprach|Dr.|Merkel|."},
      {"Im Jahr 2015. Danach kam nichts.", "Im|Jahr|2015|.|Danach|kam|nichts|."},
      {"Elizabeth II. von England", "Elizabeth|II.|von|England"},
      {"14,5 Mrd. Euro", "14,5|Mrd.|Euro"},
      {"Innen- und Außenpolitik", "Innen|-|und|Außenpolitik"},
      {"die 500-Milliarden-Dollar-Initiative", "die|500|-|Milliarden|-|Dollar|-|Initiative"},
      {"Er sagte: „Nein!“", "Er|sagte|:|„|Nein|!|“"},
      {"die Leser*innen", "die|Leser*innen"},
      {"Das war’s...", "Das|war’s|..."},
  }));
  CHECK(joined(text, "de") == tokens);
}

TEST_CASE("tokenise: English", "[language]") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"The U.S. sued Apple Inc. today.", "The|U.S.|sued|Apple|Inc.|today|."},
      {"Musk's and Tesla’s plans don't fit.", "Musk|'s|and|Tesla|’s|plans|do|n't|fit|."},
      {"J. K. Rowling and AT&T", "J.|K.|Rowling|and|AT&T"},
      {"$14.5 billion (UK-based)", "$|14.5|billion|(|UK|-|based|)"},
      {"@elonmusk wrote #news to a.b@example.org", "@elonmusk|wrote|#news|to|a.b@example.org"},
      {"See https://t.co/YpHvcm0WZa. Or www.example.com!",
       "See|https://t.co/YpHvcm0WZa|.|Or|www.example.com|!"},
      {"He can't, won’t and cannot go.", "He|ca|n't|,|wo|n’t|and|can|not|go|."},
      {"I'm sure they'd say we've", "I|'m|sure|they|'d|say|we|'ve"},
      {"the workers' non-profit co-founder", "the|workers|'|non-profit|co-founder"},
      {"Call 713-853-3989 at 12:05 on 9/11!?", "Call|713-853-3989|at|12:05|on|9/11|!?"},
      {"nice :-) really...", "nice|:-)|really|..."},
      {"01-Feb-02, the class of '68 (mailto:a.b@example.org)",
       "01-Feb-02|,|the|class|of|'68|(|mailto:a.b@example.org|)"},
      {"", ""},
  }));
  CHECK(joined(text, "en") == tokens);
}

TEST_CASE("contractions are two words with the span of one", "[language]") {
  const std::string text = "Im ZUM beim zur vom Zimt";
  std::vector<Token> words;
  for (const Span token : tokenise(text, {0, text.size()}, lexicon("de")))
    add_words(text, token, lexicon("de"), words);
  std::string forms;
  for (const Token& word : words) forms += std::string(word.word(text)) + "|";
  CHECK(forms == "In|dem|ZU|DEM|bei|dem|zu|der|von|dem|Zimt|");
  CHECK(words[0].span == words[1].span);
  CHECK(words.back().form.empty());
  words.clear();
  add_words(text, {0, 2}, lexicon("en"), words);
  CHECK(words.size() == 1);
}

TEST_CASE("tokenise: a megabyte without a blank stays whole characters", "[language]") {
  std::string text;
  while (text.size() < 2'500'000) text += "Ä";
  const auto tokens = tokenise(text, {0, text.size()}, lexicon("de"));
  std::size_t next = 0;
  for (const Span token : tokens) {
    REQUIRE(token.begin == next);
    REQUIRE(token.size() % 2 == 0);
    next = token.end;
  }
  CHECK(next == text.size());
}
