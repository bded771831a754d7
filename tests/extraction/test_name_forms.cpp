// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "extraction/name_forms.hpp"

using namespace relgraph;

TEST_CASE("name forms: legal forms, initials, words", "[extraction]") {
  CHECK(without_legal_form("Brandt & Söhne AG") == "Brandt & Söhne");
  CHECK(without_legal_form("Apple Inc.") == "Apple");
  CHECK(without_legal_form("AG") == "AG");
  CHECK(without_legal_form("") == "");
  CHECK(initials("House of Representatives") == "HR");
  CHECK(initials("Österreichische Volkspartei") == "ÖV");
  CHECK(name_words("  Elon   Musk ").size() == 2);
  CHECK(ends_with_words("Elon Musk", "Musk"));
  CHECK_FALSE(ends_with_words("Elon Musk", "usk"));
  CHECK_FALSE(ends_with_words("Musk", "Musk"));
  CHECK(starts_with_words("Salling Group", "Salling"));
}

TEST_CASE("name forms: acronyms", "[extraction]") {
  CHECK(is_acronym_of("EZB", "Europäische Zentralbank"));
  CHECK(is_acronym_of("SDF", "Syrian Democratic Forces"));
  CHECK_FALSE(is_acronym_of("EZB", "Deutsche Bank"));
  CHECK_FALSE(is_acronym_of("", "Deutsche Bank"));
  CHECK_FALSE(is_acronym_of("DB", "Deutschebank"));
}

TEST_CASE("name forms: handles", "[extraction]") {
  CHECK(is_handle_of("@elonmusk", "Elon Musk"));
  CHECK(is_handle_of("@elon_musk2", "Elon Musk"));
  CHECK(is_handle_of("@realDonaldTrump", "Donald Trump"));
  CHECK_FALSE(is_handle_of("@sama", "Sam Altman"));
  CHECK_FALSE(is_handle_of("@", "Elon Musk"));
}
