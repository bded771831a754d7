// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

namespace relgraph {

/// Whether an element holds no part of the article: navigation, banners, teasers, comments, captions,
/// scripts. Told from its tag, ARIA role, and the words of its class and id.
[[nodiscard]] bool is_boilerplate(const GumboNode& node);

/// The element that holds the article: one that says so (`itemprop=articleBody`, `<article>`, `<main>`), else
/// the one with the densest prose, else the body. Source of the density score: Readability (paragraph text
/// less its links counts for the parent, half of it for the grandparent).
[[nodiscard]] const GumboNode& find_content(const GumboNode& root);

/// Share of the text of an element that stands in links, 0 to 1.
[[nodiscard]] double link_density(const GumboNode& root);

}  // namespace relgraph
