// SPDX-License-Identifier: Apache-2.0
#include "reading/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "reading/html_tree.hpp"
#include "reading/metadata.hpp"

namespace relgraph {

namespace {

using Json = nlohmann::json;

/// What one source of metadata says; later sources fill what earlier ones left empty.
struct Found {
  std::string title;
  std::string date;
  std::string language;
  std::string url;
};

void fill(std::string& to, std::string value) {
  if (to.empty()) to = std::move(value);
}

bool is_article_type(const Json& type) {
  if (type.is_array()) {
    return std::ranges::any_of(type,
                               [](const Json& item) { return item.is_string() && is_article_type(item); });
  }
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return name.find("Article") != std::string::npos || name == "BlogPosting" || name == "Report";
}

std::string text_field(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Looks for article objects at any depth (`@graph`, arrays, `mainEntity`).
void read_json_ld(std::string_view text, Found& found) {
  const Json root = Json::parse(text, nullptr, false, true);
  if (root.is_discarded()) return;
  std::vector<const Json*> waiting{&root};
  while (!waiting.empty()) {
    const Json& value = *waiting.back();
    waiting.pop_back();
    if (value.is_object() && value.contains("@type") && is_article_type(value["@type"])) {
      fill(found.title, one_line(text_field(value, "headline")));
      fill(found.date, normalise_date(text_field(value, "datePublished")));
      fill(found.language, normalise_language(text_field(value, "inLanguage")));
      fill(found.url, one_line(text_field(value, "url")));
    }
    if (!value.is_structured()) continue;
    for (auto item = value.rbegin(); item != value.rend(); ++item) waiting.push_back(&*item);
  }
}

std::string text_of(const GumboNode& root) {
  std::string text;
  walk(
      root,
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
            node.type == GUMBO_NODE_CDATA) {
          text += node.v.text.text;
        }
        return true;
      },
      [](const GumboNode&) {});
  return text;
}

void read_meta(const GumboNode& node, Found& found) {
  std::string name = to_lower(attribute(node, "property"));
  if (name.empty()) name = to_lower(attribute(node, "name"));
  if (name.empty()) name = to_lower(attribute(node, "itemprop"));
  const std::string_view content = attribute(node, "content");
  if (name == "og:title" || name == "dc.title" || name == "twitter:title")
    fill(found.title, one_line(content));
  if (name == "article:published_time" || name == "datepublished" || name == "dc.date" || name == "date" ||
      name == "dc.date.issued" || name == "pubdate") {
    fill(found.date, normalise_date(content));
  }
  if (name == "og:locale" || name == "dc.language" || name == "inlanguage") {
    fill(found.language, normalise_language(content));
  }
  if (name == "og:url") fill(found.url, one_line(content));
}

/// "Headline | Newspaper" without the newspaper.
std::string page_title(const GumboNode& node) {
  std::string title = one_line(text_of(node));
  const std::size_t bar = title.rfind(" | ");
  if (bar != std::string::npos && bar > 0) title.resize(bar);
  return title;
}

}  // namespace

void read_html_metadata(const GumboNode& root, Document& document) {
  Found linked_data;
  Found meta;
  Found page;
  std::string canonical;
  std::string title_element;
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) return false;
        if (is_tag(node, GUMBO_TAG_HTML)) page.language = normalise_language(attribute(node, "lang"));
        if (is_tag(node, GUMBO_TAG_META)) read_meta(node, meta);
        if (is_tag(node, GUMBO_TAG_LINK) && attribute(node, "rel") == "canonical") {
          fill(canonical, one_line(attribute(node, "href")));
        }
        if (is_tag(node, GUMBO_TAG_SCRIPT) && to_lower(attribute(node, "type")) == "application/ld+json") {
          read_json_ld(text_of(node), linked_data);
        }
        if (is_tag(node, GUMBO_TAG_TIME)) fill(page.date, normalise_date(attribute(node, "datetime")));
        if (is_tag(node, GUMBO_TAG_H1)) fill(page.title, one_line(text_of(node)));
        if (is_tag(node, GUMBO_TAG_TITLE)) fill(title_element, page_title(node));
        return true;
      },
      [](const GumboNode&) {});
  fill(page.title, title_element);
  document.url = canonical;
  for (Found* found : {&linked_data, &meta, &page}) {
    fill(document.title, std::move(found->title));
    fill(document.date, std::move(found->date));
    fill(document.language, std::move(found->language));
    fill(document.url, std::move(found->url));
  }
}

}  // namespace relgraph
