// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "reading/metadata.hpp"

using namespace relgraph;

TEST_CASE("metadata: dates", "[reading]") {
  const auto [text, date] = GENERATE(table<std::string, std::string>({
      {"2025-01-22", "2025-01-22"},
      {"2025-01-22T18:05:00+02:00", "2025-01-22"},
      {"20250122", "2025-01-22"},
      {"22.01.2025", "2025-01-22"},
      {"22. Januar 2025", "2025-01-22"},
      {"Dienstag, 3. März 2020", "2020-03-03"},
      {"January 22, 2025", "2025-01-22"},
      {"22 Dec 2025", "2025-12-22"},
      {"Wed, 22 Jan 2025 10:00:00 GMT", "2025-01-22"},
      {"2025-02-30", ""},
      {"yesterday", ""},
      {"", ""},
      {"9999999999999-1-1", ""},
  }));
  INFO(text);
  CHECK(normalise_date(text) == date);
}

TEST_CASE("metadata: languages and titles", "[reading]") {
  CHECK(normalise_language("de-AT") == "de");
  CHECK(normalise_language("EN_us") == "en");
  CHECK(normalise_language("German").empty());
  CHECK(one_line("  a\n b\x01\xC2\xAD c ") == "a b c");
}
