// SPDX-License-Identifier: Apache-2.0
#include "reading/html_content.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/html_tree.hpp"

namespace relgraph {

namespace {

constexpr std::array<GumboTag, 22> k_tags{
    GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,      GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,     GUMBO_TAG_BUTTON,
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,      GUMBO_TAG_HEAD,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_SVG,    GUMBO_TAG_OBJECT,     GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,    GUMBO_TAG_CANVAS,
    GUMBO_TAG_INPUT,  GUMBO_TAG_MATH};

constexpr std::array<std::string_view, 8> k_roles{"navigation", "banner", "complementary", "contentinfo",
                                                  "dialog",     "search", "alertdialog",   "menu"};

// Words of class and id, English and German, each a whole word: "teaser-list" counts, "steaser" does not.
constexpr std::array<std::string_view, 58> k_words{"ad",
                                                   "ads",
                                                   "advert",
                                                   "advertisement",
                                                   "anzeige",
                                                   "author",
                                                   "autor",
                                                   "breadcrumb",
                                                   "breadcrumbs",
                                                   "byline",
                                                   "caption",
                                                   "bildunterschrift",
                                                   "comment",
                                                   "comments",
                                                   "kommentar",
                                                   "kommentare",
                                                   "consent",
                                                   "cookie",
                                                   "cookies",
                                                   "gdpr",
                                                   "dsgvo",
                                                   "disqus",
                                                   "footer",
                                                   "hidden",
                                                   "menu",
                                                   "modal",
                                                   "nav",
                                                   "navbar",
                                                   "navigation",
                                                   "newsletter",
                                                   "outbrain",
                                                   "overlay",
                                                   "pagination",
                                                   "paywall",
                                                   "popup",
                                                   "promo",
                                                   "promotion",
                                                   "recommended",
                                                   "recommendations",
                                                   "empfehlungen",
                                                   "related",
                                                   "share",
                                                   "sharing",
                                                   "sidebar",
                                                   "skip",
                                                   "skiplink",
                                                   "social",
                                                   "sponsored",
                                                   "subscribe",
                                                   "subscription",
                                                   "taboola",
                                                   "tags",
                                                   "teaser",
                                                   "teasers",
                                                   "toolbar",
                                                   "werbung",
                                                   "widget",
                                                   "weiterlesen"};

template <typename Value, std::size_t N, typename Wanted>
bool contains(const std::array<Value, N>& list, const Wanted& value) {
  return std::ranges::find(list, value) != list.end();
}

bool has_boilerplate_word(std::string_view names) {
  std::string word;
  const auto known = [&] {
    const bool found = contains(k_words, std::string_view(word));
    word.clear();
    return found;
  };
  for (const char c : names) {
    const auto byte = static_cast<unsigned char>(c);
    // "cookieBanner" is two words, as "cookie-banner" is.
    if (std::isalpha(byte) == 0 || (std::isupper(byte) != 0 && !word.empty())) {
      if (known()) return true;
    }
    if (std::isalpha(byte) != 0) word += static_cast<char>(std::tolower(byte));
  }
  return known();
}

bool is_hidden(const GumboNode& node) {
  if (gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

/// Elements that stand for the page as a whole: their class says what the page has, not what they are.
bool is_page_frame(const GumboNode& node) {
  constexpr std::array<GumboTag, 4> k_frames{GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN,
                                             GUMBO_TAG_ARTICLE};
  return contains(k_frames, node.v.element.tag);
}

std::size_t prose_length(const GumboNode& root) {
  std::size_t length = 0;
  walk(
      root,
      [&](const GumboNode& node) {
        if (is_element(node)) return &node == &root || (!is_boilerplate(node) && !is_tag(node, GUMBO_TAG_A));
        if (node.type == GUMBO_NODE_TEXT) length += std::string_view(node.v.text.text).size();
        return false;
      },
      [](const GumboNode&) {});
  return length;
}

struct Candidates {
  const GumboNode* declared = nullptr;  ///< itemprop=articleBody
  const GumboNode* article = nullptr;
  const GumboNode* main = nullptr;
  const GumboNode* body = nullptr;
  std::size_t declared_length = 0;
  std::size_t article_length = 0;
};

Candidates find_candidates(const GumboNode& root) {
  Candidates found;
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) return false;
        if (is_tag(node, GUMBO_TAG_BODY)) found.body = &node;
        if (is_boilerplate(node) && !is_page_frame(node)) return false;
        if (attribute(node, "itemprop") == "articleBody") {
          const std::size_t length = prose_length(node);
          if (length > found.declared_length) {
            found.declared = &node;
            found.declared_length = length;
          }
          return false;  // nested ones are parts of it
        }
        if (is_tag(node, GUMBO_TAG_ARTICLE)) {
          const std::size_t length = prose_length(node);
          if (length > found.article_length) {
            found.article = &node;
            found.article_length = length;
          }
        }
        if (found.main == nullptr && (is_tag(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main")) {
          found.main = &node;
        }
        return true;
      },
      [](const GumboNode&) {});
  return found;
}

/// The element whose paragraphs hold the most prose.
const GumboNode* densest(const GumboNode& body) {
  std::map<const GumboNode*, double> scores;
  std::vector<const GumboNode*> order;  // ties go to the first in the document
  const auto add = [&](const GumboNode* node, double score) {
    if (node == nullptr || !is_element(*node)) return;
    if (scores.emplace(node, 0).second) order.push_back(node);
    scores[node] += score;
  };
  walk(
      body,
      [&](const GumboNode& node) {
        if (!is_element(node)) return false;
        if (is_boilerplate(node) && !is_page_frame(node)) return false;
        if (!is_tag(node, GUMBO_TAG_P)) return true;
        const auto length = static_cast<double>(prose_length(node));
        if (length >= 25 && node.parent != nullptr) {
          add(node.parent, length);
          add(node.parent->parent, length / 2);
        }
        return false;
      },
      [](const GumboNode&) {});
  const GumboNode* best = nullptr;
  for (const GumboNode* node : order) {
    if (best == nullptr || scores[node] > scores[best]) best = node;
  }
  return best;
}

}  // namespace

bool is_boilerplate(const GumboNode& node) {
  if (!is_element(node)) return false;
  if (contains(k_tags, node.v.element.tag) || contains(k_roles, attribute(node, "role"))) return true;
  if (is_hidden(node)) return true;
  return !is_page_frame(node) &&
         (has_boilerplate_word(attribute(node, "class")) || has_boilerplate_word(attribute(node, "id")));
}

const GumboNode& find_content(const GumboNode& root) {
  constexpr std::size_t k_enough = 200;  // bytes of prose that make an article
  const Candidates found = find_candidates(root);
  if (found.declared != nullptr && found.declared_length >= k_enough) return *found.declared;
  if (found.article != nullptr && found.article_length >= k_enough) return *found.article;
  if (found.main != nullptr && prose_length(*found.main) >= k_enough) return *found.main;
  const GumboNode& body = found.body == nullptr ? root : *found.body;
  const GumboNode* best = densest(body);
  // A container with little in it is a page of single paragraphs: take all of it.
  return best != nullptr && 2 * prose_length(*best) > prose_length(body) ? *best : body;
}

double link_density(const GumboNode& root) {
  std::size_t all = 0;
  std::size_t linked = 0;
  std::size_t depth = 0;
  walk(
      root,
      [&](const GumboNode& node) {
        if (is_tag(node, GUMBO_TAG_A)) ++depth;
        if (node.type == GUMBO_NODE_TEXT) {
          const std::size_t length = std::string_view(node.v.text.text).size();
          all += length;
          if (depth > 0) linked += length;
        }
        return true;
      },
      [&](const GumboNode& node) {
        if (is_tag(node, GUMBO_TAG_A)) --depth;
      });
  return all == 0 ? 0 : static_cast<double>(linked) / static_cast<double>(all);
}

}  // namespace relgraph
