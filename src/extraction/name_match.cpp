// SPDX-License-Identifier: Apache-2.0
#include "extraction/name_match.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

constexpr std::array<std::string_view, 15> k_articles = {"der",  "die",   "das",   "den",   "dem",
                                                         "des",  "the",   "a",     "an",    "ein",
                                                         "eine", "einer", "eines", "einem", "einen"};

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// Letters and digits of a word in small letters.
std::string letters_of(std::string_view word) {
  const std::string low = to_lower(word);
  std::string out;
  for (std::size_t at = 0; at < low.size();) {
    const char32_t c = next_code_point(low, at);
    if (is_letter(c) || is_digit(c)) append_utf8(out, c);
  }
  return out;
}

/// Whether the letters stand in the words in this order, the first one first.
bool is_short_for(std::string_view letters, const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += word;
  const std::size_t count = length(letters);
  if (count < 2 || count > 6 || length(joined) <= count + 1) return false;
  std::size_t at = 0, i = 0;
  if (next_code_point(letters, i) != next_code_point(joined, at)) return false;
  while (i < letters.size()) {
    const char32_t wanted = next_code_point(letters, i);
    bool found = false;
    while (!found && at < joined.size()) found = next_code_point(joined, at) == wanted;
    if (!found) return false;
  }
  return true;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

NameKeys name_keys(std::span<const std::string_view> words) {
  NameKeys out;
  bool small = false;
  for (const std::string_view word : words) {
    for (std::size_t at = 0; at < word.size();) {
      const char32_t c = next_code_point(word, at);
      out.capitals = out.capitals || is_upper(c);
      small = small || (is_letter(c) && !is_upper(c));
    }
    std::string key = letters_of(word);
    if (key.empty() || word == "'s" || word == "’s" || std::ranges::find(k_articles, key) != k_articles.end())
      continue;
    if (key.back() == 's' && length(key) > 3) key.pop_back();
    out.keys.push_back(std::move(key));
  }
  out.capitals = out.capitals && !small;
  return out;
}

NameMatch match_names(const NameKeys& a, const NameKeys& b) {
  if (a.keys.empty() || b.keys.empty()) return NameMatch::none;
  if (a.keys == b.keys) return NameMatch::equal;
  const NameKeys& brief = a.keys.size() > b.keys.size() ? b : a;
  const NameKeys& full = a.keys.size() > b.keys.size() ? a : b;
  const auto& x = brief.keys;
  const auto& y = full.keys;
  if (std::equal(x.rbegin(), x.rend(), y.rbegin())) return NameMatch::suffix;
  if (std::equal(x.begin(), x.end(), y.begin())) return NameMatch::prefix;
  if (x.size() == 1 && brief.capitals && is_short_for(x.front(), y)) return NameMatch::acronym;
  if (y.size() == 1 && full.capitals && is_short_for(y.front(), x)) return NameMatch::acronym;
  if (std::ranges::all_of(x, [&](const std::string& word) { return contains(y, word); }))
    return NameMatch::inside;
  if (std::ranges::any_of(x, [&](const std::string& word) { return length(word) > 3 && contains(y, word); }))
    return NameMatch::shared;
  return NameMatch::none;
}

}  // namespace relgraph
