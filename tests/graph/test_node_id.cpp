// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graph/node_id.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;

TEST_CASE("node id: a slug of the label") {
  const auto [label, id] = GENERATE(table<std::string, std::string>({
      {"Elon Musk", "elon-musk"},
      {"@elonmusk", "elonmusk"},
      {"Jörg Müßiggang-Öztürk", "joerg-muessiggang-oeztuerk"},
      {"Jo\u0308rg", "joerg"},
      {"ÄRGER", "aerger"},
      {"Čapek, François & Søn", "capek-francois-son"},
      {"Łódź", "lodz"},
      {"AT&T", "at-t"},
      {"C++", "c"},
      {"O'Neill", "oneill"},
      {"  X — Y  ", "x-y"},
      {"OpenAI 2.0", "openai-2-0"},
      {"Владимир", "vladimir"},
      {"\u5317\u4eac", "bei-jing"},
      {"ＦＵＬＬ", "full"},
      {"", "node"},
      {"!!!", "node"},
      {"😀", "node"},
      {"\xC3\x28", "node"},
  }));
  CAPTURE(label);
  CHECK(make_node_id(label) == id);
}

TEST_CASE("node id: unique among those that are taken") {
  CHECK(make_node_id("A", std::vector<std::string>{"b"}) == "a");
  CHECK(make_node_id("A", std::vector<std::string>{"a"}) == "a-2");
  CHECK(make_node_id("A", std::vector<std::string>{"a-2"}) == "a");
  CHECK(make_node_id("A", std::vector<std::string>{"a-3", "a", "a-2"}) == "a-4");
  CHECK(make_node_id("", std::vector<std::string>{"node"}) == "node-2");
}

TEST_CASE("node id: long labels are cut, at a word if there is one") {
  CHECK(make_node_id(std::string(1000000, 'x')) == std::string(80, 'x'));
  CHECK(make_node_id(std::string(70, 'x') + " " + std::string(70, 'y')) == std::string(70, 'x'));
  std::string umlauts;
  for (int i = 0; i < 100000; ++i) umlauts += "ä";
  CHECK(make_node_id(umlauts).size() == 80);
}

TEST_CASE("node id: many of one base") {
  NodeIds ids;
  CHECK(ids.make("Müller") == "mueller");
  for (int i = 2; i < 20000; ++i) static_cast<void>(ids.make("Müller"));
  CHECK(ids.make("Mueller") == "mueller-20000");
  CHECK(ids.make("Mueller 3") == "mueller-3-2");
}
