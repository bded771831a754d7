// SPDX-License-Identifier: Apache-2.0
// Mistakes in pattern files: each is told with its line, a reason and what to write instead.
#include <catch2/catch.hpp>

#include "extraction/grammar/grammar.hpp"
#include "extraction/grammar/pattern_file.hpp"
#include "relgraph/error.hpp"

using namespace relgraph;

namespace {

/// The message of the error that an entry in line 2 gives.
std::string mistake(const std::string& entry) {
  Grammar grammar("en");
  try {
    grammar.add("# remark\n" + entry + "\n", "my.tsv");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
    CHECK(to_string(error.where()) == "my.tsv:2");
    CHECK_FALSE(error.hint().empty());
    return error.message() + " | " + error.hint();
  }
  return "none";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("pattern files: mistakes are told with line, reason and suggestion", "[grammar]") {
  CHECK(mistake("criticizes\tslam\tverb\tsubj\tobj") == "none");
  CHECK(has(mistake("criticises\tslam\tverb\tsubj\tobj"), "did you mean 'criticizes'"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj"), "5 to 8 columns"));
  CHECK(has(mistake("criticizes\tslam\tvreb\tsubj\tobj"), "unknown kind"));
  CHECK(has(mistake("criticizes\t\tverb\tsubj\tobj"), "trigger is empty"));
  CHECK(has(mistake("criticizes\tslam/\tverb\tsubj\tobj"), "variant"));
  CHECK(has(mistake("criticizes\tslam\tverb\tholder\tobj"), "role 'holder'"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj\tat|"), "role of the frame is empty"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj:animal\tobj"), "unknown node type"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj\tobj\t1.5"), "confidence"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj\tobj\t\t[A]1 slams B."), "no target"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj\tobj\t\t[A]1 slams [B."), "not closed"));
  CHECK(has(mistake("criticizes\tslam\tverb\tsubj\tobj\t\t[A]7 slams [B]2."), "well formed"));
  CHECK(has(mistake("criticizes\tsl\xC3m\tverb\tsubj\tobj"), "UTF-8"));
}

TEST_CASE("pattern files: an entry of the same id replaces the first one", "[grammar]") {
  Grammar grammar("en");
  grammar.add("criticizes\tslam\tverb\tsubj\tobj\t0.5\n", "a.tsv");
  grammar.add("criticizes\tslam\tverb\tsubj\tobj\t0.9\npraises\tlaud\tverb\tsubj\tobj\n", "b.tsv");
  REQUIRE(grammar.patterns().size() == 2);
  CHECK(grammar.patterns()[0].confidence == 0.9);
  CHECK(grammar.find("slam").size() == 1);
  CHECK(grammar.find("laud").size() == 1);
  CHECK(grammar.find("nothing").empty());
}

TEST_CASE("pattern files: marks of a sentence", "[grammar]") {
  const MarkedSentence marked = parse_marked("[Ann [Lee]0]1 will sue [Bosch]2. (planned)");
  CHECK(marked.text == "Ann Lee will sue Bosch.");
  CHECK(marked.status == Status::planned);
  REQUIRE(marked.marks.size() == 3);
  CHECK(marked.marks[1].begin == 0);
  CHECK(marked.marks[1].end == 7);
}

TEST_CASE("pattern files: forms lead to the verb that an entry names", "[grammar]") {
  const Grammar& german = *Grammar::shipped("de");
  CHECK(german.key("übernahm", "übernahmen", true) == "übernehmen");
  CHECK(german.key("zurückgewiesen", "zurückgeweisen", true) == "zurückweisen");
  CHECK(german.key("vorzuwerfen", "vorzuwerfen", true) == "vorwerfen");
  CHECK(german.key("kritisierte", "kritisieren", true) == "kritisieren");
  const Grammar& english = *Grammar::shipped("en");
  CHECK(english.key("denied", "denie", true) == "deny");
  CHECK(english.key("slammed", "slamm", true) == "slam");
}
