// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extraction/name_match.hpp"

using namespace relgraph;

namespace {

NameKeys keys_of(const std::string& text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
  }
  return name_keys(words);
}

}  // namespace

TEST_CASE("name match: how two mentions are written", "[extraction]") {
  using enum NameMatch;
  const auto [a, b, match] = GENERATE(table<std::string, std::string, NameMatch>({
      {"Merkel", "Merkels", equal},
      {"die SPD", "SPD", equal},
      {"Angela Merkel", "Merkel", suffix},
      {"Salling", "Salling Group", prefix},
      {"EZB", "Europäische Zentralbank", acronym},
      {"SDF", "Syrian Democratic Forces", acronym},
      {"Bank", "Deutsche Bank AG", inside},
      {"Deutsche Telekom", "Telekom Austria", shared},
      {"er", "Merkel", none},
      {"sie", "die", none},
      {"ÖVP", "Österreichische Volkspartei", acronym},
  }));
  CHECK(match_names(keys_of(a), keys_of(b)) == match);
  CHECK(match_names(keys_of(b), keys_of(a)) == match);
}

TEST_CASE("name match: keys leave out articles, marks and the s of a genitive", "[extraction]") {
  CHECK(keys_of("der Deutschen Bank").keys == std::vector<std::string>{"deutschen", "bank"});
  CHECK(keys_of("Tesla 's").keys == std::vector<std::string>{"tesla"});
  CHECK(keys_of("@elonmusk").keys == std::vector<std::string>{"elonmusk"});
  CHECK(keys_of("\xff\xfe ...").keys.empty());
  CHECK(keys_of("CDU").capitals);
  CHECK_FALSE(keys_of("Cdu").capitals);
}
