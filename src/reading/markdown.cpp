// SPDX-License-Identifier: Apache-2.0
#include <md4c.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "base/utf8.hpp"
#include "reading/metadata.hpp"
#include "reading/readers.hpp"

namespace relgraph {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 34> k_entities{{
    {"amp", U'&'},     {"lt", U'<'},      {"gt", U'>'},      {"quot", U'"'},     {"apos", U'\''},
    {"nbsp", 0xA0},    {"shy", 0xAD},     {"ndash", 0x2013}, {"mdash", 0x2014},  {"hellip", 0x2026},
    {"laquo", 0xAB},   {"raquo", 0xBB},   {"bdquo", 0x201E}, {"ldquo", 0x201C},  {"rdquo", 0x201D},
    {"sbquo", 0x201A}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"Auml", 0xC4},     {"Ouml", 0xD6},
    {"Uuml", 0xDC},    {"szlig", 0xDF},   {"eacute", 0xE9},  {"egrave", 0xE8},   {"ccedil", 0xE7},
    {"euro", 0x20AC},  {"pound", 0xA3},   {"sect", 0xA7},    {"copy", 0xA9},
}};

/// "&auml;", "&#228;" or "&#xE4;"; U+FFFD for names that are not in the table.
char32_t decode_entity(std::string_view entity) {
  entity = entity.substr(1, entity.size() - 2);
  if (entity.starts_with("#")) {
    const bool hex = entity.size() > 1 && (entity[1] == 'x' || entity[1] == 'X');
    const std::string_view digits = entity.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    return value;
  }
  const auto* const found =
      std::ranges::find(k_entities, entity, &std::pair<std::string_view, char32_t>::first);
  return found == k_entities.end() ? k_replacement : found->second;
}

/// What the callbacks of the parser share.
struct State {
  const Decoded* decoded = nullptr;
  TextBuilder* builder = nullptr;
  std::size_t quotes = 0;
  std::size_t silent = 0;  ///< depth of what is not prose: code, images
  bool first_heading = false;
  std::string* heading = nullptr;  ///< text of the first level-1 heading
};

State& state_of(void* user) { return *static_cast<State*>(user); }

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  State& state = state_of(user);
  const BlockKind plain = state.quotes > 0 ? BlockKind::quote : BlockKind::paragraph;
  switch (type) {
    case MD_BLOCK_QUOTE: ++state.quotes; break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML: ++state.silent; break;
    case MD_BLOCK_LI: state.builder->begin_block(BlockKind::list_item); break;
    case MD_BLOCK_H:
      state.first_heading = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 && state.heading->empty();
      state.builder->begin_block(BlockKind::heading);
      break;
    case MD_BLOCK_P:
      // The paragraph of a list item stays in it.
      if (!state.builder->block_is_empty()) state.builder->begin_block(plain);
      if (state.quotes > 0) state.builder->begin_block(plain);
      break;
    case MD_BLOCK_TR: state.builder->begin_block(BlockKind::list_item); break;
    default: break;
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  State& state = state_of(user);
  switch (type) {
    case MD_BLOCK_QUOTE: --state.quotes; break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML: --state.silent; return 0;
    case MD_BLOCK_H:
      if (state.first_heading) *state.heading = state.builder->block_text();
      state.first_heading = false;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: state.builder->add(U' ', {}); return 0;
    case MD_BLOCK_P:
    case MD_BLOCK_LI:
    case MD_BLOCK_TR: break;
    default: return 0;
  }
  state.builder->begin_block(state.quotes > 0 ? BlockKind::quote : BlockKind::paragraph);
  return 0;
}

int enter_span(MD_SPANTYPE type, void* /*detail*/, void* user) {
  if (type == MD_SPAN_IMG) ++state_of(user).silent;
  return 0;
}

int leave_span(MD_SPANTYPE type, void* /*detail*/, void* user) {
  if (type == MD_SPAN_IMG) --state_of(user).silent;
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  State& state = state_of(user);
  if (state.silent > 0 || type == MD_TEXT_HTML || type == MD_TEXT_NULLCHAR) return 0;
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    state.builder->add(U' ', {});
    return 0;
  }
  // Text is handed over as a piece of the parsed buffer, so its place is known.
  const char* begin = state.decoded->text.data();
  const bool inside = std::less_equal<>()(begin, text) &&
                      std::less_equal<>()(text + size, begin + state.decoded->text.size());
  if (!inside) return 0;
  const auto offset = static_cast<std::size_t>(text - begin);
  if (type == MD_TEXT_ENTITY) {
    state.builder->add(decode_entity({text, size}), {offset, offset + size});
  } else {
    state.builder->add(Span{offset, offset + size});
  }
  return 0;
}

std::string_view unquoted(std::string_view value) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\r')) value.remove_suffix(1);
  const bool quoted =
      value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

/// Reads "key: value" lines between two "---"; the offset after them.
std::size_t read_front_matter(std::string_view text, Document& document) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  std::size_t i = text.find('\n') + 1;
  Document found;
  while (i < text.size()) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    std::string_view line = text.substr(i, end - i);
    i = std::min(end + 1, text.size());
    const std::string_view bare = unquoted(line);
    if (bare == "---" || bare == "...") {
      document = std::move(found);
      return i;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = unquoted(line.substr(colon + 1));
    if (key == "title") found.title = one_line(value);
    if (key == "date") found.date = normalise_date(value);
    if (key == "lang" || key == "language") found.language = normalise_language(value);
    if (key == "url" || key == "canonical") found.url = one_line(value);
  }
  return 0;  // never closed: a rule, not front matter
}

}  // namespace

Document parse_markdown(const Decoded& decoded) {
  Document document;
  const std::size_t start = read_front_matter(decoded.text, document);
  TextBuilder builder(decoded);
  std::string heading;
  State state{.decoded = &decoded, .builder = &builder, .heading = &heading};
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = take_text;
  const std::size_t size = decoded.text.size() - start;
  if (size > std::numeric_limits<MD_SIZE>::max()) throw Error(ErrorCode::input, "is too large for Markdown");
  if (md_parse(decoded.text.data() + start, static_cast<MD_SIZE>(size), &parser, &state) != 0) {
    throw Error(ErrorCode::input, "is too large for Markdown");
  }
  builder.finish(document);
  if (document.title.empty()) document.title = heading;
  // The headline is the title, not part of the text.
  if (!document.title.empty() && !document.blocks.empty() && document.blocks[0].kind == BlockKind::heading &&
      fold(document.blocks[0].span.of(document.text)) == fold(document.title)) {
    remove_first_block(document);
  }
  return document;
}

}  // namespace relgraph
