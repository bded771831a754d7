// SPDX-License-Identifier: Apache-2.0
// Error, sha256, tsv, embedded, late_library: a few lines each.
#include <algorithm>
#include <catch2/catch.hpp>

#include "base/embedded.hpp"
#include "base/late_library.hpp"
#include "base/percent.hpp"
#include "base/sha256.hpp"
#include "base/tsv.hpp"
#include "relgraph/error.hpp"

using namespace relgraph;

TEST_CASE("error: the sentence has place, message and hint") {
  CHECK(std::string(Error(ErrorCode::input, "is empty", {.file = "a.txt"}).what()) == "a.txt: is empty");
  const Error error(ErrorCode::input, "bad", {.file = "a", .line = 3, .column = 7, .byte = 99}, "Do this");
  CHECK(std::string(error.what()) == "a:3:7: bad. Do this");
  CHECK(error.message() == "bad");
  CHECK(error.hint() == "Do this");
  CHECK(error.where().line == 3U);
  CHECK(std::string(Error(ErrorCode::usage, "no").what()) == "no");
}

TEST_CASE("error: places") {
  CHECK(to_string(Location{}).empty());
  CHECK(to_string(Location{.file = "a", .line = 3}) == "a:3");
  CHECK(to_string(Location{.file = "a", .byte = 12}) == "a: byte 12");
  CHECK(to_string(Location{.file = {}, .byte = 12}) == "byte 12");
}

TEST_CASE("diagnostics: only failures make a failure") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.failed());
  diagnostics.warn("odd", {.file = "a"});
  CHECK_FALSE(diagnostics.failed());
  diagnostics.fail("bad");
  CHECK(diagnostics.failed());
  REQUIRE(diagnostics.entries.size() == 2);
  CHECK(diagnostics.entries[0].where.file == "a");
}

TEST_CASE("sha256: the examples of the standard") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("tsv: rows with their lines") {
  const auto rows = parse_tsv("# comment\na\tb\r\n\n\tx\t\nlast");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].line == 2);
  CHECK(rows[0].fields == std::vector<std::string_view>{"a", "b"});
  CHECK(rows[1].line == 4);
  CHECK(rows[1].fields == std::vector<std::string_view>{"", "x", ""});
  CHECK(rows[2].line == 5);
  CHECK(rows[2].fields == std::vector<std::string_view>{"last"});
  CHECK(parse_tsv("").empty());
}

TEST_CASE("embedded: the data files are in the program, sorted") {
  const auto files = embedded_files();
  REQUIRE(!files.empty());
  CHECK(std::ranges::is_sorted(files, {}, &EmbeddedFile::path));
  CHECK(embedded_file("ontology.toml").starts_with("# SPDX"));
  CHECK(embedded_file("ontology.toml").ends_with("\n"));
  CHECK_THROWS_AS(embedded_file("none.toml"), Error);
}

TEST_CASE("percent encoding: letters and digits stay, and what is named") {
  CHECK(percent_encoded("aZ09-/ä\x01\xff", "-") == "aZ09-%2F%C3%A4%01%FF");
  CHECK(percent_encoded("", "").empty());
}

TEST_CASE("late_library: a function is found at its first call, or an error says what is missing") {
  const LateFunction<const char*()> version("libz.so.1", "zlibVersion");
  CHECK(std::string(version()).starts_with("1."));
  const LateFunction<void()> no_function("libz.so.1", "no_such_function");
  CHECK_THROWS_WITH(no_function(), "libz.so.1 has no no_such_function");
  const LateFunction<void()> no_library("libnone.so.7", "f");
  CHECK_THROWS_WITH(no_library(), Catch::Contains("cannot load libnone.so.7"));
}
