// SPDX-License-Identifier: Apache-2.0
#include "render/messages.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace relgraph::render;

TEST_CASE("money: as a German and as an English reader expects it") {
  CHECK(money(14e9, "USD", "de") == "14 Mrd. USD");
  CHECK(money(14e9, "USD", "en") == "USD 14 bn");
  CHECK(money(1.25e12, "EUR", "de") == "1,25 Bio. EUR");
  CHECK(money(1.5e6, "EUR", "en") == "EUR 1.5 m");
  CHECK(money(750000, "EUR", "de") == "750.000 EUR");
  CHECK(money(750000, "EUR", "en") == "EUR 750,000");
  CHECK(money(0, "", "en") == "0");
  CHECK(money(std::numeric_limits<double>::infinity(), "USD", "en").empty());
  CHECK(money(1e300, "USD", "en").empty());
}

TEST_CASE("dates") {
  CHECK(date_text("2025-01-22", "de") == "22. Januar 2025");
  CHECK(date_text("2025-01-22T10:00:00Z", "en") == "22 January 2025");
  CHECK(date_text("2025", "en") == "2025");
  CHECK(date_text("2010-06", "de") == "Juni 2010");
  CHECK(date_text("2010-06", "en") == "June 2010");
  CHECK(date_text("2010-00", "en") == "2010-00");
  CHECK(date_text("2025-13-01", "en") == "2025-13-01");
  CHECK(date_text("", "de").empty());
}

TEST_CASE("filling in: places without a value stay, values are not filled again") {
  CHECK(fill_in("{1} of {2}", {"{2}", "b"}) == "{2} of b");
  CHECK(fill_in("{3}{", {"a"}) == "{3}{");
  CHECK(counted("one", "{1} many", 1) == "one");
  CHECK(counted("one", "{1} many", 0) == "0 many");
}

TEST_CASE("words: German for de, English for all else") {
  CHECK(words_of("de").language == "de");
  CHECK(words_of("en").language == "en");
  CHECK(words_of("fr").language == "en");
}
