// SPDX-License-Identifier: Apache-2.0
// The page from its head to its scripts.
#include "relgraph/page.hpp"

#include <array>
#include <string_view>

#include "base/embedded.hpp"
#include "base/markup.hpp"
#include "page/content.hpp"
#include "page/data.hpp"
#include "page/policy.hpp"
#include "page/table.hpp"
#include "page/words.hpp"

namespace relgraph {

namespace {

using namespace page;

/// In the order in which they build on each other.
constexpr std::array<std::string_view, 7> k_scripts = {"elements", "data", "filter", "ego",
                                                       "panel",    "view", "page"};

std::string script() {
  std::string out = "\"use strict\";\n(() => {\n";
  for (const std::string_view name : k_scripts) out += embedded_file("page/" + std::string(name) + ".js");
  return out + "})();\n";
}

/// The picture without its rules for dark pages, and those rules alone: the page says itself when it is dark.
struct DarkApart {
  std::string picture;
  std::string rules;
};

DarkApart take_dark_rules(const std::string& svg) {
  constexpr std::string_view k_begin = "<style type=\"text/css\">@media (prefers-color-scheme:dark){";
  constexpr std::string_view k_end = "}</style>\n";
  const std::size_t begin = svg.find(k_begin);
  const std::size_t end = begin == std::string::npos ? begin : svg.find(k_end, begin);
  if (end == std::string::npos) return {svg, {}};
  const std::size_t rules = begin + k_begin.size();
  return {svg.substr(0, begin) + svg.substr(end + k_end.size()), svg.substr(rules, end - rules)};
}

std::string fill(std::string_view text, std::initializer_list<std::string_view> values) {
  std::string out(text);
  int number = 0;
  for (const std::string_view value : values) {
    const std::string place = "{" + std::to_string(++number) + "}";
    if (const std::size_t at = out.find(place); at != std::string::npos) out.replace(at, place.size(), value);
  }
  return out;
}

std::string title_of_page(const Content& content, const RenderOptions& options) {
  constexpr std::size_t k_longest = 300;
  const auto& documents = content.graph->documents;
  const std::string wanted =
      options.title.empty() && documents.size() == 1 ? documents.front().title : options.title;
  const std::string title = displayable(shortened(wanted, k_longest));
  const bool blank = title.find_first_not_of(' ') == std::string::npos;
  return blank ? std::string(word("title", content.language)) : title;
}

/// When the article appeared or how many there are, and how much was found.
void append_subtitle(std::string& out, const Content& content) {
  const Graph& graph = *content.graph;
  out += "<p>";
  if (graph.documents.size() > 1) {
    append_escaped(out, fill(word("articles", content.language), {std::to_string(graph.documents.size())}));
    out += " · ";
  } else if (!graph.documents.empty() && !graph.documents.front().date.empty()) {
    append_date(out, graph.documents.front().date);
    out += " · ";
  }
  append_escaped(out, fill(word("size", content.language),
                           {std::to_string(graph.nodes.size()), std::to_string(graph.edges.size())}));
  out += "</p>";
}

class Body {
 public:
  explicit Body(const Content& content) : m_content(&content) {}

  void raw(std::string_view html) { m_out += html; }
  void text(std::string_view value) { append_escaped(m_out, value); }
  void say(std::string_view key) { text(word(key, m_content->language)); }
  void heading(std::string_view id, std::string_view key) {
    m_out.append("<h2 id=\"").append(id).append("\">");
    say(key);
    raw("</h2>\n");
  }
  void button(std::string_view id, std::string_view key, std::string_view sign) {
    m_out.append("<button type=\"button\" id=\"").append(id).append("\" aria-label=\"");
    say(key);
    raw("\" title=\"");
    say(key);
    raw("\">");
    raw(sign);
    raw("</button>");
  }
  /// A filter that opens below its name; the scripts fill it.
  void menu(std::string_view id, std::string_view key) {
    m_out.append("<details class=\"menu\" id=\"").append(id).append("\"><summary>");
    say(key);
    raw(" <span class=\"chosen\"></span></summary><fieldset><legend>");
    say(key);
    raw("</legend></fieldset></details>\n");
  }
  std::string& out() { return m_out; }

 private:
  const Content* m_content;
  std::string m_out;
};

void append_header(Body& body, const Content& content, const std::string& title) {
  body.raw("<a class=\"skip\" href=\"#relations\">");
  body.say("skip");
  body.raw("</a>\n<header>\n<div>");
  append_element(body.out(), "h1", title);
  append_subtitle(body.out(), content);
  body.raw("</div>\n<button type=\"button\" id=\"theme\" aria-pressed=\"false\" hidden>");
  body.say("dark");
  body.raw("</button>\n</header>\n");
}

void append_filters(Body& body) {
  body.raw("<noscript><p>");
  body.say("no_script");
  body.raw("</p></noscript>\n<form id=\"filters\" role=\"search\" aria-label=\"");
  body.say("filters");
  body.raw("\" hidden>\n<label class=\"search\"><span>");
  body.say("search");
  body.raw(
      "</span> <input type=\"search\" id=\"query\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"");
  body.say("search_hint");
  body.raw("\"></label>\n");
  body.menu("types", "types");
  body.menu("statuses", "status");
  body.menu("time", "time");
  body.menu("confidence", "confidence");
  body.raw("<button type=\"button\" id=\"clear\">");
  body.say("reset");
  body.raw("</button>\n<p id=\"state\" role=\"status\" aria-live=\"polite\"></p>\n</form>\n");
}

void append_picture(Body& body, const std::string& svg) {
  body.raw("<section id=\"picture\" aria-labelledby=\"picture-title\">\n");
  body.heading("picture-title", "picture");
  body.raw("<div class=\"canvas\">\n");
  body.raw(svg);
  body.raw("</div>\n<div class=\"below\" hidden><p id=\"keys\">");
  body.say("keys");
  body.raw("</p><div class=\"zoom\">");
  body.button("smaller", "smaller", "−");
  body.button("fit", "fit", "⤢");
  body.button("larger", "larger", "+");
  body.raw("</div></div>\n</section>\n<section id=\"panel\" aria-labelledby=\"panel-title\" hidden>\n");
  body.raw("<h2 id=\"panel-title\" tabindex=\"-1\">");
  body.say("panel");
  body.raw("</h2>\n<div class=\"content\"></div>\n</section>\n");
}

void append_lists(Body& body, const Content& content) {
  const Graph& graph = *content.graph;
  body.raw("<section id=\"relations\" aria-labelledby=\"relations-title\" tabindex=\"-1\">\n");
  body.heading("relations-title", "relations");
  if (graph.edges.empty()) {
    append_element(body.out(), "p", word("no_relations", content.language));
  } else {
    append_table(body.out(), content);
  }
  body.raw("</section>\n");
  if (!graph.nodes.empty()) {
    body.raw("<section id=\"actors\" aria-labelledby=\"actors-title\">\n");
    body.heading("actors-title", "actors");
    append_actors(body.out(), content);
    body.raw("</section>\n");
  }
  if (!graph.documents.empty()) {
    body.raw("<section id=\"sources\" aria-labelledby=\"sources-title\">\n");
    body.heading("sources-title", "sources");
    append_sources(body.out(), content);
    body.raw("</section>\n");
  }
}

}  // namespace

std::string to_html(const Graph& graph, const PageOptions& options) {
  RenderOptions render = options.render;
  render.links = false;    // a click shows the evidence, which has the link
  render.heading = false;  // the page has one
  // ids of the page are plain words
  if (!render.id_prefix.empty()) render.id_prefix = "svg-" + render.id_prefix;
  const Drawing drawing = draw(graph, render);
  const Content content = content_of(graph, drawing.language);
  const std::string title = title_of_page(content, render);
  DarkApart picture = take_dark_rules(drawing.svg);
  const bool always_dark = render.theme == "dark";
  const std::string scripts = script();
  const std::string style = "\n" + std::string(embedded_file("page/page.css"));
  const std::string dark = "\n" + std::string(embedded_file("page/dark.css")) + picture.rules + "\n";

  Body body(content);
  body.raw("<!DOCTYPE html>\n<html lang=\"" + content.language +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
  body.text(content_policy(scripts, {style, dark}));
  body.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  append_element(body.out(), "title", title);
  // an empty icon, or browsers ask the server for one
  body.raw("\n<link rel=\"icon\" href=\"data:,\">\n<style>" + style +
           "</style>\n<style id=\"dark\" media=\"");
  body.raw(always_dark ? "screen" : "screen and (prefers-color-scheme: dark)");
  body.raw("\">" + dark + "</style>\n</head>\n<body>\n");
  append_header(body, content, title);
  body.raw("<main>\n");
  append_filters(body);
  append_picture(body, picture.picture);
  append_lists(body, content);
  body.raw("</main>\n<footer><p>");
  body.say("draft");
  body.raw("</p></footer>\n<script type=\"application/json\" id=\"data\">");
  body.raw(data_json(content, drawing));
  body.raw("</script>\n<script>" + scripts + "</script>\n</body>\n</html>\n");
  return std::move(body.out());
}

}  // namespace relgraph
