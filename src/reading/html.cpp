// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.hpp"
#include "reading/html_content.hpp"
#include "reading/html_metadata.hpp"
#include "reading/html_tree.hpp"
#include "reading/readers.hpp"

namespace relgraph {

namespace {

// gumbo keeps some 30 bytes for each byte of markup; no article is as long as this.
constexpr std::size_t k_max_bytes = std::size_t{64} << 20U;

bool is_inline(const GumboNode& node) {
  constexpr std::array<GumboTag, 26> k_inline{
      GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI,  GUMBO_TAG_BDO, GUMBO_TAG_CITE,
      GUMBO_TAG_CODE,  GUMBO_TAG_DATA, GUMBO_TAG_DEL,    GUMBO_TAG_DFN,  GUMBO_TAG_EM,  GUMBO_TAG_FONT,
      GUMBO_TAG_I,     GUMBO_TAG_INS,  GUMBO_TAG_KBD,    GUMBO_TAG_MARK, GUMBO_TAG_Q,   GUMBO_TAG_S,
      GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,  GUMBO_TAG_SUP, GUMBO_TAG_TIME,
      GUMBO_TAG_U,     GUMBO_TAG_WBR};
  return std::ranges::find(k_inline, node.v.element.tag) != k_inline.end();
}

bool is_heading_tag(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

/// Lists and paragraphs that are mostly links lead away from the article.
bool is_link_list(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  const bool may_be = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_P ||
                      tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TABLE;
  return may_be && link_density(node) > 0.7;
}

/// Puts the prose below an element into the builder, block by block.
class Prose {
 public:
  Prose(TextBuilder& builder, const Decoded& decoded) : m_builder(builder), m_html(decoded.text) {}

  void take(const GumboNode& content) {
    walk(
        content, [&](const GumboNode& node) { return enter(node, &node == &content); },
        [&](const GumboNode& node) { leave(node); });
  }

 private:
  bool enter(const GumboNode& node, bool is_root) {
    if (!is_element(node)) {
      add_text(node);
      return false;
    }
    if (!is_root && (is_boilerplate(node) || is_link_list(node))) return false;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      // One break is a new line of the same block, two are a new block.
      if (m_after_break) m_builder.begin_block(kind());
      m_builder.add(U' ', {});
      m_after_break = true;
      return false;
    }
    if (tag == GUMBO_TAG_BLOCKQUOTE) ++m_quotes;
    if (tag == GUMBO_TAG_LI) ++m_items;
    if (is_heading_tag(tag)) ++m_headings;
    if (!is_inline(node)) m_builder.begin_block(kind());
    return true;
  }

  void leave(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BLOCKQUOTE && m_quotes > 0) --m_quotes;
    if (tag == GUMBO_TAG_LI && m_items > 0) --m_items;
    if (is_heading_tag(tag) && m_headings > 0) --m_headings;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      m_builder.add(U' ', {});
    } else if (!is_inline(node) && tag != GUMBO_TAG_BR) {
      m_builder.begin_block(kind());
    }
  }

  [[nodiscard]] BlockKind kind() const {
    if (m_headings > 0) return BlockKind::heading;
    if (m_quotes > 0) return BlockKind::quote;
    return m_items > 0 ? BlockKind::list_item : BlockKind::paragraph;
  }

  void add_text(const GumboNode& node) {
    if (node.type == GUMBO_NODE_COMMENT) return;
    const std::string_view text = node.v.text.text;
    if (node.type == GUMBO_NODE_WHITESPACE) {
      m_builder.add(U' ', {});
      return;
    }
    m_after_break = false;
    add_mapped(text, node.v.text.original_text);
  }

  /// The decoded text next to what stands in the file: equal characters are themselves, an entity is the one
  /// character it stands for. Where the two cannot be matched, the text goes in without its place.
  void add_mapped(std::string_view text, GumboStringPiece original) {
    auto at = static_cast<std::size_t>(original.data - m_html.data());
    const bool inside = original.data != nullptr && original.data >= m_html.data() && at <= m_html.size();
    const std::size_t end = inside ? std::min(at + original.length, m_html.size()) : 0;
    bool mapped = inside;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const char32_t c = next_code_point(text, i);
      if (mapped && at < end && m_html[at] == '\r') ++at;
      if (mapped && at < end && m_html[at] == '&' &&
          m_html.substr(at, i - begin + 4) != text.substr(begin, i - begin + 4)) {
        const std::size_t after = entity_end(at, end);
        m_builder.add(c, after > at ? Span{at, after} : Span{});
        mapped = after > at;
        at = after;
      } else if (mapped && m_html.substr(at, i - begin) == text.substr(begin, i - begin)) {
        m_builder.add(c, {at, at + (i - begin)});
        at += i - begin;
      } else {
        mapped = false;
        m_builder.add(c, {});
      }
    }
  }

  [[nodiscard]] std::size_t entity_end(std::size_t at, std::size_t end) const {
    constexpr std::size_t k_longest = 40;
    const std::size_t begin = at++;
    while (at < end && at - begin < k_longest &&
           (std::isalnum(static_cast<unsigned char>(m_html[at])) != 0 || m_html[at] == '#')) {
      ++at;
    }
    return at < end && m_html[at] == ';' ? at + 1 : begin;
  }

  TextBuilder& m_builder;
  std::string_view m_html;
  std::size_t m_quotes = 0;
  std::size_t m_items = 0;
  std::size_t m_headings = 0;
  bool m_after_break = false;
};

/// The headline is the title, not part of the text, and so is a page's name above it.
void drop_headline(Document& document) {
  if (document.blocks.empty() || document.blocks[0].kind != BlockKind::heading) return;
  if (fold(document.blocks[0].span.of(document.text)) == fold(document.title)) remove_first_block(document);
}

/// A headline at the very end heads something that was left out.
void drop_last_headings(Document& document) {
  while (document.blocks.size() > 1 && document.blocks.back().kind == BlockKind::heading) {
    document.blocks.pop_back();
    document.text.resize(document.blocks.back().span.end);
    while (!document.origins.empty() && document.origins.back().text.begin >= document.text.size()) {
      document.origins.pop_back();
    }
  }
}

}  // namespace

Document parse_html(const Decoded& decoded, const std::string& file) {
  if (decoded.text.size() > k_max_bytes) {
    throw Error(ErrorCode::input, "is larger than " + std::to_string(k_max_bytes) + " bytes of HTML",
                {.file = file});
  }
  const HtmlPage page = parse_page(decoded.text);
  if (!page) throw Error(ErrorCode::input, "its HTML is nested deeper than 1000 elements", {.file = file});
  Document document;
  read_html_metadata(*page->root, document);
  TextBuilder builder(decoded);
  Prose(builder, decoded).take(find_content(*page->root));
  builder.finish(document);
  drop_headline(document);
  drop_last_headings(document);
  return document;
}

}  // namespace relgraph
