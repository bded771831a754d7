// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

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
