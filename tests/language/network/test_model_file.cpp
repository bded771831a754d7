// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "language/network/model_file.hpp"
#include "relgraph/error.hpp"

using relgraph::Error;
using relgraph::network::ModelFile;

namespace {

std::string tiny() {
  std::ifstream in(RELGRAPH_SOURCE_DIR "/tests/language/model/tiny.model", std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A file that is there as long as the test.
struct Altered {
  std::string path = "altered.model";
  explicit Altered(const std::string& content) { std::ofstream(path, std::ios::binary) << content; }
  ~Altered() { std::remove(path.c_str()); }
  Altered(const Altered&) = delete;
  Altered& operator=(const Altered&) = delete;
};

}  // namespace

TEST_CASE("a model file is read in place", "[network]") {
  const ModelFile model(RELGRAPH_SOURCE_DIR "/tests/language/model/tiny.model");
  CHECK(model.shape().hidden == 32);
  CHECK(model.labels().upos.size() == 17);
  CHECK(model.floats("norm.weight", 32).size() == 32);
  CHECK_THROWS_AS(model.floats("norm.weight", 33), Error);
  CHECK_THROWS_AS(model.bytes("norm.weight", 32), Error);
  CHECK_THROWS_AS(model.floats("nothing", 1), Error);
}

TEST_CASE("a file that is no whole model is an error", "[network]") {
  std::string content = tiny();
  SECTION("missing") {
    CHECK_THROWS_WITH(ModelFile("no-such.model"), Catch::Contains("cannot be opened"));
    return;
  }
  SECTION("cut") { content.resize(content.size() - 1); }
  SECTION("nearly nothing") { content.resize(20); }
  SECTION("longer") { content += '\0'; }
  SECTION("a changed weight") { content[content.size() - 100] ^= 1; }
  SECTION("a changed header") { content[100] ^= 1; }
  SECTION("another version") { content[8] = 9; }
  SECTION("something else") { content[0] = 'R'; }
  const Altered file(content);
  CHECK_THROWS_AS(ModelFile(file.path), Error);
}
