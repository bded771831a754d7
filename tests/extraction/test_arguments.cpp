// SPDX-License-Identifier: Apache-2.0
// Direction, voice and place of the arguments, seen through the whole of extraction.
#include <catch2/catch.hpp>

#include "clauses.hpp"

using namespace relgraph;
using namespace relgraph::test;
using Strings = std::vector<std::string>;

TEST_CASE("arguments: verbs in every order of German and English", "[extraction]") {
  const auto [language, text, edge] = GENERATE(table<std::string, std::string, std::string>({
      {"de", "Angela Merkel kritisierte Olaf Scholz.", "Angela Merkel criticizes Olaf Scholz"},
      {"de", "Am Montag kritisierte Angela Merkel die SPD.", "Angela Merkel criticizes SPD"},
      {"de", "Angela Merkel hat am Montag Olaf Scholz kritisiert.", "Angela Merkel criticizes Olaf Scholz"},
      {"de", "Angela Merkel wurde von Olaf Scholz kritisiert.", "Olaf Scholz criticizes Angela Merkel"},
      {"de", "Die SPD wies den Vorschlag von Angela Merkel zurück.", "SPD rejects Angela Merkel"},
      {"de", "YouTube gehört Google.", "Google owns YouTube"},
      {"en", "Angela Merkel criticized Olaf Scholz on Monday.", "Angela Merkel criticizes Olaf Scholz"},
      {"en", "Olaf Scholz was criticized by Angela Merkel.", "Angela Merkel criticizes Olaf Scholz"},
      {"en", "Microsoft acquired GitHub in 2018.", "Microsoft acquires GitHub"},
      {"en", "Microsoft sued Google on Friday.", "Microsoft sues Google"},
  }));
  CAPTURE(text, edges_of(text, language));
  CHECK(has_edge(text, language, edge));
}

TEST_CASE("arguments: a passive is not turned the wrong way", "[extraction]") {
  const auto [language, text, edge] = GENERATE(table<std::string, std::string, std::string>({
      {"de", "Angela Merkel wurde von Olaf Scholz kritisiert.", "Angela Merkel criticizes Olaf Scholz"},
      {"en", "Olaf Scholz was criticized by Angela Merkel.", "Olaf Scholz criticizes Angela Merkel"},
      {"en", "GitHub was acquired by Microsoft.", "GitHub acquires Microsoft"},
      {"de", "Opel wurde von Peugeot übernommen.", "Opel acquires Peugeot"},
  }));
  CAPTURE(text, edges_of(text, language));
  CHECK_FALSE(has_edge(text, language, edge));
}

TEST_CASE("arguments: nouns made of verbs", "[extraction]") {
  CHECK(has_edge("Angela Merkels Kritik an Olaf Scholz hält an.", "de",
                 "Angela Merkel criticizes Olaf Scholz"));
  CHECK(has_edge("Die Klage der SPD gegen Google wurde abgewiesen.", "de", "SPD sues Google"));
  CHECK(has_edge("Angela Merkel repeated her criticism of Olaf Scholz.", "en",
                 "Angela Merkel criticizes Olaf Scholz"));
}

TEST_CASE("arguments: both sides alike", "[extraction]") {
  CHECK(edges_of("Der Streit zwischen Angela Merkel und Olaf Scholz geht weiter.", "de") ==
        Strings{"Angela Merkel conflicts_with Olaf Scholz"});
  CHECK(edges_of("Google kooperiert mit Microsoft.", "de") == Strings{"Google partners_with Microsoft"});
  CHECK(has_edge("Microsoft merged with Google.", "en", "Google merges_with Microsoft"));
}

TEST_CASE("arguments: lists give one edge each", "[extraction]") {
  const auto edges =
      edges_of("Angela Merkel kritisierte Olaf Scholz, Robert Habeck und Christian Lindner.", "de");
  CHECK(edges == Strings{"Angela Merkel criticizes Christian Lindner", "Angela Merkel criticizes Olaf Scholz",
                         "Angela Merkel criticizes Robert Habeck"});
}

TEST_CASE("arguments: cues of plain sentences do not reach far", "[extraction]") {
  CHECK(has_edge("Google entwickelt Android.", "de", "Google develops Android"));
  CHECK(edges_of("Google entwickelt sich gut, doch am Ende des Jahres kam dann noch die Klage von Microsoft.",
                 "de")
            .empty());
}

TEST_CASE("arguments: brackets and names side by side", "[extraction]") {
  CHECK(has_edge("Gestern sprach Friedrich Merz (CDU) lange.", "de", "Friedrich Merz member_of CDU"));
  CHECK(has_edge("The plant in Munich, Germany, was closed.", "en", "Munich part_of Germany"));
  CHECK(edges_of("Er war in Berlin, Hamburg und Paris.", "de").empty());
}

TEST_CASE("arguments: names that only stand together are joined by nothing", "[extraction]") {
  CHECK(edges_of("Angela Merkel und Olaf Scholz kamen mit Robert Habeck nach Berlin.", "de").empty());
  CHECK(edges_of("Angela Merkel read a book about Apple.", "en").empty());
}

TEST_CASE("arguments: types must fit", "[extraction]") {
  // Nobody merges with a city, and a city holds no office.
  CHECK_FALSE(has_edge("Angela Merkel fusioniert mit Berlin.", "de", "Angela Merkel merges_with Berlin"));
}
