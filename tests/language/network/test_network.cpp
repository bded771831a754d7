// SPDX-License-Identifier: Apache-2.0
// Against numbers that training/engine/reference.py made of the same tiny random network.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "language/network/network.hpp"

using namespace relgraph::network;
using Json = nlohmann::json;

namespace {

const std::string k_folder = RELGRAPH_SOURCE_DIR "/tests/language/model/";

Json reference() {
  std::ifstream in(k_folder + "tiny.json");
  return Json::parse(in);
}

const Network& tiny() {
  static const Network network(k_folder + "tiny.model");
  return network;
}

/// Sentences of the reference in one language, as the network takes them.
struct Input {
  std::vector<std::string> texts;
  std::vector<Word> words;
  std::vector<std::size_t> begins{0};
  std::vector<Json> expected;
};

Input sentences(const std::string& row) {
  Input input;
  for (const Json& sentence : reference()) {
    if (sentence.at("row") != row) continue;
    for (const auto& word : sentence.at("words")) input.texts.push_back(word);
    input.begins.push_back(input.texts.size());
    input.expected.push_back(sentence);
  }
  std::size_t at = 0;
  for (const Json& sentence : input.expected)
    for (const bool space : sentence.at("space_before")) input.words.push_back({input.texts[at++], space});
  return input;
}

/// Whether a label is the best one by the reference, or so near to it that a sum on the other side of a
/// border of rounding may have turned them round (docs/model-format.md, "Tolerance").
bool is_best(const Json& logits, std::size_t first, std::size_t count, std::size_t chosen) {
  double best = -1e300, most = 0;
  for (std::size_t i = first; i < first + count; ++i) {
    best = std::max(best, logits.at(i).get<double>());
    most = std::max(most, std::abs(logits.at(i).get<double>()));
  }
  return logits.at(first + chosen).get<double>() >= best - 0.02 * most;
}

bool features_are_best(const Json& logits, const std::uint8_t* values) {
  std::size_t first = 0;
  for (std::size_t f = 0; f < tiny().features(); ++f) {
    const std::size_t count = tiny().labels().features[f].second.size();
    if (!is_best(logits, first, count, values[f])) return false;
    first += count;
  }
  return true;
}

}  // namespace

TEST_CASE("the vocabulary cuts words as the reference does", "[network]") {
  for (const Json& sentence : reference()) {
    std::vector<std::uint32_t> pieces{0};
    for (std::size_t i = 0; i < sentence.at("words").size(); ++i)
      tiny().subwords().append(sentence.at("words")[i].get<std::string>(), sentence.at("space_before")[i],
                               pieces);
    pieces.push_back(2);
    CHECK(pieces == sentence.at("pieces").get<std::vector<std::uint32_t>>());
  }
}

TEST_CASE("all labels are those of the reference", "[network]") {
  const auto work = tiny().make_workspace();
  const std::string row = GENERATE("de", "en");
  const Input input = sentences(row);
  REQUIRE(input.expected.size() > 0);
  Annotation out;
  tiny().annotate(*work, row, input.words, input.begins, out);
  REQUIRE(out.labels.size() == input.words.size());
  const Labels& labels = tiny().labels();
  for (std::size_t s = 0; s < input.expected.size(); ++s) {
    for (std::size_t w = input.begins[s]; w < input.begins[s + 1]; ++w) {
      const std::size_t i = w - input.begins[s];
      const Json& expected = input.expected[s];
      const WordLabels& found = out.labels[w];
      CAPTURE(row, s, i, input.texts[w]);
      CHECK(is_best(expected.at("upos_logits")[i], 0, labels.upos.size(), found.upos));
      CHECK(is_best(expected.at("lemma_logits")[i], 0, labels.scripts.size(), found.script));
      CHECK(features_are_best(expected.at("feature_logits")[i], &out.features[w * tiny().features()]));
      CHECK(found.head == expected.at("heads")[i]);
      CHECK(labels.deprels[found.deprel] == expected.at("deprels")[i]);
      CHECK(labels.name_tags[found.name] == expected.at("names")[i]);
    }
  }
}

TEST_CASE("a sentence is annotated alike alone and among others", "[network]") {
  const auto work = tiny().make_workspace();
  const Input input = sentences("de");
  Annotation together, alone;
  tiny().annotate(*work, "de", input.words, input.begins, together);
  for (std::size_t s = 0; s + 1 < input.begins.size(); ++s) {
    const std::size_t count = input.begins[s + 1] - input.begins[s];
    tiny().annotate(*work, "de", std::span(input.words).subspan(input.begins[s], count),
                    std::vector<std::size_t>{0, count}, alone);
    for (std::size_t w = 0; w < count; ++w) {
      CHECK(alone.labels[w].head == together.labels[input.begins[s] + w].head);
      CHECK(alone.labels[w].script == together.labels[input.begins[s] + w].script);
    }
  }
}

TEST_CASE("a sentence of any length is one tree", "[network]") {
  const auto work = tiny().make_workspace();
  const std::size_t count = GENERATE(1, 62, 63, 200, 777);
  const std::vector<Word> words(count, Word{"Bundesverfassungsgericht", true});
  Annotation out;
  tiny().annotate(*work, "de", words, std::vector<std::size_t>{0, count}, out);
  REQUIRE(out.labels.size() == count);
  std::size_t roots = 0;
  for (std::size_t w = 0; w < count; ++w) {
    std::size_t at = w + 1, steps = 0;
    while (at != 0 && steps++ <= count) at = static_cast<std::size_t>(out.labels[at - 1].head);
    CHECK(steps <= count);
    roots += out.labels[w].head == 0 ? 1 : 0;
  }
  CHECK(roots == 1);
}

TEST_CASE("words of anything do not break the network", "[network]") {
  const auto work = tiny().make_workspace();
  const std::string long_word(100'000, 'x'), control("\x01\x02", 2), bad("\xff\xfe", 2);
  const std::vector<Word> words{{long_word, true}, {"", true},  {" ", true},
                                {control, false},  {bad, true}, {"\u200b", true}};
  Annotation out;
  tiny().annotate(*work, "en", words, std::vector<std::size_t>{0, 3, 3, 6}, out);
  CHECK(out.labels.size() == words.size());
}
