// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "extraction/triggers.hpp"

using namespace relgraph;

namespace {

std::vector<std::string> types_in(const std::vector<std::string>& words, std::string_view language) {
  std::vector<std::string> out;
  for (const TriggerMatch& match : triggers(language).find(words)) out.push_back(match.trigger->type->id);
  return out;
}

bool finds(const std::vector<std::string>& words, std::string_view language, const std::string& type) {
  for (const std::string& id : types_in(words, language)) {
    if (id == type) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("triggers: both lists say every relation type in many ways", "[extraction]") {
  for (const char* language : {"de", "en"}) {
    std::set<std::string> types;
    for (const Trigger& trigger : triggers(language).triggers()) types.insert(trigger.type->id);
    CHECK(types.size() == relation_types().size());
    CHECK(triggers(language).triggers().size() > 500);
  }
}

TEST_CASE("triggers: no cue is listed twice for one type and frame", "[extraction]") {
  for (const char* language : {"de", "en"}) {
    std::set<std::string> seen;
    for (const Trigger& trigger : triggers(language).triggers()) {
      std::string key = trigger.type->id + "/" + std::to_string(static_cast<int>(trigger.frame));
      for (const std::string_view word : trigger.cue) key += " " + std::string(word);
      CAPTURE(key);
      CHECK(seen.insert(key).second);
      CHECK_FALSE(trigger.prepositions.empty());
    }
  }
}

TEST_CASE("triggers: stems, tails of compounds and gaps", "[extraction]") {
  CHECK(finds({"kritisierten"}, "de", "criticizes"));
  CHECK(finds({"aufsichtsratschef"}, "de", "leads"));
  CHECK(finds({"wies", "den", "vorwurf", "entschieden", "zurück"}, "de", "rejects"));
  CHECK_FALSE(finds({"wies", "den", "vorwurf"}, "de", "rejects"));
  CHECK(finds({"chief", "executive", "officer"}, "en", "leads"));
  CHECK(types_in({"haus", "baum"}, "de").empty());
  CHECK(types_in({}, "de").empty());
}

TEST_CASE("triggers: the longest cue wins at a word", "[extraction]") {
  const std::vector<std::string> words = {"secretary", "of", "state"};
  for (const TriggerMatch& match : triggers("en").find(words)) {
    if (match.begin == 0) CHECK(match.end == 3);
  }
}

TEST_CASE("triggers: a gap does not stretch over a page", "[extraction]") {
  std::vector<std::string> words(100, "x");
  words.front() = "wies";
  words.back() = "zurück";
  CHECK_FALSE(finds(words, "de", "rejects"));
}
