// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "read.hpp"

using namespace relgraph;

namespace {

std::string file(const std::string& path) {
  std::ifstream in(std::string(RELGRAPH_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string k_prose =
    "Angela Merkel lobte am Montag die Arbeit der Kommission in Brüssel und kündigte weitere Gespräche an. ";

}  // namespace

TEST_CASE("html: a news page gives its article and nothing else", "[reading]") {
  const Document document = read_one(file("graphs/koalition/article.html"), "koalition.html");
  CHECK(document.title == "Streit um das Wassergesetz: Koalition in Nordmark vor der Zerreißprobe");
  CHECK(document.date == "2024-09-17");
  CHECK(document.language == "de");
  CHECK(document.url == "https://nordmark-kurier.example/politik/wassergesetz");
  CHECK(document.text.starts_with("Ottilie Brandreth, Umweltministerin"));
  CHECK(document.text.find("Koalitionspartner streiten") != std::string::npos);
  for (const char* noise : {"Cookies", "Startseite", "Foto: Archiv", "Mehr zum Thema", "Kommentare",
                            "Impressum", "Sorne-Angler", "Von unserer Redaktion", "Zerreißprobe"}) {
    INFO(noise);
    CHECK(document.text.find(noise) == std::string::npos);
  }
}

TEST_CASE("html: without landmarks the densest prose is the article", "[reading]") {
  std::string page =
      "<title>Headline | Paper</title><div id=top><a href=/>Home</a> <a href=/b>News</a></div><div "
      "class=wrap>";
  for (int i = 0; i < 5; ++i) page += "<p>" + k_prose + "</p>";
  page += "</div><div class='teaser-box'><p>" + k_prose +
          "Teaser</p></div><ul><li><a href=x>Another long story that leads away</a></ul>";
  const Document document = read_one(page, "a.html");
  CHECK(document.title == "Headline");
  CHECK(document.blocks.size() == 5);
  CHECK(document.text.find("Teaser") == std::string::npos);
  CHECK(document.text.find("Home") == std::string::npos);
}

TEST_CASE("html: embedded posts keep their signature as a block", "[reading]") {
  const Document document =
      read_one("<article><p>" + k_prose + k_prose +
                   "</p><blockquote class=\"twitter-tweet\"><p>Das ist falsch.</p>&mdash; Sam Altman (@sama) "
                   "<a href=\"https://x.example/1\">22. Januar 2025</a></blockquote><p>" +
                   k_prose + "</p></article>",
               "a.html");
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[1].kind == BlockKind::quote);
  CHECK(document.blocks[2].span.of(document.text) == "— Sam Altman (@sama) 22. Januar 2025");
}

TEST_CASE("html: places refer to the file, entities are one character", "[reading]") {
  const std::string source = "<p>K&auml;se &amp; <b>Brot</b>\r\n f&#252;r alle Leute im Land</p>";
  const Document document = read_one(source, "a.html");
  REQUIRE(document.text == "Käse & Brot für alle Leute im Land");
  CHECK(source.substr(document.source_offset(document.text.find("Brot")).value(), 4) == "Brot");
  CHECK(source.substr(document.source_offset(1).value(), 6) == "&auml;");
  CHECK(source.substr(document.source_offset(document.text.find("alle")).value(), 4) == "alle");
}

TEST_CASE("html: broken and hostile markup", "[reading]") {
  CHECK(read_one("<p>Ein <b>fetter <i>Satz</b> endet</i> nie<table><tr><td>drin<p>oder", "a.html")
            .text.find("fetter Satz endet nie") != std::string::npos);
  CHECK_THROWS_AS(read_one("<script>alert(1)</script><style>p{}</style>", "a.html"), Error);
  std::string deep = "<html><body>";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  CHECK_THROWS_AS(read_one(deep + "Ein Satz.", "a.html"), Error);
  std::string items = "<html><body>";
  for (int i = 0; i < 20000; ++i) items += "<p>Ein Satz ohne Ende <li>und ein Punkt";
  CHECK(read_one(items, "a.html").blocks.size() == 40000);
}

TEST_CASE("html: JSON-LD in a graph, with nonsense around it", "[reading]") {
  const Document document = read_one(
      "<html lang=en><script type='application/ld+json'>{broken</script><script type='application/ld+json'>"
      "[{\"@graph\":[{\"@type\":[\"NewsArticle\",1],\"headline\":\"Real "
      "title\",\"datePublished\":\"2021-05-06T01:02:03Z\"}]}]"
      "</script><meta name=date content=2000-01-01><h1>Other</h1><p>Some words here.</p>",
      "a.html");
  CHECK(document.title == "Real title");
  CHECK(document.date == "2021-05-06");
  CHECK(document.language == "en");
}
