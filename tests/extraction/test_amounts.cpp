// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extraction/amounts.hpp"

using namespace relgraph;

namespace {

std::optional<Amount> amount_in(const std::vector<std::string>& words, bool german, std::size_t near = 0) {
  return find_amount(words, german, near);
}

}  // namespace

TEST_CASE("amounts: German and English forms", "[extraction]") {
  using Words = std::vector<std::string>;
  const auto [words, german, value, currency] = GENERATE(table<Words, bool, double, std::string>({
      {{"14,5", "milliarden", "us-dollar"}, true, 14.5e9, "USD"},
      {{"60", "mio.", "euro"}, true, 60e6, "EUR"},
      {{"1.368", "euro"}, true, 1368, "EUR"},
      {{"die", "500-milliarden-dollar-initiative"}, true, 500e9, "USD"},
      {{"2", "billionen", "yen"}, true, 2e12, "JPY"},
      {{"$", "14.5", "billion"}, false, 14.5e9, "USD"},
      {{"€", "3bn"}, false, 3e9, "EUR"},
      {{"1,368", "million", "pounds"}, false, 1368e6, "GBP"},
      {{"900", "dollars"}, false, 900, "USD"},
  }));
  const auto amount = amount_in(words, german);
  REQUIRE(amount);
  CHECK(amount->value == Approx(value));
  CHECK(amount->currency == currency);
}

TEST_CASE("amounts: numbers without a currency are none", "[extraction]") {
  CHECK_FALSE(amount_in({"22.", "januar", "2015"}, true));
  CHECK_FALSE(amount_in({"14", "prozent"}, true));
  CHECK_FALSE(amount_in({"1.2.3.4", "euro"}, false));
  CHECK_FALSE(amount_in({"99999999999999999999999999"}, false));
  CHECK_FALSE(amount_in({}, false));
}

TEST_CASE("amounts: the nearest one counts", "[extraction]") {
  const std::vector<std::string> words = {"5", "euro", "a", "b", "c", "7", "dollars"};
  CHECK(amount_in(words, false, 1)->currency == "EUR");
  CHECK(amount_in(words, false, 6)->currency == "USD");
}
