// SPDX-License-Identifier: Apache-2.0
// Against numbers that training/tiny_relations.py made of the same tiny random reader and text.
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "extraction/reading.hpp"
#include "relgraph/error.hpp"

using namespace relgraph;
using Json = nlohmann::json;

namespace {

const std::string k_folder = RELGRAPH_SOURCE_DIR "/tests/extraction/model/";

struct Tiny {
  Json expected;
  Document document;
  Analysis analysis;
  ReaderModel model;
  std::unique_ptr<network::Workspace> work;

  explicit Tiny(Json json)
      : expected(std::move(json)),
        model(k_folder + "tiny.relations", {expected.at("base").get<std::uint32_t>(), 2, 32}),
        work(network::make_workspace(model.maker)) {
    document.text = expected.at("text");
    analysis.language = "de";
    for (const Json& span : expected.at("words")) {
      Token token;
      token.span = {span[0], span[1]};
      analysis.tokens.push_back(token);
    }
    for (const Json& range : expected.at("sentences")) {
      const std::size_t first = range[0], end = range[1];
      analysis.sentences.push_back(
          {{analysis.tokens[first].span.begin, analysis.tokens[end - 1].span.end}, first, end, false});
      for (std::size_t w = first; w < end; ++w)
        analysis.tokens[w].head =
            expected.at("heads")[w].get<std::int32_t>() - static_cast<std::int32_t>(first);
    }
    PieceVectors& vectors = analysis.vectors;
    vectors.width = 32;
    vectors.begins = expected.at("begins").get<std::vector<std::size_t>>();
    for (const Json& pieces : expected.at("pieces")) vectors.words.emplace_back(pieces[0], pieces[1]);
    for (const float value : expected.at("vectors").get<std::vector<float>>())
      vectors.values.push_back(
          static_cast<std::uint16_t>((std::bit_cast<std::uint32_t>(value) + 0x8000U) >> 16));
  }
};

Tiny tiny() {
  std::ifstream in(k_folder + "relations.json");
  return Tiny(Json::parse(in));
}

}  // namespace

TEST_CASE("reader: words, mentions, entities and relations as the reference has them", "[extraction]") {
  Tiny t = tiny();
  Reading reading{t.document, t.analysis, t.model, *t.work};
  read_words(reading);
  const auto words = t.expected.at("word_vectors").get<std::vector<float>>();
  REQUIRE(reading.words.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(std::abs(reading.words[i] - words[i]) < 0.05F);

  find_mentions(reading);
  find_entities(reading);
  Json mentions = Json::array();
  for (const EntityMention& m : reading.mentions)
    mentions.push_back({m.first, m.last, k_form_names[static_cast<std::size_t>(m.form)],
                        m.entity ? static_cast<int>(*m.entity) : -1});
  CHECK(mentions == t.expected.at("mentions"));
  Json entities = Json::array();
  for (const Entity& e : reading.entities) entities.push_back({k_type_names[e.type], e.label});
  CHECK(entities == t.expected.at("entities"));

  const std::vector<Statement> statements = find_statements(reading);
  REQUIRE_FALSE(statements.empty());
  for (const Statement& s : statements) {
    const Json* found = nullptr;
    for (const Json& r : t.expected.at("relations")) {
      const bool straight = r[0] == s.source && r[1] == s.target;
      const bool turned = s.type->symmetric && r[0] == s.target && r[1] == s.source;
      if (r[2] == s.type->id && (straight || turned)) found = &r;
    }
    CAPTURE(s.source, s.target, s.type->id);
    REQUIRE(found != nullptr);
    // The reference keeps the surest sentence and direction of an edge only.
    CHECK(s.confidence <= (*found)[3].get<double>() + 0.03);
  }
  for (const Json& r : t.expected.at("relations")) {
    double best = 0;
    for (const Statement& s : statements)
      if (s.type->id == r[2] && ((r[0] == s.source && r[1] == s.target) ||
                                 (s.type->symmetric && r[0] == s.target && r[1] == s.source)))
        best = std::max(best, s.confidence);
    CAPTURE(r);
    if (best > 0) CHECK(std::abs(best - r[3].get<double>()) < 0.03);  // 0: the types do not fit
  }
}

TEST_CASE("reader: texts without words, mentions or vectors", "[extraction]") {
  Tiny t = tiny();
  t.analysis.tokens.clear();
  t.analysis.sentences.clear();
  t.analysis.vectors.words.clear();
  t.analysis.vectors.begins.assign(1, 0);
  Reading reading{t.document, t.analysis, t.model, *t.work};
  read_words(reading);
  find_mentions(reading);
  find_entities(reading);
  CHECK(reading.mentions.empty());
  CHECK(find_statements(reading).empty());
}

TEST_CASE("reader: a file that is missing, cut or of another language model is a clear error",
          "[extraction]") {
  const std::string path = k_folder + "tiny.relations";
  const ReaderBase k_base{7, 2, 32};
  CHECK_THROWS_AS(ReaderModel(path, {7, 2, 64}), Error);
  CHECK_THROWS_WITH(ReaderModel(path, {8, 2, 32}), Catch::Contains("another language model"));
  CHECK_THROWS_AS(ReaderModel("no-such.relations", k_base), Error);
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const auto with = [&](const std::string& content) {
    const auto file = std::filesystem::temp_directory_path() / "relgraph-damaged.relations";
    std::ofstream(file, std::ios::binary) << content;
    CHECK_THROWS_AS(ReaderModel(file.string(), k_base), Error);
    std::filesystem::remove(file);
  };
  with(bytes.substr(0, 20));
  with(bytes.substr(0, bytes.size() / 2));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] + 1);
  with(bytes);
  CHECK_THROWS_AS(ReaderModel(RELGRAPH_SOURCE_DIR "/tests/language/model/tiny.model", k_base), Error);
}
