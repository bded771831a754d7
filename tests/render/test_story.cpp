// SPDX-License-Identifier: Apache-2.0
// Several pictures of one layout.
#include "relgraph/story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "fixtures.hpp"
#include "xml.hpp"

using namespace relgraph;

namespace {

std::string content(const std::string& name) {
  std::ifstream file(std::string(RELGRAPH_SOURCE_DIR) + "/" + name);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

/// Ids of the groups that are faded, without the id of their picture.
std::set<std::string> faded(const Drawing& drawing) {
  std::set<std::string> out;
  for (const xml::Element& element : xml::parse(drawing.svg)) {
    if (element.name != "g" || !element.attributes.contains("opacity")) continue;
    out.insert(element.attributes.at("id").substr(drawing.id.size()));
  }
  return out;
}

/// Every path, box and text of a picture with its place, without ids and opacities.
std::multiset<std::string> shapes(const Drawing& drawing) {
  std::multiset<std::string> out;
  for (const xml::Element& element : xml::parse(drawing.svg)) {
    if (element.name == "path") out.insert(element.attributes.at("d"));
    if (element.name == "rect" && element.attributes.contains("x")) {
      out.insert(element.attributes.at("x") + " " + element.attributes.at("y"));
    }
  }
  return out;
}

std::string message_of(const std::string& toml, ErrorCode code, const Graph* graph = nullptr) {
  try {
    const Story story = parse_story(toml, "s.toml");
    if (graph != nullptr) (void)draw_story(*graph, {}, story);
  } catch (const Error& error) {
    CHECK(error.code() == code);
    CHECK(error.where().file == "s.toml");
    return error.message();
  }
  FAIL("no error");
  return {};
}

}  // namespace

TEST_CASE("story: one layout and size, others faded, captions seen and read") {
  const Graph graph = fixtures::quarrel();
  const Story story = parse_story(R"(title = "How it came about"
[[step]]
caption = "First they quarrel"
text = "Anna does not like Bruno, and Bruno does not like Anna."
show = ["anna berg", "Bruno Carl"]
[[step]]
caption = "Then there is peace"
)",
                                  "s.toml");
  const std::vector<Drawing> pictures = draw_story(graph, {}, story);
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[0].width == pictures[1].width);
  CHECK(pictures[0].height == pictures[1].height);
  CHECK(shapes(pictures[0]) == shapes(pictures[1]));
  CHECK(pictures[0].positions == pictures[1].positions);
  CHECK(pictures[0].id == draw(graph, {.title = "How it came about"}).id + "-1");
  CHECK(faded(pictures[0]) == std::set<std::string>{"-n-dora-ernst", "-n-foo-works", "-n-greifswald",
                                                    "-e-anna-berg-foo-works", "-e-bruno-carl-foo-works",
                                                    "-e-dora-ernst-anna-berg", "-e-dora-ernst-bruno-carl",
                                                    "-e-dora-ernst-foo-works", "-e-foo-works-greifswald"});
  CHECK(faded(pictures[1]).empty());
  const auto all = xml::parse(pictures[0].svg);
  CHECK(all[1].text == "How it came about");
  CHECK(
      all[2].text.starts_with("First they quarrel\nAnna does not like Bruno, and Bruno does not like "
                              "Anna.\nIn focus: Anna Berg, Bruno Carl.\nDiagram with"));
  std::string seen;
  for (const xml::Element& element : xml::named(all, "text")) seen += element.text + "\n";
  CHECK(seen.find("First they quarrel") != std::string::npos);
  CHECK(seen.find("Anna does not like Bruno") != std::string::npos);
  // both fit into one page
  std::set<std::string> ids;
  for (const Drawing& picture : pictures) {
    for (const xml::Element& element : xml::parse(picture.svg)) {
      const auto id = element.attributes.find("id");
      if (id != element.attributes.end()) CHECK(ids.insert(id->second).second);
    }
  }
}

TEST_CASE("story: by types, families, status and hops") {
  const Graph graph = fixtures::quarrel();
  const auto shown = [&](const std::string& step) {
    const Drawing picture =
        draw_story(graph, {}, parse_story("[[step]]\ncaption = 'c'\n" + step, "s.toml")).front();
    const std::set<std::string> pale = faded(picture);
    std::set<std::string> out;
    for (const DrawnNode& node : picture.nodes) {
      if (!pale.contains(node.id.substr(picture.id.size()))) out.insert(graph.nodes[node.node].id);
    }
    return out;
  };
  CHECK(shown("types = ['based_in']") == std::set<std::string>{"foo-works", "greifswald"});
  CHECK(shown("status = ['planned']") == std::set<std::string>{"bruno-carl", "foo-works"});
  CHECK(shown("families = ['roles']") == std::set<std::string>{"anna-berg", "foo-works"});
  CHECK(shown("types = ['based_in', 'leads']\nstatus = ['planned']").empty());
  CHECK(shown("show = ['Greifswald']") == std::set<std::string>{"greifswald"});
  CHECK(shown("show = ['Greifswald']\nhops = 1") == std::set<std::string>{"foo-works", "greifswald"});
  CHECK(shown("show = ['Greifswald']\nhops = 1000").size() == 5);
}

TEST_CASE("story: what is wrong is said with file, line and step") {
  const Graph graph = fixtures::quarrel();
  const std::string one = "[[step]]\ncaption = 'c'\n";
  CHECK(message_of("[[step]", ErrorCode::input).size() > 3);
  CHECK(message_of("", ErrorCode::input).find("no [[step]]") != std::string::npos);
  CHECK(message_of("step = 1", ErrorCode::input).find("[[step]]") != std::string::npos);
  CHECK(message_of("step = [1]", ErrorCode::input).find("[[step]]") != std::string::npos);
  CHECK(message_of("titel = 'x'\n" + one, ErrorCode::input).find("'titel'") != std::string::npos);
  CHECK(message_of("title = 1\n" + one, ErrorCode::input).find("'title'") != std::string::npos);
  CHECK(message_of(one + "[[step]]\ntext = 'x'", ErrorCode::input).find("step 2") != std::string::npos);
  CHECK(message_of(one + "show = 'x'", ErrorCode::input).find("list") != std::string::npos);
  CHECK(message_of(one + "show = [1]", ErrorCode::input).find("list") != std::string::npos);
  CHECK(message_of(one + "hops = -1", ErrorCode::input).find("'hops'") != std::string::npos);
  CHECK(message_of(one + "types = ['likes']", ErrorCode::input).find("'likes'") != std::string::npos);
  CHECK(message_of(one + "families = ['x']", ErrorCode::input).find("family 'x'") != std::string::npos);
  CHECK(message_of(one + "status = ['x']", ErrorCode::input).find("status 'x'") != std::string::npos);
  std::string many;
  for (int i = 0; i < 101; ++i) many += one;
  CHECK(message_of(many, ErrorCode::input).find("100") != std::string::npos);
  CHECK(message_of(one + one + "show = ['Anna Bergg']", ErrorCode::usage, &graph).starts_with("step 2: "));
  Graph more = graph;
  more.nodes.push_back(fixtures::node("Nobody's Friend"));
  CHECK(message_of(one + "show = [\"Nobody's Friend\"]", ErrorCode::usage, &more).find("drawn") !=
        std::string::npos);
  try {
    (void)parse_story(one + "\n\n[[step]]\ncaption = 'd'\nstatus = ['x']", "s.toml");
  } catch (const Error& error) {
    CHECK(error.where().line == 7U);
  }
}

TEST_CASE("story: headings of groups that are not spoken of are pale, areas stay") {
  const Graph graph = fixtures::quarrel();
  const Story story = parse_story("[[step]]\ncaption = 'c'\nshow = ['Greifswald']", "s.toml");
  const std::vector<std::string> groups{"Persons", "Persons", "Persons", "", "Places"};
  const auto all = xml::parse(draw_story(graph, {.groups = groups}, story).front().svg);
  std::size_t found = 0;
  for (const xml::Element& element : xml::named(all, "text")) {
    if (element.text != "Persons" && element.text != "Places") continue;
    ++found;
    CHECK(element.attributes.contains("opacity") == (element.text == "Persons"));
  }
  CHECK(found == 2);
}

TEST_CASE("story: hostile captions stay text") {
  Story story;
  for (const std::string& text :
       {std::string("</text><script>alert(1)</script>"), std::string("\"'&<>\0\x01", 7),
        std::string(10000, 'x'), std::string("\u202Eabc 😀 \xFF")}) {
    story.steps.push_back({.caption = text, .text = text});
  }
  story.title = "</title>";
  for (const Drawing& picture : draw_story(fixtures::quarrel(), {}, story)) {
    const auto all = xml::parse(picture.svg);
    CHECK(xml::named(all, "script").empty());
    CHECK(picture.height < 1500);
  }
}

TEST_CASE("story: the example in graphs/stargate is current") {
  Diagnostics diagnostics;
  const Graph graph = parse_graph(content("graphs/stargate/graph.json"), "graph.json", diagnostics);
  const Story story = parse_story(content("graphs/stargate/story.toml"), "story.toml");
  const std::vector<Drawing> pictures = draw_story(graph, {}, story);
  CHECK(pictures.size() == 4);
  for (const Drawing& picture : pictures) {
    CHECK(picture.height == pictures.front().height);
    CHECK_FALSE(faded(picture).empty());
    CHECK(faded(picture).size() < picture.nodes.size() + picture.lines.size());
  }
}
