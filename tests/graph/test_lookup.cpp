// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;
using Catch::Matchers::Contains;

namespace {

Graph sample() {
  Graph graph;
  graph.nodes = {actor("elon-musk", "Elon Musk", "person", {"Musk", "@elonmusk"}),
                 actor("kimbal-musk", "Kimbal Musk", "person", {"Musk"}), actor("mueller", "Jörg Müller"),
                 actor("openai", "OpenAI", "organization", {"Open AI Inc."}),
                 actor("musk-foundation", "MUSK", "organization")};
  return graph;
}

std::string failure(std::string_view name) {
  return error_of([&] { static_cast<void>(resolve_node(sample(), name)); }, ErrorCode::usage);
}

}  // namespace

TEST_CASE("lookup: by id, label and alias") {
  CHECK(resolve_node(sample(), "elon-musk") == 0);
  CHECK(resolve_node(sample(), "Kimbal Musk") == 1);
  CHECK(resolve_node(sample(), "@elonmusk") == 0);
  CHECK(resolve_node(sample(), "Open AI Inc.") == 3);
}

TEST_CASE("lookup: case, accents and white space do not matter") {
  CHECK(resolve_node(sample(), "  elon   MUSK ") == 0);
  CHECK(resolve_node(sample(), "jorg muller") == 2);
  CHECK(resolve_node(sample(), "JÖRG MÜLLER") == 2);
  CHECK(resolve_node(sample(), "Elon-Musk") == 0);
}

TEST_CASE("lookup: an exact match wins over an inexact one") {
  // "MUSK" is a label as it stands, and an alias of two others if case does not matter.
  CHECK(resolve_node(sample(), "MUSK") == 4);
}

TEST_CASE("lookup: what may be several is an error that lists them") {
  const std::string message = failure("Musk");
  CHECK_THAT(message, Contains("\"Musk\" may be any of 2 nodes"));
  CHECK_THAT(message, Contains("elon-musk (Elon Musk, person), kimbal-musk (Kimbal Musk, person)"));
  CHECK_THAT(failure("musk"), Contains("any of 3 nodes"));
}

TEST_CASE("lookup: the nearest names are suggested") {
  CHECK_THAT(failure("Elon Msuk"), Contains("Did you mean \"Elon Musk\""));
  CHECK_THAT(failure("Kimb"), Contains("Did you mean \"Kimbal Musk\"?"));
  CHECK_THAT(failure("Muller"), Contains("Did you mean \"Jörg Müller\"?"));
  CHECK_THAT(failure("Zanzibar Zeitung"), !Contains("Did you mean"));
  CHECK_THAT(failure(""), Contains("there is no node \"\""));
  CHECK_THAT(failure("\x1b[31m"), !Contains("\x1b"));
}
