// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "cli/table.hpp"

using relgraph::cli::Table;

namespace {

const Table k_table{{{"name"}, {"n", true}}, {{"Müller", "7"}, {"日本", "12"}, {"a\033[2Jb", "1"}}};

}  // namespace

TEST_CASE("table: columns are aligned by what a terminal shows", "[cli]") {
  const std::string text = relgraph::cli::to_text(k_table);
  CHECK(text == "name     n\nMüller   7\n日本    12\na\xEF\xBF\xBD[2Jb   1\n");
}

TEST_CASE("table: CSV quotes what needs it and disarms formulas", "[cli]") {
  const Table table{{{"a"}, {"b", true}}, {{"x,\"y\"", "-1"}, {"=1+1", "2"}, {"line\nbreak", "3"}}};
  CHECK(relgraph::cli::to_csv(table) == "a,b\n\"x,\"\"y\"\"\",-1\n'=1+1,2\n\"line\nbreak\",3\n");
}

TEST_CASE("table: Markdown cells stay cells", "[cli]") {
  const Table table{{{"a"}}, {{"x|y <b> *z* [l](u)"}}};
  CHECK(relgraph::cli::to_markdown(table) == "| a |\n| --- |\n| x\\|y &lt;b> \\*z\\* \\[l\\](u) |\n");
}

TEST_CASE("table: numbers", "[cli]") {
  CHECK(relgraph::cli::table_number(3, true) == "3");
  CHECK(relgraph::cli::table_number(0.1234567, false) == "0.123457");
}
