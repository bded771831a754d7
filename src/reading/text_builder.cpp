// SPDX-License-Identifier: Apache-2.0
#include "reading/text_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

/// Soft hyphens, zero-width characters, direction marks and control characters: nobody reads them, and
/// they part words that are one. The joiner U+200D stays: emoji are made with it.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c & 0xFFFEU) == 0xFFFE;
}

/// End of the visible ASCII characters from `i` on, single blanks between them included.
std::size_t ascii_run(std::string_view text, std::size_t i) {
  const auto visible = [&](std::size_t at) { return at < text.size() && text[at] > ' ' && text[at] < 0x7F; };
  while (visible(i)) {
    ++i;
    if (visible(i + 1) && text[i] == ' ') ++i;
  }
  return i;
}

/// Source bytes for each byte of text, or 0 if that is no whole number.
std::size_t ratio(const Origin& origin) {
  return origin.source.size() % origin.text.size() == 0 ? origin.source.size() / origin.text.size() : 0;
}

}  // namespace

void append_origin(std::vector<Origin>& origins, const Origin& next) {
  if (!origins.empty()) {
    Origin& last = origins.back();
    if (last.text.end == next.text.begin && last.source.end == next.source.begin && last.page == next.page &&
        ratio(last) != 0 && ratio(last) == ratio(next)) {
      last.text.end = next.text.end;
      last.source.end = next.source.end;
      return;
    }
  }
  origins.push_back(next);
}

std::optional<std::size_t> Document::source_offset(std::size_t offset) const {
  const auto after =
      std::ranges::upper_bound(origins, offset, {}, [](const Origin& origin) { return origin.text.begin; });
  if (after == origins.begin()) return std::nullopt;
  const Origin& origin = *std::prev(after);
  if (offset >= origin.text.end) return std::nullopt;
  return origin.source.begin + (offset - origin.text.begin) * ratio(origin);
}

void remove_first_block(Document& document) {
  const std::size_t cut = document.blocks.size() > 1 ? document.blocks[1].span.begin : document.text.size();
  document.text.erase(0, cut);
  document.blocks.erase(document.blocks.begin());
  std::erase_if(document.origins, [&](const Origin& origin) { return origin.text.end <= cut; });
  const auto shift = [&](Span& span) {
    span.begin -= cut;
    span.end -= cut;
  };
  for (Block& block : document.blocks) shift(block.span);
  for (Origin& origin : document.origins) shift(origin.text);
}

Span TextBuilder::source_of(Span place) {
  const auto& origins = m_decoded->origins;
  if (origins.empty() || place.empty()) return place;
  // Readers mostly go forward: the stretch used last, or the one after it.
  const auto holds = [&](std::size_t i) {
    return i < origins.size() && origins[i].text.begin <= place.begin && place.begin < origins[i].text.end;
  };
  if (!holds(m_cursor) && !holds(++m_cursor)) {
    const auto after = std::ranges::upper_bound(origins, place.begin, {},
                                                [](const Origin& origin) { return origin.text.begin; });
    m_cursor = static_cast<std::size_t>(after - origins.begin());
    if (m_cursor == 0 || !holds(--m_cursor)) return {};
  }
  const Origin& origin = origins[m_cursor];
  const std::size_t scale = ratio(origin);
  if (scale == 0) return origin.source;
  return {origin.source.begin + (place.begin - origin.text.begin) * scale,
          origin.source.begin + (std::min(place.end, origin.text.end) - origin.text.begin) * scale};
}

void TextBuilder::begin_block(BlockKind kind) {
  if (m_open) m_blocks.back().span.end = m_text.size();
  m_open = false;
  m_blank = false;
  m_kind = kind;
}

void TextBuilder::emit(std::string_view characters, Span place) {
  const std::size_t begin = m_text.size();
  m_text += characters;
  const Span source = source_of(place);
  if (!source.empty()) append_origin(m_origins, {{begin, m_text.size()}, source, m_page});
}

void TextBuilder::open() {
  if (!m_open) {
    if (!m_text.empty()) m_text += "\n\n";
    m_blocks.push_back({{m_text.size(), m_text.size()}, m_kind});
    m_open = true;
  } else if (m_blank) {
    emit(" ", m_blank_place);
  }
  m_blank = false;
}

void TextBuilder::add(char32_t character, Span place) {
  if (is_space(character)) {
    if (!m_blank) m_blank_place = place;
    m_blank = true;
    return;
  }
  if (is_invisible(character)) return;
  open();
  std::string bytes;
  append_utf8(bytes, character);
  emit(bytes, place);
}

void TextBuilder::add(Span place) {
  const std::string_view text = std::string_view(m_decoded->text).substr(0, place.end);
  for (std::size_t i = place.begin; i < place.end;) {
    // Most text is ASCII words with single blanks between: they go in as one stretch.
    const std::size_t run = m_decoded->origins.empty() ? ascii_run(text, i) : i;
    if (run > i) {
      open();
      emit(text.substr(i, run - i), {i, run});
      i = run;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    add(c, {begin, i});
  }
}

std::string_view TextBuilder::block_text() const {
  return m_open ? std::string_view(m_text).substr(m_blocks.back().span.begin) : std::string_view();
}

void TextBuilder::drop_block() {
  if (!m_open) return;
  const std::size_t begin = m_blocks.back().span.begin;
  m_blocks.pop_back();
  m_text.resize(m_blocks.empty() ? 0 : m_blocks.back().span.end);
  while (!m_origins.empty() && m_origins.back().text.begin >= begin) m_origins.pop_back();
  m_open = false;
  m_blank = false;
}

void TextBuilder::finish(Document& document) {
  begin_block(BlockKind::paragraph);
  document.text = std::move(m_text);
  document.blocks = std::move(m_blocks);
  document.origins = std::move(m_origins);
}

}  // namespace relgraph
