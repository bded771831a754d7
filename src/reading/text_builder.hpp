// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/document.hpp"

namespace relgraph {

/// Appends a stretch to a list of origins, joined with the last one where the mapping goes on linearly.
void append_origin(std::vector<Origin>& origins, const Origin& next);

/// Takes the first block out of a finished document: a headline that is the title.
void remove_first_block(Document& document);

/// A file's bytes as UTF-8, and where each stretch of it came from. No origins: the text is the file.
struct Decoded {
  std::string text;
  std::vector<Origin> origins;
};

/// Puts together the clean text of a document: characters go in with their place in the decoded source,
/// white space is collapsed, invisible characters fall out, blocks are parted by an empty line.
class TextBuilder {
 public:
  /// `decoded` must outlive the builder.
  explicit TextBuilder(const Decoded& decoded) : m_decoded(&decoded) {}

  /// Ends the block that is open, if any, and begins another at the next visible character.
  void begin_block(BlockKind kind);

  /// One character; `place` is its stretch of the decoded text, empty for what the reader puts in.
  void add(char32_t character, Span place);

  /// All characters of a stretch of the decoded text.
  void add(Span place);

  void set_page(std::uint32_t page) { m_page = page; }
  [[nodiscard]] bool block_is_empty() const { return !m_open; }
  /// Text of the block that is open.
  [[nodiscard]] std::string_view block_text() const;

  /// Takes back the block that is open.
  void drop_block();

  /// Moves text, blocks and origins into the document.
  void finish(Document& document);

 private:
  [[nodiscard]] Span source_of(Span place);
  /// Begins the block that is to come and puts in the blank that is due.
  void open();
  void emit(std::string_view characters, Span place);

  const Decoded* m_decoded;
  std::size_t m_cursor = 0;  ///< stretch of the decoded text that was used last
  std::uint32_t m_page = 0;
  std::string m_text;
  std::vector<Block> m_blocks;
  std::vector<Origin> m_origins;
  BlockKind m_kind = BlockKind::paragraph;
  bool m_open = false;
  bool m_blank = false;
  Span m_blank_place{};
};

}  // namespace relgraph
