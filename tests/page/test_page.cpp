// SPDX-License-Identifier: Apache-2.0
// The whole page, read by the HTML parser that reads articles; tests/browser opens it in a browser.
#include <gumbo.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "fixtures.hpp"
#include "page/policy.hpp"
#include "relgraph/page.hpp"

using namespace relgraph;

namespace {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  ///< of itself, without that of its children
};

/// All elements in document order; fails if the parser had to repair anything.
std::vector<Element> parse(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 5;
  const std::unique_ptr<GumboOutput, std::function<void(GumboOutput*)>> output(
      gumbo_parse_with_options(&options, html.data(), html.size()),
      [&](GumboOutput* one) { gumbo_destroy_output(&options, one); });
  CHECK(output->errors.length == 0);
  std::vector<Element> all;
  const std::function<void(const GumboNode*)> visit = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    GumboStringPiece tag = node->v.element.original_tag;
    gumbo_tag_from_original_text(&tag);
    const std::size_t at = all.size();
    all.push_back({std::string(tag.data, tag.length), {}, {}});
    for (unsigned i = 0; i < node->v.element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[i]);
      all[at].attributes.emplace(attribute->name, attribute->value);
    }
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[i]);
      const bool is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE;
      if (is_text) all[at].text += child->v.text.text;
      visit(child);
    }
  };
  visit(output->root);
  return all;
}

std::vector<Element> named(const std::vector<Element>& all, std::string_view name) {
  std::vector<Element> out;
  std::ranges::copy_if(all, std::back_inserter(out), [&](const Element& one) { return one.name == name; });
  return out;
}

nlohmann::json data_of(const std::vector<Element>& all) {
  for (const Element& one : named(all, "script")) {
    if (one.attributes.contains("type")) return nlohmann::json::parse(one.text);
  }
  return {};
}

std::string policy_of(const std::vector<Element>& all) {
  for (const Element& one : named(all, "meta")) {
    if (one.attributes.contains("http-equiv")) return one.attributes.at("content");
  }
  return {};
}

/// Nothing but the page's own script and styles can run or load, and each stands in the policy.
void check_is_closed(const std::vector<Element>& all) {
  const std::string policy = policy_of(all);
  CHECK(policy.starts_with("default-src 'none'; "));
  CHECK(policy.find("unsafe") == std::string::npos);
  const std::vector<Element> scripts = named(all, "script");
  REQUIRE(scripts.size() == 2);
  CHECK(scripts[0].attributes.at("type") == "application/json");
  CHECK(scripts[1].attributes.empty());
  CHECK(policy.find("script-src " + page::hash_source(scripts[1].text)) != std::string::npos);
  REQUIRE(named(all, "style").size() == 2);
  for (const Element& style : named(all, "style"))
    CHECK(policy.find(page::hash_source(style.text)) != std::string::npos);
  for (const Element& one : all) {
    for (const char* name : {"iframe", "object", "embed", "base", "img", "foreignObject"})
      CHECK(one.name != name);
    for (const auto& [key, value] : one.attributes) {
      INFO(one.name + " " + key + "=" + value.substr(0, 80));
      CHECK_FALSE(key.starts_with("on"));
      CHECK(key != "style");
      CHECK(key != "src");
      if (key.ends_with("href")) {
        CHECK((value.starts_with("#") || value.starts_with("https://") || value == "data:,"));
      }
    }
  }
}

std::string text_of(const std::vector<Element>& all, std::string_view name) {
  std::string out;
  for (const Element& one : named(all, name)) out += one.text + "\n";
  return out;
}

}  // namespace

TEST_CASE("page: well-formed, closed, one heading, landmarks, unique ids") {
  const auto all = parse(to_html(fixtures::quarrel(), {}));
  check_is_closed(all);
  CHECK(text_of(all, "h1") == "A quarrel\n");
  CHECK(text_of(all, "title").starts_with("A quarrel\n"));
  CHECK(text_of(all, "h2") == "Picture\nEvidence\nRelations\nActors\nSources\n");
  for (const char* name : {"header", "main", "footer", "table", "caption"})
    CHECK(named(all, name).size() == 1);
  CHECK(named(all, "tr").size() == 10);
  std::set<std::string> ids;
  for (const Element& one : all) {
    if (const auto id = one.attributes.find("id"); id != one.attributes.end())
      CHECK(ids.insert(id->second).second);
  }
}

TEST_CASE("page: the scripts find what they look for") {
  const Graph graph = fixtures::quarrel();
  const auto all = parse(to_html(graph, {}));
  const nlohmann::json data = data_of(all);
  CHECK(data["nodes"].size() == graph.nodes.size());
  CHECK(data["edges"].size() == graph.edges.size());
  CHECK(data["edges"][0]["dates"] == nlohmann::json{"2025-01-23"});
  CHECK(data["types"][data["edges"][7]["type"].get<std::size_t>()]["label"] == "invests in");
  std::set<std::string> ids;
  for (const Element& one : all) {
    if (const auto id = one.attributes.find("id"); id != one.attributes.end()) ids.insert(id->second);
  }
  CHECK(ids.contains(data["picture"]["id"].get<std::string>()));
  for (const char* list : {"nodes", "lines"}) {
    CHECK_FALSE(data["picture"][list].empty());
    for (const auto& one : data["picture"][list]) CHECK(ids.contains(one["id"].get<std::string>()));
  }
  for (const char* id :
       {"query", "types", "statuses", "time", "confidence", "clear", "state", "theme", "dark", "panel",
        "panel-title", "larger", "smaller", "fit", "keys", "relations", "actors", "filters"}) {
    CHECK(ids.contains(id));
  }
}

TEST_CASE("page: speaks the language of most documents, or the one asked for") {
  Graph graph = fixtures::quarrel();
  const std::string english = to_html(graph, {});
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.find(">criticizes</button>") != std::string::npos);
  const std::string german = to_html(graph, {.render = {.labels = "de"}});
  CHECK(german.find("<html lang=\"de\">") != std::string::npos);
  CHECK(german.find(">kritisiert</button>") != std::string::npos);
  CHECK(text_of(parse(german), "h2") == "Bild\nBelege\nBeziehungen\nAkteure\nQuellen\n");
  graph.documents[0].language = "de";
  CHECK(to_html(graph, {}).find("<html lang=\"de\">") != std::string::npos);
}

TEST_CASE("page: an empty graph is a page that says so") {
  const auto all = parse(to_html({}, {}));
  check_is_closed(all);
  CHECK(text_of(all, "p").find("No relations found.") != std::string::npos);
  CHECK(named(all, "table").empty());
  CHECK(data_of(all)["edges"].empty());
}

TEST_CASE("page: hostile text in every place stays text") {
  const std::vector<std::string> texts = {"</script><script>alert(1)</script>",
                                          "</style><style>*{}",
                                          "\"/><a href='javascript:1' onclick=\"x\">",
                                          "]]> --> <!-- <script> <![CDATA[",
                                          std::string("nul\0and\x01\x1f", 9),
                                          "\xEF\xBF\xBE\xEF\xBF\xBF \xED\xA0\x80 \xC3 \xFF",
                                          "&amp; &lt; &#x41; {1} {2} \\u003c \\",
                                          "\u202Eأبجد\u202C\u2028\u2029",
                                          "😀👩‍👩‍👧🇺🇸",
                                          std::string(10000, 'x'),
                                          std::string(10000, ' ')};
  for (const std::string& text : texts) {
    INFO(text.substr(0, 60));
    Graph graph = fixtures::quarrel();
    graph.documents[0] = {"d", text, text, text, "https://example.org/" + text, text, {}};
    for (Node& node : graph.nodes) node.label += text;
    graph.nodes[0].type = text;
    graph.nodes[1].aliases = {text};
    graph.nodes[2].id = text;
    graph.edges[0].type = text;
    graph.edges[1].evidence[0].text = text;
    set_string(graph.edges[1].evidence[0].extra, "paragraph", text + text);
    graph.edges[2].evidence[0].speaker = text;
    graph.edges[2].evidence[0].by = text;
    graph.edges[3].evidence[0].document = text;
    graph.edges[4].confidence = std::numeric_limits<double>::quiet_NaN();
    set_string(graph.edges[4].attributes, "role", text);
    set_string(graph.edges[4].attributes, text, text);
    set_string(graph.edges[5].attributes, "date", text);
    const std::string html = to_html(graph, {.render = {.title = text, .id_prefix = text}});
    const auto all = parse(html);
    check_is_closed(all);
    CHECK(data_of(all)["edges"].size() == graph.edges.size());
    for (const char* mark : {"\u202E", "\u202C", "\u2028", "\u2029"})
      CHECK(html.find(mark) == std::string::npos);
    CHECK(
        std::ranges::none_of(html, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
    CHECK(html.size() < 400000);
  }
}

TEST_CASE("page: the same bytes every time, whatever the order of the graph") {
  Graph graph = fixtures::scatter(30, 60);
  const std::string first = to_html(graph, {});
  CHECK(to_html(graph, {}) == first);
  std::ranges::reverse(graph.edges);
  canonicalise(graph);
  CHECK(to_html(graph, {}) == first);
}

TEST_CASE("page: what the picture has no room for is in the table and the data") {
  const Graph graph = fixtures::scatter(120, 400);
  const auto all = parse(to_html(graph, {}));
  CHECK(named(all, "tr").size() == graph.edges.size() + 1);
  CHECK(data_of(all)["edges"].size() == graph.edges.size());
  CHECK(data_of(all)["picture"]["nodes"].size() <= 40);
}

TEST_CASE("page: colours for dark pages are apart from the picture") {
  const auto styles = named(parse(to_html(fixtures::quarrel(), {})), "style");
  CHECK(styles[1].attributes.at("media") == "screen and (prefers-color-scheme: dark)");
  CHECK(styles[1].text.find(" .bg{fill:#1b1b1f}") != std::string::npos);
  for (const char* theme : {"dark", "print"}) {
    const auto all = parse(to_html(fixtures::quarrel(), {.render = {.theme = theme}}));
    check_is_closed(all);
    CHECK((named(all, "style")[1].attributes.at("media") == "screen") == (std::string(theme) == "dark"));
  }
}
