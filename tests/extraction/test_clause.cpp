// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "extraction/clause.hpp"

using namespace relgraph;

namespace {

/// A clause of blank-parted words; words in braces are arguments: "{Merkel} traf {Macron}".
struct Built {
  std::vector<std::string> forms;
  std::vector<std::string> words;
  Clause clause;

  Built(const std::string& text, bool german) {
    clause.german = german;
    std::vector<std::size_t> names;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      std::string word = text.substr(begin, end - begin);
      if (word.starts_with('{')) {
        word = word.substr(1, word.size() - 2);
        names.push_back(forms.size());
      }
      forms.push_back(word);
      begin = end + 1;
    }
    for (const std::string& form : forms) words.push_back(to_lower(form));
    clause.words = words;
    clause.forms.assign(forms.begin(), forms.end());
    for (const std::size_t at : names) {
      Argument argument;
      argument.entity = clause.arguments.size();
      argument.begin = at;
      argument.end = at + 1;
      argument.type = "person";
      clause.arguments.push_back(argument);
    }
    describe_arguments(clause);
  }
  [[nodiscard]] const Argument& at(std::size_t i) const { return clause.arguments[i]; }
};

}  // namespace

TEST_CASE("clause: prepositions govern the next name, over articles, titles and adjectives", "[extraction]") {
  const Built built("{Merkel} sprach am Montag mit dem neuen Präsidenten {Macron} über {Putin}", true);
  CHECK(built.at(0).preposition.empty());
  CHECK(built.at(1).preposition == "mit");
  CHECK(built.at(2).preposition == "über");
  CHECK(Built("Am Montag rügte {Merkel} {Macron}", true).at(0).preposition.empty());
  CHECK(Built("im Haus die {SPD}", true).at(0).preposition.empty());
  CHECK(Built("zur {SPD}", true).at(0).preposition == "zu");
}

TEST_CASE("clause: genitives", "[extraction]") {
  CHECK(Built("{Musks} Kritik blieb", true).at(0).genitive);
  CHECK(Built("die Kritik der {SPD} blieb", true).at(0).genitive);
  CHECK_FALSE(Built("dann kam die {SPD}", true).at(0).genitive);
  CHECK(Built("{Tesla} 's boss", false).at(0).genitive);
}

TEST_CASE("clause: lists share preposition and group", "[extraction]") {
  const Built built("er traf sich mit {Merkel} , {Macron} und {Putin} , sagte {Xi}", true);
  CHECK(built.at(1).group == built.at(0).group);
  CHECK(built.at(2).group == built.at(0).group);
  CHECK(built.at(2).preposition == "mit");
  CHECK(built.at(3).group != built.at(0).group);
}

TEST_CASE("clause: distances count the marks between clauses", "[extraction]") {
  const Built built("a b , c : d", true);
  CHECK(clause_distance(built.clause, 0, 2) == 2);
  CHECK(clause_distance(built.clause, 2, 0) == 2);
  CHECK(clause_distance(built.clause, 0, 3) == 6);
  CHECK(clause_distance(built.clause, 3, 3) == 0);
  CHECK(clause_distance(built.clause, 3, 5) > 2);
}
