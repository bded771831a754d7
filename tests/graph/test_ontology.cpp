// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"

using namespace relgraph;

TEST_CASE("ontology: every type is whole") {
  const std::set<std::string> known{"person", "organization", "place", "project", "product"};
  std::set<std::string> ids;
  for (const RelationType& type : relation_types()) {
    CAPTURE(type.id);
    CHECK(ids.insert(type.id).second);
    CHECK(type.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    for (const std::string* text : {&type.label_en, &type.label_de, &type.inverse_en, &type.inverse_de,
                                    &type.meaning_en, &type.meaning_de})
      CHECK_FALSE(text->empty());
    CHECK(std::ranges::any_of(relation_families(), [&](const auto& f) { return f.id == type.family; }));
    for (const auto* ends : {&type.sources, &type.targets})
      for (const std::string& end : *ends) CHECK(known.contains(end));
    if (type.symmetric) CHECK(type.inverse_en == type.label_en);
  }
  CHECK(ids.size() == relation_types().size());
}

TEST_CASE("ontology: the types are those of the guidelines") {
  std::ifstream file(RELGRAPH_SOURCE_DIR "/../shared/gold/GUIDELINES.md");
  if (!file) {
    WARN("the guidelines are not here: skipped");
    return;
  }
  std::set<std::string> wanted;
  for (std::string line; std::getline(file, line);) {
    const bool row = line.starts_with("| `") &&
                     (line.find("→") != std::string::npos || line.find("| symmetric |") != std::string::npos);
    if (row) wanted.insert(line.substr(3, line.find('`', 3) - 3));
  }
  std::set<std::string> ours;
  for (const RelationType& type : relation_types()) ours.insert(type.id);
  CHECK(wanted == ours);
}

TEST_CASE("ontology: names in other vocabularies") {
  const std::set<std::string> quads{"", "verbal cooperation", "material cooperation", "verbal conflict",
                                    "material conflict"};
  for (const RelationType& type : relation_types()) {
    CAPTURE(type.id);
    CHECK(quads.contains(type.plover));
    CHECK_FALSE(type.ftm.empty());
    const std::size_t digits = type.wikidata.starts_with('^') ? 2 : 1;
    if (type.wikidata.empty()) continue;
    CHECK(type.wikidata[digits - 1] == 'P');
    CHECK(type.wikidata.find_first_not_of("0123456789", digits) == std::string::npos);
  }
  CHECK(find_relation_type("works_for")->wikidata == "P108");
  CHECK(find_relation_type("founded")->wikidata == "^P112");
  CHECK(find_relation_type("owns")->ftm == "Ownership");
  CHECK(find_relation_type("criticizes")->ftm == "UnknownLink");
  CHECK(find_relation_type("criticizes")->plover == "verbal conflict");
}

TEST_CASE("ontology: look-up") {
  REQUIRE(find_relation_type("criticizes") != nullptr);
  CHECK(find_relation_type("criticizes")->polarity == Polarity::negative);
  CHECK_FALSE(find_relation_type("criticizes")->symmetric);
  CHECK(find_relation_type("partners_with")->symmetric);
  CHECK(find_relation_type("praises")->polarity == Polarity::positive);
  CHECK(find_relation_type("no_such_type") == nullptr);
  CHECK(relation_label("criticizes", "de") == "kritisiert");
  CHECK(relation_label("criticizes", "en") == "criticizes");
  CHECK(relation_label("looks_like", "de") == "looks like");
}

TEST_CASE("ontology: signatures") {
  const RelationType& founded = *find_relation_type("appoints");
  CHECK(fits_signature(founded, "organization", "person"));
  CHECK_FALSE(fits_signature(founded, "organization", "place"));
  RelationType any;
  CHECK(fits_signature(any, "place", "product"));
}

TEST_CASE("ontology: types of the user stand beside the shipped ones") {
  const std::size_t shipped = relation_types().size();
  extend_ontology(
      "[[family]]\nid = \"lobbying\"\nlabel = { en = \"Lobbying\", de = \"Lobbyarbeit\" }\n"
      "[[type]]\nid = \"lobbies_for\"\nfamily = \"lobbying\"\npolarity = 1\n"
      "label = { de = \"lobbyiert für\", en = \"lobbies for\" }\nsources = [\"organization\"]\n",
      "my.toml");
  REQUIRE(relation_types().size() == shipped + 1);
  const RelationType* type = find_relation_type("lobbies_for");
  REQUIRE(type != nullptr);
  CHECK(type->polarity == Polarity::positive);
  CHECK(relation_label("lobbies_for", "de") == "lobbyiert für");
  CHECK(type->inverse_en == "← lobbies for");
  CHECK(fits_signature(*type, "organization", "person"));
  CHECK_FALSE(fits_signature(*type, "person", "person"));
  // The same file again changes nothing; another definition replaces the first.
  extend_ontology("[[type]]\nid = \"lobbies_for\"\nfamily = \"stance\"\n", "my.toml");
  CHECK(relation_types().size() == shipped + 1);
  CHECK(find_relation_type("lobbies_for")->label_en == "lobbies for");
  CHECK(find_relation_type("lobbies_for")->family == "stance");
}

TEST_CASE("ontology: a mistake in a file is told with line and remedy, and changes nothing") {
  struct Case {
    const char* text;
    std::size_t line;
    const char* message;
    const char* hint;
  };
  const Case cases[] = {
      {"[[type]]\nid = \"a\"\nfamily = \"stances\"\n", 3, "there is no family 'stances'", "stance, conflict"},
      {"[[type]]\nid = \"a\"\n", 1, "'family' is missing", "stance, conflict"},
      {"[[type]]\nfamily = \"stance\"\n", 1, "'id' is missing", "lobbies_for"},
      {"[[type]]\nid = \"Lobbies for\"\nfamily = \"stance\"\n", 2, "'Lobbies for' is no id", "small letters"},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\npolarty = 1\n", 4, "unknown key 'polarty'", "polarity"},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\npolarity = 2\n", 4, "the polarity 2 is none", "-1"},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\npolarity = \"+\"\n", 4, "'polarity' has a wrong value",
       "-1"},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\nlabel = 3\n", 4, "'label' is neither", "en ="},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\nsources = [\"persn\"]\n", 4, "unknown node type 'persn'",
       "person"},
      {"[[type]]\nid = \"a\"\nfamily = \"stance\"\n[[type]]\nid = \"a\"\nfamily = \"stance\"\n", 4, "twice",
       "leave one"},
      {"type = 3\n", 1, "'type' is no list of tables", "[[type]]"},
      {"[[types]]\nid = \"a\"\n", 1, "unknown key 'types'", "family, type"},
      {"[[type]\n", 1, "", ""}};
  const std::size_t before = relation_types().size();
  for (const Case& c : cases) {
    CAPTURE(c.text);
    try {
      extend_ontology(c.text, "my.toml");
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::input);
      CHECK(error.where().file == "my.toml");
      CHECK(error.where().line == c.line);
      CHECK_THAT(error.message(), Catch::Contains(c.message));
      CHECK_THAT(error.hint(), Catch::Contains(c.hint));
    }
  }
  CHECK(relation_types().size() == before);
}
