// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "reading/text_builder.hpp"

namespace relgraph {

struct PlainOptions {
  /// Print has pages (parted by form feeds, counted from 1), columns, and words broken at line ends.
  bool printed = false;
  /// Stretches of whole lines that are not part of the text, in order: running heads, page numbers.
  std::vector<Span> left_out{};
};

/// Puts a plain text into the builder: blocks by empty lines, wrapped lines joined, headlines and list items
/// told apart. Complexity: linear.
void add_plain_text(TextBuilder& builder, const Decoded& decoded, const PlainOptions& options);

}  // namespace relgraph
