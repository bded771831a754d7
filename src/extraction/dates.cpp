// SPDX-License-Identifier: Apache-2.0
#include "extraction/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace relgraph {

namespace {

using std::chrono::year_month_day;

constexpr std::size_t k_reach = 8;  ///< words around the trigger
using Month = std::pair<std::string_view, unsigned>;
constexpr std::array<Month, 28> k_months = {
    {{"januar", 1},    {"jänner", 1},    {"february", 2},  {"februar", 2}, {"märz", 3},      {"april", 4},
     {"mai", 5},       {"juni", 6},      {"juli", 7},      {"august", 8},  {"september", 9}, {"oktober", 10},
     {"november", 11}, {"dezember", 12}, {"january", 1},   {"march", 3},   {"may", 5},       {"june", 6},
     {"july", 7},      {"october", 10},  {"december", 12}, {"jan.", 1},    {"feb.", 2},      {"aug.", 8},
     {"sept.", 9},     {"oct.", 10},     {"nov.", 11},     {"dec.", 12}}};
using Weekday = std::pair<std::string_view, unsigned>;  // as in C: Sunday is 0
constexpr std::array<Weekday, 15> k_weekdays = {{{"sonntag", 0},
                                                 {"montag", 1},
                                                 {"dienstag", 2},
                                                 {"mittwoch", 3},
                                                 {"donnerstag", 4},
                                                 {"freitag", 5},
                                                 {"samstag", 6},
                                                 {"sonnabend", 6},
                                                 {"sunday", 0},
                                                 {"monday", 1},
                                                 {"tuesday", 2},
                                                 {"wednesday", 3},
                                                 {"thursday", 4},
                                                 {"friday", 5},
                                                 {"saturday", 6}}};
using Shift = std::pair<std::string_view, int>;
constexpr std::array<Shift, 6> k_shifts = {
    {{"gestern", -1}, {"heute", 0}, {"morgen", 1}, {"yesterday", -1}, {"today", 0}, {"tomorrow", 1}}};

template <class Table>
auto value_of(const Table& table, std::string_view word) {
  using Value = decltype(table[0].second);
  const auto* found = std::ranges::find(table, word, &Table::value_type::first);
  return found == table.end() ? std::optional<Value>() : std::optional<Value>(found->second);
}

std::optional<unsigned> number(std::string_view word, unsigned least, unsigned most) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < least || value > most)
    return std::nullopt;
  return value;
}

/// `3.`, `3`, `3rd`
std::optional<unsigned> day_of(std::string_view word) {
  for (const std::string_view ending : {".", "st", "nd", "rd", "th"})
    if (word.size() > ending.size() && word.ends_with(ending)) word.remove_suffix(ending.size());
  return number(word, 1, 31);
}

std::optional<unsigned> year_of(std::string_view word) {
  return word.size() == 4 ? number(word, 1700, 2199) : std::nullopt;
}

std::optional<year_month_day> parse_date(std::string_view iso) {
  if (iso.size() < 10) return std::nullopt;
  const auto year = year_of(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2), 1, 12), day = number(iso.substr(8, 2), 1, 31);
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                            std::chrono::day(*day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso(unsigned year, std::optional<unsigned> month = {}, std::optional<unsigned> day = {}) {
  std::array<char, 16> text{};
  if (!month)
    std::snprintf(text.data(), text.size(), "%04u", year);
  else if (!day)
    std::snprintf(text.data(), text.size(), "%04u-%02u", year, *month);
  else
    std::snprintf(text.data(), text.size(), "%04u-%02u-%02u", year, *month, *day);
  return text.data();
}

std::string iso(const year_month_day& date) {
  return iso(static_cast<unsigned>(static_cast<int>(date.year())), unsigned(date.month()),
             unsigned(date.day()));
}

/// The year in which a month lies nearest to the document.
unsigned nearest_year(const year_month_day& document, unsigned month) {
  const int apart = static_cast<int>(month) - static_cast<int>(unsigned(document.month()));
  const int year = static_cast<int>(document.year()) + (apart > 6 ? -1 : apart < -6 ? 1 : 0);
  return static_cast<unsigned>(year);
}

struct Finder {
  std::span<const std::string> words;
  bool german;
  std::optional<year_month_day> document;

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words.size() ? std::string_view(words[i]) : std::string_view();
  }

  /// The date whose month stands at `i`.
  [[nodiscard]] std::optional<std::string> around_month(std::size_t i, unsigned month) const {
    std::optional<unsigned> day = i > 0 ? day_of(word(i - 1)) : std::nullopt;
    if (!day && i > 1 && word(i - 1) == ".") day = day_of(word(i - 2));
    std::size_t next = i + 1;
    if (!day && !german) {
      day = day_of(word(next));
      if (day) ++next;
    }
    if (word(next) == ",") ++next;
    std::optional<unsigned> year = year_of(word(next));
    // `may` and `march` are verbs more often than months.
    if (!day && !year && !german && (month == 5 || month == 3) && (i == 0 || word(i - 1) != "in"))
      return std::nullopt;
    if (!year && document) year = nearest_year(*document, month);
    if (!year) return std::nullopt;
    const auto fits = [&](unsigned d) {
      return (std::chrono::year(static_cast<int>(*year)) / std::chrono::month(month) / std::chrono::day(d))
          .ok();
    };
    return iso(*year, month, day && fits(*day) ? day : std::nullopt);
  }

  [[nodiscard]] std::optional<std::string> at(std::size_t i) const {
    if (const auto month = value_of(k_months, word(i))) return around_month(i, *month);
    if (const auto shift = value_of(k_shifts, word(i)); shift && document) {
      return iso(year_month_day(std::chrono::sys_days(*document) + std::chrono::days(*shift)));
    }
    if (const auto weekday = value_of(k_weekdays, word(i)); weekday && document) {
      const std::chrono::sys_days today(*document);
      return iso(year_month_day(today - (std::chrono::weekday(today) - std::chrono::weekday(*weekday))));
    }
    const auto year = year_of(word(i));
    if (!year || i == 0) return std::nullopt;
    constexpr std::array<std::string_view, 9> k_before = {"in",    "seit", "since", "jahr", "jahre",
                                                          "until", "bis",  "von",   "from"};
    return std::ranges::find(k_before, word(i - 1)) != k_before.end() ? std::optional(iso(*year))
                                                                      : std::nullopt;
  }
};

}  // namespace

std::optional<std::string> find_date(std::span<const std::string> words, bool german, std::size_t near,
                                     std::string_view document_date) {
  const Finder finder{words, german, parse_date(document_date)};
  for (std::size_t distance = 0; distance <= k_reach; ++distance) {
    if (near >= distance)
      if (auto date = finder.at(near - distance)) return date;
    if (near + distance < words.size())
      if (auto date = finder.at(near + distance)) return date;
  }
  return std::nullopt;
}

}  // namespace relgraph
