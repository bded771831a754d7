// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reading/text_builder.hpp"

namespace relgraph {

/// Puts a stretch of plain text into the builder: blocks by empty lines, wrapped lines joined, headlines and
/// list items told apart. Form feeds count pages from `page` on if it is not 0.
void add_plain_text(TextBuilder& builder, const Decoded& decoded, std::uint32_t page);

}  // namespace relgraph
