// SPDX-License-Identifier: Apache-2.0
#include "extraction/amounts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace relgraph {

namespace {

constexpr std::size_t k_reach = 25;  ///< words around the trigger

using Scale = std::pair<std::string_view, double>;
constexpr std::array<Scale, 16> k_scales = {{{"tausend", 1e3},
                                             {"thousand", 1e3},
                                             {"million", 1e6},
                                             {"millionen", 1e6},
                                             {"mio.", 1e6},
                                             {"mio", 1e6},
                                             {"millions", 1e6},
                                             {"m", 1e6},
                                             {"milliarde", 1e9},
                                             {"milliarden", 1e9},
                                             {"mrd.", 1e9},
                                             {"mrd", 1e9},
                                             {"billion", 1e9},
                                             {"bn", 1e9},
                                             {"billionen", 1e12},
                                             {"trillion", 1e12}}};
using Currency = std::pair<std::string_view, std::string_view>;
constexpr std::array<Currency, 21> k_currencies = {
    {{"$", "USD"},          {"us$", "USD"}, {"dollar", "USD"}, {"dollars", "USD"}, {"us-dollar", "USD"},
     {"us-dollars", "USD"}, {"usd", "USD"}, {"€", "EUR"},      {"euro", "EUR"},    {"euros", "EUR"},
     {"eur", "EUR"},        {"£", "GBP"},   {"pound", "GBP"},  {"pounds", "GBP"},  {"pfund", "GBP"},
     {"franken", "CHF"},    {"chf", "CHF"}, {"yen", "JPY"},    {"yuan", "CNY"},    {"rubel", "RUB"},
     {"złotys", "PLN"}}};

double scale_of(std::string_view word, bool german) {
  if (german && word == "billion") return 1e12;
  const auto* found = std::ranges::find(k_scales, word, &Scale::first);
  return found == k_scales.end() ? 0.0 : found->second;
}

std::string_view currency_of(std::string_view word) {
  const auto* found = std::ranges::find(k_currencies, word, &Currency::first);
  return found == k_currencies.end() ? std::string_view("") : found->second;
}

/// `14,5`, `1.368` and `900` in German, `14.5`, `1,368` in English.
std::optional<double> parse_number(std::string_view word, bool german) {
  std::string plain;
  const char decimal = german ? ',' : '.';
  const char group = german ? '.' : ',';
  for (const char c : word) {
    if (c >= '0' && c <= '9') {
      plain += c;
    } else if (c == decimal) {
      plain += '.';
    } else if (c != group) {
      return std::nullopt;
    }
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

/// Splits `14.5bn` and `500-milliarden-dollar-projekt` into what the tables know.
std::vector<std::string_view> parts_of(std::string_view word) {
  std::vector<std::string_view> parts;
  const std::size_t digits = word.find_first_not_of("0123456789.,");
  if (digits == std::string_view::npos || digits == 0) {
    parts.push_back(word);
  } else if (word[digits] == '-') {
    for (std::size_t begin = 0; begin < word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      parts.push_back(word.substr(begin, end - begin));
      begin = end + 1;
    }
  } else {
    parts = {word.substr(0, digits), word.substr(digits)};
  }
  return parts;
}

std::optional<Amount> amount_at(std::span<const std::string> words, bool german, std::size_t at) {
  std::vector<std::string_view> parts;
  for (std::size_t i = at; i < std::min(at + 4, words.size()); ++i) {
    for (const std::string_view part : parts_of(words[i])) parts.push_back(part);
  }
  if (parts.empty()) return std::nullopt;
  const auto number = parse_number(parts.front(), german);
  if (!number) return std::nullopt;
  Amount amount{*number, {}};
  std::size_t next = 1;
  if (next < parts.size()) {
    if (const double scale = scale_of(parts[next], german); scale > 0) {
      amount.value *= scale;
      ++next;
    }
  }
  if (at > 0) amount.currency = currency_of(words[at - 1]);
  for (std::size_t i = next; i < std::min(next + 2, parts.size()) && amount.currency.empty(); ++i)
    amount.currency = currency_of(parts[i]);
  if (amount.currency.empty()) return std::nullopt;
  return amount;
}

}  // namespace

std::optional<Amount> find_amount(std::span<const std::string> words, bool german, std::size_t near) {
  std::optional<Amount> best;
  std::size_t best_distance = k_reach;
  const std::size_t first = near > k_reach ? near - k_reach : 0;
  for (std::size_t i = first; i < std::min(words.size(), near + k_reach); ++i) {
    const std::size_t distance = i > near ? i - near : near - i;
    if (distance >= best_distance || words[i].empty() || words[i].size() > 60) continue;
    if (words[i].front() < '0' || words[i].front() > '9') continue;
    if (auto amount = amount_at(words, german, i)) {
      best = std::move(amount);
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace relgraph
