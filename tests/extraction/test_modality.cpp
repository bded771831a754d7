// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "clauses.hpp"

using namespace relgraph::test;

TEST_CASE("status: denied, planned and told by others", "[extraction]") {
  const auto [language, text, edge] = GENERATE(table<std::string, std::string, std::string>({
      {"de", "Angela Merkel kritisierte Olaf Scholz nicht.",
       "Angela Merkel criticizes Olaf Scholz (negated)"},
      {"de", "Microsoft hat Google nie verklagt.", "Microsoft sues Google (negated)"},
      {"en", "Microsoft never sued Google.", "Microsoft sues Google (negated)"},
      {"en", "Microsoft did not acquire GitHub.", "Microsoft acquires GitHub (negated)"},
      {"de", "Microsoft will GitHub übernehmen.", "Microsoft acquires GitHub (planned)"},
      {"en", "Microsoft will acquire GitHub.", "Microsoft acquires GitHub (planned)"},
      {"en", "Microsoft reportedly acquired GitHub.", "Microsoft acquires GitHub (reported)"},
  }));
  CAPTURE(text, edges_of(text, language));
  CHECK(has_edge(text, language, edge));
}

TEST_CASE("status: a denied relation is never asserted", "[extraction]") {
  CHECK_FALSE(has_edge("Microsoft never sued Google.", "en", "Microsoft sues Google"));
  CHECK_FALSE(
      has_edge("Angela Merkel unterstützt Olaf Scholz nicht.", "de", "Angela Merkel supports Olaf Scholz"));
  CHECK(has_edge("Angela Merkel kritisierte nicht nur Olaf Scholz.", "de",
                 "Angela Merkel criticizes Olaf Scholz (negated)") == false);
}

TEST_CASE("status: what stands in a quotation is its speaker's claim", "[extraction]") {
  const relgraph::Graph graph = graph_of("„Microsoft verklagt Google schon wieder“, sagte Tim Cook.", "de");
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].status == relgraph::Status::reported);
  CHECK(graph.edges[0].evidence[0].speaker == "tim-cook");
}
