// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace relgraph;

TEST_CASE("dispatch: content decides where the ending does not", "[reading]") {
  CHECK(read_one("<!DOCTYPE html><title>T</title><p>Ein Satz.", "page").title == "T");
  CHECK(read_one("<!DOCTYPE html><title>T</title><p>Ein Satz.", "page.txt").title == "T");
  CHECK(read_one("{\"id\": \"x\", \"text\": \"Ein Satz.\"}", "-").id == "x");
  CHECK(read_one("# Kein Markdown, nur Text.", "a.txt").text == "# Kein Markdown, nur Text.");
  CHECK(read_one("Ein Satz.", "-").id == "stdin");
  CHECK(read_one("Ein Satz.", "folder/My article.v2.txt").id == "My article.v2");
}

TEST_CASE("jsonl: good lines come out, bad lines are named", "[reading]") {
  Diagnostics diagnostics;
  const auto documents = parse_documents(
      "{\"id\": \"a\", \"title\": \"T\", \"text\": \"Erster.\\n\\nZweiter.\", \"date\": \"22.1.2025\", "
      "\"language\": \"de\"}\n"
      "not json\n\n[1]\n{\"id\": \"b\"}\n{\"id\": 7, \"text\": \"Drei.\"}\n{\"id\": \"a\", \"text\": "
      "\"Vier.\"}\n{\"text\": \"Fünf.\"}",
      "x.jsonl", {}, diagnostics);
  REQUIRE(documents.size() == 4);
  CHECK(documents[0].date == "2025-01-22");
  CHECK(documents[0].blocks.size() == 2);
  CHECK(documents[1].id == "7");
  CHECK(documents[2].id == "a-2");
  CHECK(documents[3].id == "line-8");
  REQUIRE(diagnostics.entries.size() == 3);
  CHECK(diagnostics.entries[0].where.line == 2);
  CHECK(diagnostics.entries[2].where.line == 5);
  CHECK(diagnostics.failed());
}
