// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "relgraph/graph.hpp"

using namespace relgraph;

TEST_CASE("properties: set, find, replace") {
  Properties properties;
  set_string(properties, "role", "Vor\"stand");
  set_number(properties, "amount", 5e11);
  set_number(properties, "share", 0.25);
  CHECK(properties == Properties{{"role", R"("Vor\"stand")"}, {"amount", "500000000000"}, {"share", "0.25"}});
  CHECK(string_property(properties, "role") == "Vor\"stand");
  CHECK(number_property(properties, "amount") == 5e11);
  set_number(properties, "amount", -3);
  CHECK(properties[1].json == "-3");
  CHECK(find_property(properties, "share")->json == "0.25");
  CHECK(find_property(properties, "none") == nullptr);
}

TEST_CASE("properties: another kind is no value") {
  const Properties properties{{"s", "\"5\""},       {"n", "5"},   {"l", "[1]"}, {"t", "true"},
                              {"x", "\"\\u00e4\""}, {"e", "1e3"}, {"z", ""},    {"bad", "\"a"}};
  CHECK_FALSE(number_property(properties, "s"));
  CHECK_FALSE(string_property(properties, "n"));
  CHECK_FALSE(number_property(properties, "l"));
  CHECK_FALSE(number_property(properties, "t"));
  CHECK_FALSE(number_property(properties, "z"));
  CHECK_FALSE(string_property(properties, "z"));
  CHECK_FALSE(string_property(properties, "bad"));
  CHECK_FALSE(string_property(properties, "none"));
  CHECK(string_property(properties, "x") == "ä");
  CHECK(number_property(properties, "e") == 1000);
}

TEST_CASE("properties: numbers that other tools write as strings") {
  const Properties properties{{"s", "\"10000000000\""}, {"n", "5"},       {"words", "\"five\""},
                              {"empty", "\"\""},        {"l", "[\"1\"]"}, {"half", "\"1 bn\""}};
  CHECK(numeric_property(properties, "s") == 1e10);
  CHECK(numeric_property(properties, "n") == 5);
  for (const char* name : {"words", "empty", "l", "half", "none"})
    CHECK_FALSE(numeric_property(properties, name));
}

TEST_CASE("main language: that of most documents, English in doubt") {
  Graph graph;
  CHECK(main_language(graph) == "en");
  graph.documents = {{.id = "a", .language = "de-AT"}, {.id = "b", .language = "fr"}};
  CHECK(main_language(graph) == "de");
  graph.documents.push_back({.id = "c", .language = "en"});
  CHECK(main_language(graph) == "en");
}

TEST_CASE("properties: numbers beyond whole doubles keep their value") {
  Properties properties;
  set_number(properties, "n", 1e300);
  CHECK(number_property(properties, "n") == 1e300);
  set_number(properties, "n", 0.1 + 0.2);
  CHECK(number_property(properties, "n") == 0.1 + 0.2);
}

TEST_CASE("status: names there and back") {
  for (const Status status :
       {Status::asserted, Status::reported, Status::planned, Status::former, Status::negated})
    CHECK(parse_status(to_string(status)) == status);
  CHECK(to_string(Status::reported) == "reported");
  CHECK_FALSE(parse_status("Asserted"));
  CHECK_FALSE(parse_status(""));
}
