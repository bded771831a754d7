// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "page/content.hpp"

namespace relgraph::page {

/// All relations as rows: the text alternative of the picture, and all there is without scripts.
/// Row and buttons carry the index of their edge or node as `data-edge`, `data-node`.
void append_table(std::string& out, const Content& content);

/// All actors with their number of relations.
void append_actors(std::string& out, const Content& content);

/// All documents with date and link.
void append_sources(std::string& out, const Content& content);

/// A date as the scripts may word it; anything else as it is, cut where it is long.
void append_date(std::string& out, std::string_view date);

/// An element without attributes around escaped text.
void append_element(std::string& out, std::string_view name, std::string_view text);

}  // namespace relgraph::page
