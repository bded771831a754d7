// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "language/posts.hpp"

using namespace relgraph;

TEST_CASE("posts: dates in both languages", "[language]") {
  const auto [text, date] =
      GENERATE(table<std::string, std::string>({{"22. Januar 2025", "2025-01-22"},
                                                {"January 22, 2025", "2025-01-22"},
                                                {"3 May 2021", "2021-05-03"},
                                                {"1. März 2019", "2019-03-01"},
                                                {"12. Dez. 2020", "2020-12-12"},
                                                {"gestern", ""},
                                                {"Januar 2025", ""},
                                                {"99999999999999999999 Januar 2025", ""},
                                                {"", ""}}));
  CHECK(parse_date(text) == date);
}

TEST_CASE("posts: signature lines", "[language]") {
  const std::string line = "-Elon Musk (@elonmusk) 22. Januar 2025";
  const auto signature = parse_signature(line, {0, line.size()});
  REQUIRE(signature);
  CHECK(signature->name.of(line) == "Elon Musk");
  CHECK(signature->handle.of(line) == "@elonmusk");
  CHECK(signature->date == "2025-01-22");
  for (const std::string other : {"Elon Musk (@elonmusk) 22. Januar 2025", "- Elon Musk", "—", "- (@x) 2020",
                                  "- a (@b", "", "– Er sagte (am Montag) nichts"}) {
    CAPTURE(other);
    CHECK_FALSE(parse_signature(other, {0, other.size()}));
  }
}
