// SPDX-License-Identifier: Apache-2.0
#include "reading/html_tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace relgraph {

namespace {

constexpr std::size_t k_deepest = 1000;

// Elements that need no end tag, or end by themselves: they say nothing about depth.
constexpr std::array<std::string_view, 30> k_not_counted{
    "area",  "base",   "br",    "col",   "embed", "hr",      "img",      "input",    "link",   "meta",
    "param", "source", "track", "wbr",   "p",     "li",      "dt",       "dd",       "option", "tr",
    "td",    "th",     "tbody", "thead", "tfoot", "caption", "colgroup", "optgroup", "rt",     "rp"};

// What stands in these is no markup.
constexpr std::array<std::string_view, 5> k_raw{"script", "style", "textarea", "title", "noscript"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool matches_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != word[i]) return false;
  }
  return true;
}

/// Offset of the end tag of a raw element, or the end of the text.
std::size_t skip_raw(std::string_view html, std::size_t i, const std::string& name) {
  for (; i < html.size(); ++i) {
    i = html.find('<', i);
    if (i == std::string_view::npos) return html.size();
    if (matches_at(html, i, "</" + name)) return i;
  }
  return html.size();
}

/// Whether open elements ever pile up too high, told from the tags alone and in linear time.
bool too_deep(std::string_view html) {
  std::size_t depth = 0;
  for (std::size_t i = html.find('<'); i < html.size(); i = html.find('<', i)) {
    if (html.substr(i, 4) == "<!--") {
      const std::size_t end = html.find("-->", i + 4);
      if (end == std::string_view::npos) return false;
      i = end;
      continue;
    }
    ++i;
    const bool closes = i < html.size() && html[i] == '/';
    if (closes) ++i;
    std::string name;
    while (i < html.size() && std::isalnum(static_cast<unsigned char>(html[i])) != 0)
      name += lower(html[i++]);
    if (name.empty() || is_one_of(k_not_counted, name)) continue;
    if (closes) {
      if (depth > 0) --depth;
    } else if (is_one_of(k_raw, name)) {
      i = skip_raw(html, i, name);
      if (i < html.size()) ++i;
    } else if (++depth > k_deepest) {
      return true;
    }
  }
  return false;
}

void free_page(GumboOutput* page) {
  if (page != nullptr) gumbo_destroy_output(&kGumboDefaultOptions, page);
}

}  // namespace

HtmlPage parse_page(std::string_view html) {
  if (too_deep(html)) return {nullptr, free_page};
  return {gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), free_page};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_tag(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }

std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

const GumboVector& children(const GumboNode& node) { return node.v.element.children; }

const GumboNode& child(const GumboNode& node, unsigned index) {
  return *static_cast<const GumboNode*>(children(node).data[index]);
}

}  // namespace relgraph
