// SPDX-License-Identifier: Apache-2.0
// Every entry of the shipped grammar finds the relation of its example, with source, target and status, and
// nothing in its near miss.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "extraction/reader_sizes.hpp"
#include "marked.hpp"

using namespace relgraph;
using namespace relgraph::test;

namespace {

std::string_view type_of(const PatternEnd& end, const std::vector<std::string>& allowed,
                         std::string_view usual) {
  if (end.type) return k_type_names[*end.type];
  return allowed.empty() || std::ranges::find(allowed, usual) != allowed.end()
             ? usual
             : std::string_view(allowed.front());
}

std::string all_of(const std::vector<Found>& found) {
  std::string out;
  for (const Found& f : found) out += (out.empty() ? "" : ", ") + f.edge + " by " + f.pattern->id;
  return out.empty() ? "nothing" : out;
}

void check_examples(std::string_view language) {
  const Grammar& grammar = *Grammar::shipped(language);
  std::vector<MarkedInput> inputs;
  std::vector<const Pattern*> patterns;
  std::vector<bool> positive;
  for (const Pattern& pattern : grammar.patterns()) {
    if (pattern.type == nullptr) continue;
    for (const std::string& sentence : {pattern.example, pattern.near_miss}) {
      if (sentence.empty()) continue;
      inputs.push_back({parse_marked(sentence), type_of(pattern.source, pattern.type->sources, "person"),
                        type_of(pattern.target, pattern.type->targets, "organization")});
      patterns.push_back(&pattern);
      positive.push_back(&sentence == &pattern.example || sentence == pattern.example);
    }
  }
  const auto found = match_marked(inputs, grammar);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Pattern& pattern = *patterns[i];
    const Status status = inputs[i].sentence.status;
    const std::string tail = status == Status::asserted ? "" : " (" + std::string(to_string(status)) + ")";
    const std::string edge = "1 " + pattern.type->id + " 2" + tail;
    const std::string turned = "2 " + pattern.type->id + " 1" + tail;
    const bool has = std::ranges::any_of(found[i], [&](const Found& f) {
      return f.pattern == &pattern && (f.edge == edge || (pattern.type->symmetric && f.edge == turned));
    });
    if (positive[i] ? has : found[i].empty()) continue;
    FAIL_CHECK("line " << pattern.line << ": " << pattern.id << ": " << inputs[i].sentence.text
                       << (positive[i] ? " gives " : " is a near miss but gives ") << all_of(found[i]));
  }
  SUCCEED();
}

/// Every type has patterns, and every pattern its example.
void check_coverage(std::string_view language) {
  std::set<std::string> types;
  for (const Pattern& pattern : Grammar::shipped(language)->patterns()) {
    if (pattern.type != nullptr) types.insert(pattern.type->id);
    if (pattern.type != nullptr && pattern.example.empty()) FAIL_CHECK(pattern.id << " has no example");
  }
  for (const RelationType& type : relation_types())
    if (!types.contains(type.id)) FAIL_CHECK(type.id << " has no pattern in " << language);
  CHECK(types.size() == relation_types().size());
}

}  // namespace

TEST_CASE("patterns: every German example gives its relation, no near miss does", "[grammar]") {
  check_examples("de");
}

TEST_CASE("patterns: every English example gives its relation, no near miss does", "[grammar]") {
  check_examples("en");
}

TEST_CASE("patterns: all relation types are covered in both languages", "[grammar]") {
  check_coverage("de");
  check_coverage("en");
}
