// SPDX-License-Identifier: Apache-2.0
#include "language/network/lemma_script.hpp"

#include <unicode/uchar.h>

#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.hpp"
#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

/// The word without its infix; nothing where it has none.
std::optional<std::u32string> without_infix(std::u32string word, const std::u32string& infix) {
  if (infix.empty()) return word;
  const std::size_t at = word.find(infix, infix == U"zu" ? 1 : 0);
  if (at == std::u32string::npos) return std::nullopt;
  word.erase(at, infix.size());
  return word;
}

void drop_last_umlaut(std::u32string& stem) {
  constexpr std::u32string_view k_with = U"äöüÄÖÜ", k_without = U"aouAOU";
  const std::size_t at = stem.find_last_of(k_with);
  if (at != std::u32string::npos) stem[at] = k_without[k_with.find(stem[at])];
}

}  // namespace

LemmaScript LemmaScript::parse(std::string_view text) {
  LemmaScript script;
  if (text.starts_with('=')) {
    script.whole = text.substr(1);
    return script;
  }
  const auto fail = [&] {
    throw Error(ErrorCode::input,
                "the language model is damaged: '" + std::string(text) + "' is no lemma script");
  };
  std::array<std::string_view, 4> fields;
  std::string_view rest = text;
  for (std::string_view& field : fields) {
    const std::size_t bar = rest.find('|');
    if (bar == std::string_view::npos) fail();
    field = rest.substr(0, bar);
    rest.remove_prefix(bar + 1);
  }
  int strip = 0;
  const auto [end, error] = std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), strip);
  const bool letter =
      fields[0].size() == 1 && std::string_view("lcuk").find(fields[0][0]) != std::string_view::npos;
  if (!letter || error != std::errc() || strip > 0) fail();
  script.letters = static_cast<Case>(fields[0][0]);
  script.infix = fields[1];
  script.umlaut = fields[2] == "1";
  script.strip = static_cast<std::size_t>(-strip);
  script.append = rest;
  return script;
}

std::string LemmaScript::apply(std::string_view word) const {
  if (!whole.empty()) return whole;
  std::u32string letters_of = code_points(word);
  if (letters != Case::keep)
    for (char32_t& c : letters_of) c = lower(c);
  auto stem = without_infix(std::move(letters_of), code_points(infix));
  if (!stem || stem->size() < strip) return std::string(word);
  stem->resize(stem->size() - strip);
  if (umlaut) drop_last_umlaut(*stem);
  *stem += code_points(append);
  if (stem->empty()) return std::string(word);
  if (letters == Case::capital) stem->front() = upper(stem->front());
  if (letters == Case::upper)
    for (char32_t& c : *stem) c = upper(c);
  return utf8(*stem);
}

}  // namespace relgraph::network
