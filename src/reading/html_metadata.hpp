// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include "relgraph/document.hpp"

namespace relgraph {

/// Title, date, language and canonical URL from JSON-LD, `<meta>` (Open Graph, Dublin Core), `<link>`,
/// `<time>`,
/// `<h1>` and `<title>`, in this order of trust.
void read_html_metadata(const GumboNode& root, Document& document);

}  // namespace relgraph
