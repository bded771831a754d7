// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "../language/documents.hpp"
#include "graphs.hpp"

using namespace relgraph;
using namespace relgraph::test;
using Strings = std::vector<std::string>;

TEST_CASE("entities: surnames, first names and genitives join the full name", "[extraction]") {
  const Graph graph = graph_of("Elon Musk kam. Musks Kritik blieb. Gestern sprach Musk mit Elon Musk.", "de");
  REQUIRE(graph.nodes.size() == 1);
  CHECK(graph.nodes[0].label == "Elon Musk");
  CHECK(graph.nodes[0].aliases == Strings{"Musk"});
  CHECK(graph.nodes[0].mentions.size() == 4);
}

TEST_CASE("entities: two people of one surname stay two", "[extraction]") {
  CHECK(nodes_of("Gestern trafen sich Michelle Obama und Barack Obama.", "de") ==
        Strings{"person:Barack Obama", "person:Michelle Obama"});
}

TEST_CASE("entities: acronyms, legal and short forms", "[extraction]") {
  CHECK(nodes_of("We met the Syrian Democratic Forces (SDF). The SDF left.", "en") ==
        Strings{"organization:Syrian Democratic Forces"});
  CHECK(nodes_of("Yesterday Salling Group bought shops. On Monday Salling said so.", "en") ==
        Strings{"organization:Salling Group"});
}

TEST_CASE("entities: a person with a party in brackets is not the party", "[extraction]") {
  CHECK(nodes_of("Gestern sprach Friedrich Merz (CDU).", "de") ==
        Strings{"organization:CDU", "person:Friedrich Merz"});
}

TEST_CASE("entities: the handle of a signature belongs to its name", "[extraction]") {
  const Graph graph = graph_of("This is not true.\n\n— Sam Altman (@sama) January 22, 2025", "en");
  REQUIRE(graph.nodes.size() == 1);
  CHECK(graph.nodes[0].label == "Sam Altman");
  CHECK(graph.nodes[0].aliases == Strings{"@sama"});
  CHECK(graph.nodes[0].mentions[1].kind == "handle");
}

TEST_CASE("entities: names of countries in both languages and all cases", "[extraction]") {
  CHECK(nodes_of("In den USA und den Vereinigten Staaten. Deutschlands Kanzler kam nach Deutschland.", "de")
            .size() == 2);
  CHECK(nodes_of("In the US, in the U.S. and in the United States.", "en").size() == 1);
}

TEST_CASE("entities: what it is is decided over the whole document", "[extraction]") {
  // A preposition once makes no place of a company.
  const auto nodes = nodes_of("Der Umbau bei der Zwurbel AG läuft. Sie investierte in die Zwurbel AG.", "de");
  CHECK(nodes == Strings{"organization:Zwurbel AG"});
}

TEST_CASE("entities: many names in a long text stay apart", "[extraction]") {
  const Strings first = {"Anna", "Bruno", "Clara", "David",  "Elena",  "Fritz", "Greta",
                         "Hugo", "Irene", "Jonas", "Karla",  "Ludwig", "Maria", "Nils",
                         "Olga", "Paul",  "Ruth",  "Stefan", "Tanja",  "Viktor"};
  const Strings last = {"Albrecht", "Brandner", "Carstens",  "Dorfmeister", "Engelke",    "Faber",
                        "Gruber",   "Hartwig",  "Isenberg",  "Jansen",      "Kellermann", "Lohse",
                        "Maurer",   "Nowak",    "Ostermann", "Petersen"};
  std::string text;
  for (const std::string& name : first)
    for (const std::string& surname : last)
      text += "Gestern sprach " + name + " " + surname + " im Rathaus. ";
  CHECK(graph_of(text, "de").nodes.size() > 250);
}
