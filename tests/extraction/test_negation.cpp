// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "../language/documents.hpp"
#include "extraction/negation.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("negation: what the tree denies", "[extraction]") {
  const auto [language, text, word, denied] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"de", "Siemens hat den Konkurrenten nicht übernommen.", "übernommen", true},
      {"de", "Siemens hat den Konkurrenten übernommen.", "übernommen", false},
      {"de", "Lionel Messi hat nie für China gespielt.", "gespielt", true},
      {"de", "Der Minister übte keine Kritik an dem Verein.", "Kritik", true},
      {"de", "Siemens hat nicht nur den Konkurrenten übernommen.", "übernommen", false},
      {"en", "Jane Porter has never worked for Greenpeace.", "worked", true},
      {"en", "The company did not buy its rival.", "buy", true},
      {"en", "The company bought its rival.", "bought", false},
  }));
  const Analysed a = analysed(text, language);
  const auto tokens = tokens_of(a);
  const auto found = std::ranges::find(tokens, word);
  REQUIRE(found != tokens.end());
  CAPTURE(text);
  CHECK(is_denied(a.analysis, a.analysis.sentences.front(),
                  static_cast<std::size_t>(found - tokens.begin())) == denied);
}

TEST_CASE("negation: what stands in a condition is no fact", "[extraction]") {
  const auto [language, text, word, supposed] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"en", "If Boeing acquired Embraer, regulators would object.", "acquired", true},
      {"en", "If Boeing acquired Embraer, regulators would object.", "object", false},
      {"de", "Falls Siemens Alstom übernähme, müssten die Behörden zustimmen.", "übernähme", true},
      {"de", "Siemens hat Alstom übernommen.", "übernommen", false},
  }));
  const Analysed a = analysed(text, language);
  const auto tokens = tokens_of(a);
  const auto found = std::ranges::find(tokens, word);
  REQUIRE(found != tokens.end());
  CAPTURE(text);
  CHECK(is_supposed(a.analysis, a.analysis.sentences.front(),
                    static_cast<std::size_t>(found - tokens.begin())) == supposed);
}
