// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extraction/dates.hpp"

using namespace relgraph;
using Words = std::vector<std::string>;

TEST_CASE("dates: what German and English write", "[extraction]") {
  const auto [words, german, date] = GENERATE(table<Words, bool, std::string>({
      {{"am", "3.", "juni", "2010"}, true, "2010-06-03"},
      {{"im", "juni", "2010"}, true, "2010-06"},
      {{"seit", "1998"}, true, "1998"},
      {{"on", "june", "3", ",", "2010"}, false, "2010-06-03"},
      {{"on", "3", "june", "2010"}, false, "2010-06-03"},
      {{"in", "may", "2010"}, false, "2010-05"},
      {{"since", "1998"}, false, "1998"},
      {{"am", "3.", "dezember"}, true, "2024-12-03"},  // the document is of January
      {{"im", "februar"}, true, "2025-02"},
      {{"am", "montag"}, true, "2025-01-20"},
      {{"on", "wednesday"}, false, "2025-01-22"},  // the day itself
      {{"yesterday"}, false, "2025-01-21"},
      {{"morgen"}, true, "2025-01-23"},
  }));
  CAPTURE(words);
  CHECK(find_date(words, german, 0, "2025-01-22") == date);
}

TEST_CASE("dates: none where the text does not tell it", "[extraction]") {
  CHECK_FALSE(find_date(Words{"it", "may", "rain"}, false, 0, "2025-01-22"));
  CHECK_FALSE(find_date(Words{"1998", "leute"}, true, 0, "2025-01-22"));
  CHECK_FALSE(find_date(Words{"am", "montag"}, true, 0, ""));
  CHECK_FALSE(find_date(Words{"am", "3.", "juni"}, true, 0, "no date"));
  CHECK_FALSE(find_date({}, true, 0, "2025-01-22"));
  CHECK_FALSE(find_date(Words{"a", "b", "c", "d", "e", "f", "g", "h", "i", "seit", "1998"}, true, 0, ""));
}
