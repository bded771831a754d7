// SPDX-License-Identifier: Apache-2.0
#include "report/text.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/markup.hpp"
#include "base/utf8.hpp"

namespace relgraph::report {

namespace {

bool is_blank(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\t' || c == 0x2028 || c == 0x2029 || c == 0x85 || c == U' ';
}

/// A character that will be shown, and whether a trigger covers it.
struct Character {
  char32_t code = 0;
  bool trigger = false;
};

std::vector<Character> clean_characters(std::string_view text, const std::vector<Span>& triggers) {
  std::vector<Character> out;
  auto trigger = triggers.begin();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    while (trigger != triggers.end() && trigger->end <= begin) ++trigger;
    const bool marked = trigger != triggers.end() && trigger->begin <= begin;
    if (is_direction_mark(c)) continue;
    if (is_blank(c)) {
      if (!out.empty() && out.back().code != U' ') out.push_back({U' ', marked});
    } else {
      out.push_back({is_forbidden_in_xml(c) ? k_replacement : c, marked});
    }
  }
  if (!out.empty() && out.back().code == U' ') out.pop_back();
  return out;
}

Text runs_of(std::span<const Character> characters) {
  Text out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Character c = characters[i];
    // a blank at the edge of a trigger belongs to its neighbour
    const bool inside =
        c.trigger && (c.code != U' ' || (i + 1 < characters.size() && characters[i + 1].trigger && i > 0 &&
                                         characters[i - 1].trigger));
    const Style style = inside ? Style::trigger : Style::plain;
    if (out.empty() || out.back().style != style) out.push_back({{}, style});
    append_utf8(out.back().text, c.code);
  }
  return out;
}

void append_plain(Text& text, std::string_view more) {
  if (text.empty() || text.back().style != Style::plain) text.push_back({});
  text.back().text += more;
}

std::vector<Span> united(std::vector<Span> spans, std::size_t size) {
  std::erase_if(spans, [&](const Span& s) { return s.begin >= s.end || s.end > size; });
  std::ranges::sort(spans, {}, [](const Span& s) { return std::pair(s.begin, s.end); });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace

std::string plain(const Text& text) {
  std::string out;
  for (const Run& run : text) out += run.text;
  return out;
}

std::string clean(std::string_view text, std::size_t longest) {
  std::vector<Character> characters = clean_characters(text, {});
  const bool cut = characters.size() > longest;
  if (cut) characters.resize(longest - 1);
  std::string out = plain(runs_of(characters));
  return cut ? out + "…" : out;
}

Text passage_text(std::string_view sentence, std::vector<Span> triggers) {
  const std::vector<Character> all = clean_characters(sentence, united(std::move(triggers), sentence.size()));
  if (all.size() <= k_longest_passage) return runs_of(all);
  const auto trigger = std::ranges::find(all, true, &Character::trigger);
  const auto at = trigger == all.end() ? std::size_t{0} : static_cast<std::size_t>(trigger - all.begin());
  const std::size_t before = std::min(at, k_longest_passage / 2);
  std::size_t begin = std::min(at - before, all.size() - k_longest_passage);
  std::size_t end = begin + k_longest_passage;
  // not within a word, unless there is no end of it
  constexpr std::size_t k_word = 30;
  for (std::size_t i = 0; begin > 0 && i < k_word; ++i) {
    if (all[begin + i - 1].code != U' ') continue;
    begin += i;
    break;
  }
  for (std::size_t i = 0; end < all.size() && i < k_word; ++i) {
    if (all[end - i].code != U' ') continue;
    end -= i;
    break;
  }
  Text out;
  if (begin > 0) append_plain(out, "… ");
  for (Run& run : runs_of(std::span(all).subspan(begin, end - begin))) {
    if (run.style == Style::plain) {
      append_plain(out, run.text);
    } else {
      out.push_back(std::move(run));
    }
  }
  if (end < all.size()) append_plain(out, " …");
  return out;
}

}  // namespace relgraph::report
