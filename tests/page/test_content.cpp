// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "fixtures.hpp"
#include "page/content.hpp"
#include "page/policy.hpp"
#include "page/words.hpp"

using namespace relgraph;
using namespace relgraph::page;

TEST_CASE("page words: every key once, both languages, the same places to fill in") {
  std::set<std::string_view> keys;
  for (const Word& word : all_words()) {
    INFO(word.key);
    CHECK(keys.insert(word.key).second);
    CHECK_FALSE(word.german.empty());
    CHECK_FALSE(word.english.empty());
    for (const std::string_view place : {"{1}", "{2}"}) {
      CHECK((word.german.find(place) == std::string_view::npos) ==
            (word.english.find(place) == std::string_view::npos));
    }
  }
  CHECK(word("search", "de") == "Suchen");
  CHECK(word("search", "fr") == "Search");
  CHECK(word_or("node.person", "de", "x") == "Person");
  CHECK(word_or("node.unheard-of", "de", "x") == "x");
  CHECK_THROWS_AS(word("unheard-of", "de"), Error);
}

TEST_CASE("page dates: as far as they are known, and only dates") {
  CHECK(iso_date("2025-01-22") == "2025-01-22");
  CHECK(iso_date("2025-01-22T10:00:00Z") == "2025-01-22");
  CHECK(iso_date("2025-01") == "2025-01");
  CHECK(iso_date("2025") == "2025");
  for (const char* text : {"", "22.1.2025", "2025-13-01", "2025-00", "2025-01-32", "2025-1-1", "20250122",
                           "202", "2025-0", "\" onclick=\"x"}) {
    INFO(text);
    CHECK_FALSE(iso_date(text));
  }
}

TEST_CASE("page dates: that of the relation, else those of its articles") {
  Graph graph = fixtures::quarrel();
  const Content content = content_of(graph, "en");
  CHECK(dates_of(content, graph.edges[0]) == std::vector<std::string>{"2025-01-23"});
  set_string(graph.edges[0].attributes, "date", "2019");
  CHECK(dates_of(content, graph.edges[0]) == std::vector<std::string>{"2019"});
  graph.edges[1].evidence[0].document = "unheard-of";
  CHECK(dates_of(content, graph.edges[1]).empty());
}

TEST_CASE("page links: http and https alone") {
  const auto link = [](std::string source) {
    DocumentInfo document{"d"};
    document.source = std::move(source);
    return link_of(document);
  };
  CHECK(link("https://example.org/a?b=c&d=e#f") == "https://example.org/a?b=c&d=e#f");
  CHECK(link("HTTP://example.org") == "HTTP://example.org");
  for (const char* source :
       {"", "-", "article.txt", "javascript:alert(1)", "data:text/html,x", "//example.org",
        " https://example.org", "https://example.org/a b", "https://example.org/\"x",
        "https://example.org/\nx", "https://example.org/\u202Ex", "https://example.org/<x",
        "http:/example.org", "file:///etc/passwd", "https://example.org/\xFF"}) {
    INFO(source);
    CHECK_FALSE(link(source));
  }
}

TEST_CASE("page content: order of relations and actors") {
  const Graph graph = fixtures::quarrel();
  const Content content = content_of(graph, "en");
  CHECK(graph.edges[content.order.front()].source == 0);
  CHECK(content.order.size() == graph.edges.size());
  CHECK(content.degrees[3] == 4);  // leads, based in, invests in, funds
  for (std::size_t i = 1; i < content.actors.size(); ++i) {
    CHECK(content.degrees[content.actors[i - 1]] >= content.degrees[content.actors[i]]);
  }
  CHECK(shortened("äöü", 2) == "äö…");
  CHECK(shortened("äöü", 3) == "äöü");
  Node nameless = fixtures::node(" ");
  nameless.id = "x";
  CHECK(name_of(nameless) == "x");
}

TEST_CASE("page policy: hashes as browsers compute them") {
  // printf abc | openssl dgst -sha256 -binary | base64
  CHECK(hash_source("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
  CHECK(hash_source("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  CHECK(content_policy("abc", {""})
            .starts_with("default-src 'none'; script-src "
                         "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; style-src 'sha256-47DEQ"));
}
