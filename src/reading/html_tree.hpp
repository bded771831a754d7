// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

namespace relgraph {

/// A parsed page; frees itself.
using HtmlPage = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

/// Parses a page. Nothing when its elements are nested so deep that gumbo's cost (quadratic in depth) or its
/// recursion would hurt. `html` must outlive the page.
[[nodiscard]] HtmlPage parse_page(std::string_view html);

[[nodiscard]] bool is_element(const GumboNode& node);
[[nodiscard]] bool is_tag(const GumboNode& node, GumboTag tag);
/// Value of an attribute, empty if it is missing.
[[nodiscard]] std::string_view attribute(const GumboNode& node, const char* name);
[[nodiscard]] const GumboVector& children(const GumboNode& node);
[[nodiscard]] const GumboNode& child(const GumboNode& node, unsigned index);

/// Calls `enter(node)` for a node and everything below it in document order, and `leave(node)` after an
/// element's children; `enter` says whether to go into an element. Without recursion.
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  const GumboNode* node = &root;
  for (;;) {
    if (enter(*node) && is_element(*node) && children(*node).length > 0) {
      node = &child(*node, 0);
      continue;
    }
    if (is_element(*node)) leave(*node);
    // Up until there is a sibling to go on with.
    for (;;) {
      if (node == &root) return;
      const GumboNode& parent = *node->parent;
      const std::size_t next = node->index_within_parent + 1;
      if (next < children(parent).length) {
        node = &child(parent, static_cast<unsigned>(next));
        break;
      }
      node = &parent;
      leave(*node);
    }
  }
}

}  // namespace relgraph
