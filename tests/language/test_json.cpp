// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "documents.hpp"

using namespace relgraph;
using namespace relgraph::test;

TEST_CASE("analysis as JSON: valid, with the text under every span", "[language]") {
  const Analysed a = analysed("„Wir \\gehen \"heute\" noch“, sagte Angela Merkel.", "de");
  const auto json = nlohmann::json::parse(to_json(a.document, a.analysis));
  CHECK(json["language"] == "de");
  REQUIRE(json["sentences"].size() == 1);
  CHECK(json["sentences"][0]["tokens"].size() == a.analysis.tokens.size());
  REQUIRE(json["names"].size() == 1);
  CHECK(json["names"][0]["text"] == "Angela Merkel");
  CHECK(json["names"][0]["kind"] == "person");
  REQUIRE(json["quotations"].size() == 1);
  CHECK(json["quotations"][0]["speaker"]["text"] == "Angela Merkel");
  for (const auto& token : json["sentences"][0]["tokens"]) {
    const std::size_t begin = token["begin"];
    const std::size_t end = token["end"];
    CHECK(token["text"] == a.document.text.substr(begin, end - begin));
  }
}

TEST_CASE("analysis as JSON: nothing to say is empty lists", "[language]") {
  const auto json = nlohmann::json::parse(to_json(document_of(""), {}));
  CHECK(json["sentences"].empty());
  CHECK(json["names"].empty());
}
