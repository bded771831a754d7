// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "../language/documents.hpp"
#include "extraction/grammar/grammar.hpp"
#include "marked.hpp"
#include "relgraph/extraction.hpp"
#include "relgraph/ontology.hpp"
#include "relgraph/teaching.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

/// Type, trigger, kind, source and target.
std::string entry(std::string_view sentence, std::string_view type, std::string_view language) {
  const TaughtPattern taught = pattern_from_example(sentence, type, language);
  std::string out = taught.line.substr(0, taught.line.find("\t\t"));
  for (char& c : out)
    if (c == '\t') c = ' ';
  return out;
}

}  // namespace

TEST_CASE("teaching: one word that joins the two becomes the trigger", "[teaching]") {
  CHECK(entry("[Siemens]1 hofiert [Bosch]2.", "supports", "de") == "supports hofieren verb subj obj");
  CHECK(entry("[Siemens]1 pampers [Bosch]2.", "supports", "en") == "supports pamper verb subj obj");
  CHECK(entry("ENTITY:organization lobbyiert bei ENTITY:place für …", "demands_from", "de") ==
        "demands_from lobbyieren verb subj:organization bei:place");
  CHECK(entry("ENTITY is the mouthpiece of ENTITY.", "supports", "en") ==
        "supports mouthpiece role holder of");
}

TEST_CASE("teaching: the marks say who acts, whatever the construction", "[teaching]") {
  CHECK(entry("[Bosch]2 wird von [Siemens]1 hofiert.", "supports", "de") ==
        "supports hofieren verb subj obj");
}

TEST_CASE("teaching: other words of the example are asked for", "[teaching]") {
  const std::string line = entry("[Anna Weber]1 hält [Bosch]2 die Treue.", "supports", "de");
  CHECK_THAT(line, Catch::StartsWith("supports treue halten verb subj obj"));
  Grammar grammar("de");
  grammar.add(pattern_from_example("[Anna Weber]1 hält [Bosch]2 die Treue.", "supports", "de").line, "t");
  const auto found = match_marked({{parse_marked("[Paul Keller]1 hielt [Bosch]2 die Treue.")},
                                   {parse_marked("[Paul Keller]1 hält [Bosch]2 für gut.")},
                                   {parse_marked("[Paul Keller]1 hielt [Bosch]2 nicht die Treue.")}},
                                  grammar);
  REQUIRE(found[0].size() == 1);
  CHECK(found[0][0].edge == "1 supports 2");
  CHECK(found[1].empty());
  REQUIRE(found[2].size() == 1);
  CHECK(found[2][0].edge == "1 supports 2 (negated)");
}

TEST_CASE("teaching: what cannot be learned is said", "[teaching]") {
  CHECK_THROWS_WITH(pattern_from_example("[Siemens]1 schweigt.", "supports", "de"),
                    Catch::Contains("one source and one target"));
  CHECK_THROWS_WITH(pattern_from_example("[Siemens]1 und [Bosch]2.", "supports", "de"),
                    Catch::Contains("joins the two"));
  CHECK_THROWS_WITH(pattern_from_example("[Siemens]1 mag [Bosch]2.", "adores", "de"),
                    Catch::Contains("no relation type 'adores'"));
  CHECK_THROWS_WITH(pattern_from_example("ENTITY:persn mag ENTITY.", "supports", "de"),
                    Catch::Contains("unknown type 'persn'"));
  CHECK_THROWS_WITH(pattern_from_example("ENTITY mag ENTITY und ENTITY.", "supports", "de"),
                    Catch::Contains("more than two"));
  CHECK_THROWS_WITH(pattern_from_example("[Siemens mag [Bosch]2.", "supports", "de"),
                    Catch::Contains("mark"));
  CHECK_THROWS_WITH(pattern_from_example("ENTITY:place heiratet ENTITY:place.", "family_of", "de"),
                    Catch::Contains("does not lead from place to place"));
}

TEST_CASE("teaching: a file of users is read beside the shipped grammar", "[teaching]") {
  extend_ontology("[[type]]\nid = \"pampers\"\nfamily = \"cooperation\"\n", "my.toml");
  const TaughtPattern taught = pattern_from_example("[Siemens]1 hofiert [Bosch]2.", "pampers", "de");
  std::string file = with_pattern("", taught);
  CHECK(file == "# language: de\n" + taught.line + "\n");
  CHECK(with_pattern(file, taught) == file);
  const TaughtPattern english = pattern_from_example("[Siemens]1 pampers [Bosch]2.", "pampers", "en");
  file = with_pattern(file, english);
  CHECK(file == "# language: de\n" + taught.line + "\n\n# language: en\n" + english.line + "\n");
  const auto edges = [] {
    const Analysed a =
        analysed("Nach Angaben der Zeitung hofiert Microsoft seit Jahren Nvidia.", "de", extraction_layers());
    std::size_t count = 0;
    for (const Edge& edge : extract(a.document, a.analysis).edges) {
      if (edge.type != "pampers") continue;
      ++count;
      CHECK(edge.evidence.front().by == "grammar:de:hofieren:pampers:verb:subj>obj");
    }
    return count;
  };
  CHECK(edges() == 0);
  extend_grammar(file, "my.tsv");
  CHECK(edges() == 1);
}

TEST_CASE("teaching: a mistake in a file of users is told with its line", "[teaching]") {
  const auto line_of = [](std::string_view text) {
    try {
      extend_grammar(text, "my.tsv");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::input);
      CHECK(error.where().file == "my.tsv");
      CHECK_FALSE(error.hint().empty());
      return error.where().line.value_or(0);
    }
    return std::size_t{0};
  };
  CHECK(line_of("supports\tmögen\tverb\tsubj\tobj\n") == 1);
  CHECK(line_of("# language: fr\n") == 1);
  CHECK(line_of("# language: en\nsupports\tlike\tverb\tsubj\tobj\n# language: "
                "de\n\nsupprts\tmögen\tverb\tsubj\tobj\n") == 5);
  CHECK(line_of("# language: en\nsupports\tlike\tverb\tsubj\n") == 2);
}
