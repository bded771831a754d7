// SPDX-License-Identifier: Apache-2.0
#include "extraction/triggers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_widest_gap = 14;  ///< words that may stand in for `…`
constexpr std::string_view k_gap = "…";

struct FrameName {
  std::string_view name;
  Frame frame;
};
constexpr std::array<FrameName, 7> k_frames = {{{"act", Frame::act},
                                                {"undergo", Frame::undergo},
                                                {"noun", Frame::noun},
                                                {"role", Frame::role},
                                                {"mutual", Frame::mutual},
                                                {"bracket", Frame::bracket},
                                                {"beside", Frame::beside}}};

/// Columns of a row.
enum Column : std::size_t { k_type, k_cue, k_frame, k_prepositions, k_reach, k_confidence, k_columns };

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(mark);
    if (end != 0) parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

[[noreturn]] void fail(const std::string& what, const std::string& file, std::size_t line) {
  throw Error(ErrorCode::internal, what, {.file = file, .line = line});
}

Trigger read_row(const TsvRow& row, const std::string& file) {
  if (row.fields.size() != k_columns) fail("a trigger has six columns", file, row.line);
  Trigger trigger;
  trigger.type = find_relation_type(row.fields[k_type]);
  if (trigger.type == nullptr)
    fail("there is no relation type '" + std::string(row.fields[k_type]) + "'", file, row.line);
  trigger.cue = split(row.fields[k_cue], ' ');
  if (trigger.cue.empty() || trigger.cue.front() == k_gap || trigger.cue.back() == k_gap)
    fail("a cue starts and ends with a word", file, row.line);
  const auto* frame = std::ranges::find(k_frames, row.fields[k_frame], &FrameName::name);
  if (frame == k_frames.end())
    fail("there is no frame '" + std::string(row.fields[k_frame]) + "'", file, row.line);
  trigger.frame = frame->frame;
  trigger.prepositions = split(row.fields[k_prepositions], ',');
  trigger.near = row.fields[k_reach] == "near";
  if (!trigger.near && row.fields[k_reach] != "sentence")
    fail("the reach of a trigger is 'near' or 'sentence'", file, row.line);
  const std::string_view number = row.fields[k_confidence];
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), trigger.confidence);
  if (error != std::errc() || trigger.confidence <= 0 || trigger.confidence > 1)
    fail("the confidence is no number between 0 and 1", file, row.line);
  return trigger;
}

/// The last part of a compound with hyphens (`tesla-chef`), or nothing.
std::string_view compound_tail(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  return hyphen == std::string_view::npos || hyphen == 0 ? std::string_view() : word.substr(hyphen + 1);
}

bool fits(std::string_view pattern, std::string_view word) {
  const bool open_start = pattern.size() > 1 && pattern.front() == '*';
  const bool open_end = pattern.size() > 1 && pattern.back() == '*';
  if (open_start) pattern.remove_prefix(1);
  if (open_end) pattern.remove_suffix(1);
  if (open_start) {
    const std::size_t found = word.rfind(pattern);
    // The German endings behind the tail of a compound are short: `…ministerin`, `…chefs`.
    return found != std::string_view::npos && found > 0 &&
           word.size() - found - pattern.size() <= (open_end ? 3 : 0);
  }
  const auto whole = [&](std::string_view text) {
    return open_end ? text.starts_with(pattern) : text == pattern;
  };
  const std::string_view tail = compound_tail(word);
  return whole(word) || (!tail.empty() && whole(tail));
}

/// End of the match of `trigger` that starts at word `at`, and the words it covers.
std::optional<std::size_t> match_end(const Trigger& trigger, std::span<const std::string> words,
                                     std::size_t at) {
  std::size_t next = at;
  bool gap = false;
  for (const std::string_view part : trigger.cue) {
    if (part == k_gap) {
      gap = true;
      continue;
    }
    const std::size_t limit = std::min(words.size(), next + (gap ? k_widest_gap : 1));
    while (next < limit && !fits(part, words[next])) ++next;
    if (next >= limit) return std::nullopt;
    ++next;
    gap = false;
  }
  return next;
}

}  // namespace

TriggerList::TriggerList(std::string_view language) {
  const std::string file = "triggers/" + std::string(language) + ".tsv";
  for (const TsvRow& row : parse_tsv(embedded_file(file))) m_triggers.push_back(read_row(row, file));
  for (std::size_t i = 0; i < m_triggers.size(); ++i) {
    std::string_view key = m_triggers[i].cue.front();
    if (key.size() > 1 && key.front() == '*') {
      key.remove_prefix(1);
      if (key.back() == '*') key.remove_suffix(1);
      m_ends.push_back({key, i});
    } else if (key.size() > 1 && key.back() == '*') {
      m_starts.push_back({key.substr(0, key.size() - 1), i});
    } else {
      m_exact.push_back({key, i});
    }
    m_longest = std::max(m_longest, key.size());
  }
  for (auto* list : {&m_exact, &m_starts, &m_ends}) std::ranges::stable_sort(*list, {}, &Entry::key);
}

void TriggerList::find_at(std::span<const std::string> words, std::size_t at,
                          std::vector<TriggerMatch>& out) const {
  const std::string_view word = words[at];
  const std::size_t before = out.size();
  const auto try_key = [&](const std::vector<Entry>& list, std::string_view key) {
    for (auto entry = std::ranges::lower_bound(list, key, {}, &Entry::key);
         entry != list.end() && entry->key == key; ++entry) {
      const Trigger& trigger = m_triggers[entry->trigger];
      if (const auto end = match_end(trigger, words, at))
        out.push_back({&trigger, at, *end, trigger.cue.size()});
    }
  };
  for (const std::string_view part : {word, compound_tail(word)}) {
    if (out.size() == before && !part.empty()) try_key(m_exact, part);
    for (std::size_t n = std::min(part.size(), m_longest); n >= 3 && out.size() == before; --n)
      try_key(m_starts, part.substr(0, n));
  }
  // Tails may have a short ending behind them (see fits()).
  const std::size_t longest = std::min(word.size(), m_longest + 3);
  for (std::size_t from = word.size() - longest; from < word.size() && out.size() == before; ++from) {
    for (std::size_t cut = 0; cut <= 3 && from + cut + 3 <= word.size() && out.size() == before; ++cut) {
      if (from > 0) try_key(m_ends, word.substr(from, word.size() - from - cut));
    }
  }
  // The longest cue says most; `trat … zurück` wins over `trat`.
  std::size_t most = 0;
  for (std::size_t i = before; i < out.size(); ++i) most = std::max(most, out[i].words);
  std::erase_if(out, [&](const TriggerMatch& match) { return match.begin == at && match.words < most; });
}

std::vector<TriggerMatch> TriggerList::find(std::span<const std::string> words) const {
  std::vector<TriggerMatch> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty() || words[i].size() > 80) continue;
    std::vector<TriggerMatch> here;
    find_at(words, i, here);
    out.insert(out.end(), here.begin(), here.end());
  }
  return out;
}

const TriggerList& triggers(std::string_view language) {
  static const TriggerList german("de");
  if (language == "de") return german;
  static const TriggerList english("en");
  return english;
}

}  // namespace relgraph
