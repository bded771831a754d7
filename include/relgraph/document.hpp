// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relgraph/span.hpp"

namespace relgraph {

/// One stretch of a document's text and where it came from. Within a stretch the mapping is linear:
/// `source_end - source_begin` is a whole multiple of `text_end - text_begin` or the stretch is one
/// character. Text that stands in no stretch (a line break between blocks) was put in by the reader.
struct Origin {
  Span text;             ///< bytes of Document::text
  Span source;           ///< bytes of the file as it lies on disk (of one line's text for JSON lines)
  std::uint32_t page{};  ///< page of a PDF, counted from 1; 0 where there are no pages
};

/// What a stretch of text was in the source. Headlines and list items are often no sentences.
enum class BlockKind : std::uint8_t { paragraph, heading, list_item, quote };

struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

/// An article as read: clean text, what its file says of it, and the way back to the source.
struct Document {
  std::string id;               ///< file name without ending, or `id` of a JSON line; never empty
  std::string title;            ///< empty if unknown; not part of `text`
  std::string text;             ///< valid UTF-8, line breaks are LF, no soft hyphens, no control characters
  std::string language;         ///< as the source declares it (`de`, `en`, …); empty if it does not
  std::string date;             ///< ISO 8601 date of publication; empty if unknown
  std::string url;              ///< canonical URL; empty if unknown
  std::string source;           ///< path as given, `-` for standard input
  std::vector<Block> blocks;    ///< in text order, not overlapping; they cover all but white space
  std::vector<Origin> origins;  ///< in text order, not overlapping

  /// Byte of the source that byte `offset` of the text came from; nothing for text that the reader
  /// put in. Complexity: logarithmic in the number of stretches.
  [[nodiscard]] std::optional<std::size_t> source_offset(std::size_t offset) const;
};

}  // namespace relgraph
