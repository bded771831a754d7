// SPDX-License-Identifier: Apache-2.0
// One relation in many constructions (paraphrases.*.tsv): found with its status, and not found where it is
// asked.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "base/file.hpp"
#include "base/tsv.hpp"
#include "marked.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

void check_paraphrases(const std::string& language) {
  const std::string text =
      read_file(std::string(RELGRAPH_SOURCE_DIR) + "/tests/extraction/paraphrases." + language + ".tsv",
                std::size_t{1} << 20U);
  std::vector<MarkedInput> inputs;
  std::vector<TsvRow> rows = parse_tsv(text);
  std::map<std::string, int> constructions;
  for (const TsvRow& row : rows) {
    REQUIRE(row.fields.size() == 5);
    inputs.push_back({parse_marked(row.fields[4]), row.fields[1], row.fields[2]});
    ++constructions[std::string(row.fields[0])];
  }
  CHECK(constructions.size() >= 10);
  for (const auto& [type, count] : constructions) {
    INFO(type);
    CHECK(count >= 8);
  }
  const auto found = match_marked(inputs, *Grammar::shipped(language));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Status status = inputs[i].sentence.status;
    std::string edge = "1 " + std::string(rows[i].fields[0]) + " 2";
    if (status != Status::asserted) edge += " (" + std::string(to_string(status)) + ")";
    std::string all;
    for (const Found& f : found[i]) all += f.edge + "; ";
    INFO("line " << rows[i].line << ": " << rows[i].fields[4] << " gives " << all);
    if (rows[i].fields[3] == "question")
      CHECK(found[i].empty());
    else
      CHECK(std::ranges::find(found[i], edge, &Found::edge) != found[i].end());
  }
}

}  // namespace

TEST_CASE("paraphrases: German constructions of ten predicates", "[grammar]") { check_paraphrases("de"); }

TEST_CASE("paraphrases: English constructions of ten predicates", "[grammar]") { check_paraphrases("en"); }
