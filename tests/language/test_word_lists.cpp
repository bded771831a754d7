// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "base/utf8.hpp"
#include "language/lexicon.hpp"

using namespace relgraph;

TEST_CASE("word lists: every file says where it is from and is sorted, in UTF-8 and not large",
          "[language]") {
  std::size_t bytes = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("words/")) continue;
    CAPTURE(file.path);
    bytes += file.text().size();
    CHECK(file.text().starts_with("# "));
    CHECK(is_valid_utf8(file.text()));
    const auto rows = parse_tsv(file.text());
    CHECK_FALSE(rows.empty());
    for (std::size_t i = 1; i < rows.size(); ++i) REQUIRE(rows[i - 1].fields[0] <= rows[i].fields[0]);
  }
  CHECK(bytes < 700'000);
}

TEST_CASE("word lists: cues have only known classes", "[language]") {
  const std::set<std::string_view> known = {"title",   "say",         "org",     "orghead",     "orgtail",
                                            "place",   "placehead",   "project", "projecthead", "projecttail",
                                            "product", "producthead", "legal",   "month",       "day",
                                            "never",   "inplace",     "link",    "body"};
  for (const char* language : {"de", "en"}) {
    for (const TsvRow& row : parse_tsv(embedded_file("words/cues." + std::string(language) + ".tsv"))) {
      CAPTURE(row.line);
      REQUIRE(row.fields.size() == 2);
      CHECK(known.contains(row.fields[1]));
    }
  }
}
