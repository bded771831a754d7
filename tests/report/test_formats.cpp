// SPDX-License-Identifier: Apache-2.0
#include <md4c.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "../render/xml.hpp"
#include "base/utf8.hpp"
#include "graphs.hpp"
#include "relgraph/report.hpp"

using namespace relgraph;
using namespace graphs;

namespace {

/// What a Markdown parser makes of a text.
struct Parsed {
  std::string text;                  ///< characters that show
  std::size_t html = 0;              ///< pieces of raw HTML
  std::size_t links = 0;             ///< and images
  std::size_t code = 0;              ///< blocks and spans
  std::vector<std::size_t> columns;  ///< of the rows of tables
  std::size_t headings = 0;
};

/// GitHub's Markdown by md4c.
Parsed parse_markdown(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* to) {
    Parsed& out = *static_cast<Parsed*>(to);
    if (type == MD_BLOCK_TR) out.columns.push_back(0);
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) ++out.columns.back();
    out.headings += type == MD_BLOCK_H;
    out.html += type == MD_BLOCK_HTML;
    out.code += type == MD_BLOCK_CODE;
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* to) {
    Parsed& out = *static_cast<Parsed*>(to);
    out.links += type == MD_SPAN_A || type == MD_SPAN_IMG || type == MD_SPAN_WIKILINK;
    out.code += type == MD_SPAN_CODE || type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY ||
                type == MD_SPAN_DEL || type == MD_SPAN_U || type == MD_SPAN_EM;
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
    Parsed& out = *static_cast<Parsed*>(to);
    out.html += type == MD_TEXT_HTML || type == MD_TEXT_ENTITY;
    out.text.append(text, size);
    return 0;
  };
  Parsed out;
  REQUIRE(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &out) == 0);
  return out;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "</text><script>alert(1)</script>",
      "--><img src=x onerror=alert(1)>",
      "]]>&lt;b&gt;&#60;i&#62;",
      "[click](javascript:alert(1))",
      "![x](http://example.org/x.png)",
      "| a | b |",
      "`code` and ``` fence",
      "*a* _b_ **c** __d__ ~~e~~ $x$ $$y$$ [[w]]",
      "# heading",
      "- item",
      "1. item",
      "> quote",
      "=== and ---",
      "http://example.org/ www.example.org a@example.org <http://example.org>",
      "back\\slash \\| \\",
      "\u202Ertl\u202C \u2066x\u2069",
      std::string("nul\0nul \x01\x7f", 10),
      "broken \xff\xc3 utf-8",
      "\"quotes\" 'single'",
      "line\n\n    code\n***\nline",
      "😀 emoji \U0001F468\u200D\U0001F469",
      std::string(10000, 'x'),
      "</style><style>*{display:none}</style>",
      "{1} {2} {3}",
  };
  return texts;
}

/// The affair with one hostile text in every field that holds text.
Graph poisoned(const std::string& text) {
  Graph graph = affair();
  for (DocumentInfo& document : graph.documents) {
    document.title = text;
    document.source = text;
    document.date = text;
    document.language = text;
  }
  for (Node& node : graph.nodes) {
    node.label = text;
    node.type = text;
    node.aliases = {text};
  }
  for (Edge& edge : graph.edges) {
    set_string(edge.attributes, "role", text);
    set_string(edge.attributes, "date", text);
    set_string(edge.attributes, "currency", text);
    set_string(edge.attributes, "share", text);
    set_string(edge.attributes, "amount_qualifier", text);
    for (Evidence& evidence : edge.evidence) {
      evidence.text = text;
      evidence.span = {0, text.size()};
      evidence.trigger = Span{1, text.size() - 1};
      evidence.speaker = text;
      evidence.by = text;
    }
  }
  graph.edges.back().type = text;
  set_string(graph.graph_extra, "model", text);
  return graph;
}

ReportOptions without_picture() {
  ReportOptions options;
  options.picture = PicturePlace::none;
  return options;
}

std::vector<xml::Element> parse_html(const std::string& html) {
  const std::string doctype = "<!DOCTYPE html>\n";
  REQUIRE(html.starts_with(doctype));
  return xml::parse(html.substr(doctype.size()));
}

}  // namespace

TEST_CASE("html: well-formed, semantic, with a policy and no script") {
  const std::string html = report_html(affair(), {});
  const auto all = parse_html(html);
  CHECK(xml::named(all, "h1").size() == 1);
  CHECK(xml::named(all, "svg").size() == 1);
  CHECK(xml::named(all, "script").empty());
  for (const xml::Element& a : xml::named(all, "a")) {  // links within the page lead somewhere
    REQUIRE(a.attributes.at("href").starts_with("#"));
    const auto leads_to = [&](const xml::Element& e) {
      return e.attributes.contains("id") && "#" + e.attributes.at("id") == a.attributes.at("href");
    };
    CHECK(std::ranges::count_if(all, leads_to) == 1);
  }
  CHECK(xml::named(all, "link").empty());
  CHECK(xml::named(all, "caption").size() == xml::named(all, "table").size());
  for (const xml::Element& th : xml::named(all, "th")) CHECK(th.attributes.contains("scope"));
  CHECK(xml::named(all, "blockquote").size() == xml::named(all, "cite").size());
  CHECK(has(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"));
  CHECK(has(html, "<em>TRIGGER</em>"));
  CHECK(has(html, "prefers-color-scheme: dark"));
  CHECK(has(html, "@media print"));
  CHECK(xml::named(all, "html").front().attributes.at("lang") == "en");
}

TEST_CASE("html: a picture beside") {
  ReportOptions options;
  options.picture = PicturePlace::beside;
  options.picture_file = "re port.svg";
  const auto all = parse_html(report_html(affair(), options));
  REQUIRE(xml::named(all, "img").size() == 1);
  CHECK(xml::named(all, "img").front().attributes.at("src") == "re%20port.svg");
  CHECK(!xml::named(all, "img").front().attributes.at("alt").empty());
  CHECK(xml::named(all, "svg").empty());
}

TEST_CASE("html: hostile text only shows") {
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text.substr(0, 40));
    ReportOptions options;
    options.render.title = text;
    const std::string html = report_html(poisoned(text), options);
    const auto all = parse_html(html);
    CHECK(is_valid_utf8(html));
    for (const char* name : {"script", "img", "b", "i", "iframe"}) CHECK(xml::named(all, name).empty());
    for (const xml::Element& a : xml::named(all, "a")) {
      const bool in_picture = a.attributes.contains("xlink:href");
      const std::string& href = a.attributes.at(in_picture ? "xlink:href" : "href");
      CHECK(href.starts_with(in_picture ? "http" : "#"));
    }
    for (const xml::Element& element : all) {
      for (const auto& [name, value] : element.attributes) CHECK(!name.starts_with("on"));
    }
    CHECK(xml::named(all, "h1").front().text.find('\xE2') != 0);  // no mark of direction in front
  }
}

TEST_CASE("markdown: GitHub's parser sees tables, headings and no HTML") {
  const Parsed parsed = parse_markdown(report_markdown(affair(), without_picture()));
  CHECK(parsed.html == 0);
  CHECK(parsed.links == 0);
  CHECK(parsed.code == 0);
  CHECK(parsed.headings > 8);
  CHECK(has(parsed.text, "Ada Berg → Bruno Carl"));
  CHECK(std::ranges::count(parsed.columns, 7U) == 5);  // key actors: the heads and four of them
  CHECK(std::ranges::count(parsed.columns, 5U) == 3);  // documents
}

TEST_CASE("markdown: a picture beside is an image, one inlined is an SVG element") {
  ReportOptions options;
  options.picture = PicturePlace::beside;
  options.picture_file = "report.svg";
  const std::string beside = report_markdown(affair(), options);
  CHECK(has(beside, "](report.svg)\n"));
  CHECK(parse_markdown(beside).links == 1);
  options.picture = PicturePlace::inlined;
  const std::string inlined = report_markdown(affair(), options);
  const std::size_t begin = inlined.find("<svg");
  REQUIRE(begin != std::string::npos);
  const std::string svg = inlined.substr(begin, inlined.find("</svg>") - begin);
  CHECK(!has(svg, "\n\n"));  // an empty line would end the HTML block
  CHECK(parse_markdown(inlined).text.find("Key actors") != std::string::npos);
}

TEST_CASE("markdown: hostile text only shows") {
  const Parsed harmless = parse_markdown(report_markdown(poisoned("harmless"), without_picture()));
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text.substr(0, 40));
    ReportOptions options = without_picture();
    options.render.title = text;
    const std::string markdown = report_markdown(poisoned(text), options);
    const Parsed parsed = parse_markdown(markdown);
    CHECK(is_valid_utf8(markdown));
    CHECK(parsed.html == 0);
    CHECK(parsed.links == 0);
    CHECK(parsed.code == 0);
    // the skeleton is that of the harmless report: no heading, row or cell more
    CHECK(parsed.columns == harmless.columns);
    CHECK(parsed.headings == harmless.headings);
  }
  // the characters that show are those of the text
  const std::string text = "*a* [b](c) `d` <e> | \\ $f$ #g ~h~ !i www.j.org k@l.org http://m";
  CHECK(has(parse_markdown(report_markdown(poisoned(text), without_picture())).text, text));
}

TEST_CASE("reports: the same bytes again, whatever order the graph was built in") {
  Graph graph = affair();
  canonicalise(graph);
  Graph mixed = graph;
  std::ranges::reverse(mixed.edges);
  canonicalise(mixed);
  CHECK(report_html(graph, {}) == report_html(mixed, {}));
  CHECK(report_markdown(graph, without_picture()) == report_markdown(mixed, without_picture()));
}

TEST_CASE("reports: German or English, as the documents or as asked for") {
  const std::string german = report_html(affair("de"), without_picture());
  CHECK(has(german, "<html lang=\"de\">"));
  CHECK(has(german, "Offene Fragen"));
  CHECK(has(german, "22. Januar 2025"));
  CHECK(!has(german, "Open questions"));
  ReportOptions options = without_picture();
  options.render.labels = "en";
  CHECK(has(report_html(affair("de"), options), "Open questions"));
}

TEST_CASE("reports: an empty graph, a graph without documents, nodes without edges") {
  for (const PicturePlace place : {PicturePlace::inlined, PicturePlace::none}) {
    ReportOptions options;
    options.picture = place;
    const std::string empty = report_html(Graph(), options);
    CHECK(has(empty, "No relations were found."));
    parse_html(empty);
    Graph graph = affair();
    graph.documents.clear();
    const std::string html = report_html(graph, options);
    parse_html(html);
    CHECK(has(html, "Who with whom"));
    CHECK(!has(html, "Sources</h2>"));
    CHECK(has(html, "<cite>Ada Berg – “d”</cite>"));
    graph.edges.clear();
    parse_html(report_html(graph, options));
    CHECK(has(report_markdown(graph, without_picture()), "No relations were found."));
  }
}

TEST_CASE("reports: long lists are cut and say so") {
  Graph graph;
  add_document(graph, "d", "Many");
  const auto center = add_node(graph, "Center");
  for (int i = 0; i < 60; ++i) {
    const auto other = add_node(graph, "Actor " + std::to_string(i));
    Edge& edge = add_edge(graph, other, "funds", center, Status::planned);
    set_number(edge.attributes, "amount", 1000 + i);
    set_string(edge.attributes, "date", "2020-01-" + std::to_string(10 + i % 20));
  }
  const std::string text = report_markdown(graph, without_picture());
  CHECK(has(text, "… and 51 more entries; the graph file has all"));  // actors
  CHECK(has(text, "… and 50 more pairs"));
  CHECK(has(text, "… and 35 more entries"));  // sums and dates
  CHECK(has(text, "… and 52 more entries"));  // questions
}
