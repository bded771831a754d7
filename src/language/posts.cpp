// SPDX-License-Identifier: Apache-2.0
#include "language/posts.hpp"

#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_line = 200;
constexpr std::size_t k_longest_name = 60;

/// Month by its first letters, from 1; 0 if the word is none.
int month_of(const std::string& word) {
  constexpr std::array<std::string_view, 17> k_stems = {"jan", "feb", "mar", "mär", "apr", "mai",
                                                        "may", "jun", "jul", "aug", "sep", "oct",
                                                        "okt", "nov", "dec", "dez", "jän"};
  constexpr std::array<int, 17> k_months = {1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 12, 1};
  for (std::size_t i = 0; i < k_stems.size(); ++i) {
    if (word.starts_with(k_stems[i])) return k_months[i];
  }
  return 0;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// Runs of digits or letters of a short text.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  bool digits = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    if (!is_letter(c) && !is_digit(c)) {
      digits = false;
      if (parts.empty() || !parts.back().empty()) parts.emplace_back();
      continue;
    }
    const bool digit = is_digit(c);
    if (parts.empty() || (!parts.back().empty() && digit != digits)) parts.emplace_back();
    digits = digit;
    parts.back() += text.substr(begin, i - begin);
  }
  return parts;
}

int number_of(const std::string& part) {
  if (part.empty() || part.size() > 4 || part.find_first_not_of("0123456789") != std::string::npos) return -1;
  return std::stoi(part);
}

}  // namespace

std::string parse_date(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  for (const std::string& part : parts_of(text.substr(0, k_longest_line))) {
    const int number = number_of(part);
    if (number >= 1900 && number <= 2100 && part.size() == 4) {
      year = number;
    } else if (number >= 1 && number <= 31 && day == 0) {
      day = number;
    } else if (number < 0 && month == 0) {
      month = month_of(to_lower(part));
    }
  }
  if (year == 0 || month == 0 || day == 0) return {};
  return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

std::optional<Signature> parse_signature(std::string_view text, Span line) {
  const std::string_view view = line.of(text);
  if (view.size() > k_longest_line) return std::nullopt;
  std::size_t name = 0;
  for (const std::string_view dash : {"-", "–", "—", "―"}) {
    while (view.substr(name).starts_with(dash)) name += dash.size();
  }
  if (name == 0) return std::nullopt;
  name = view.find_first_not_of(' ', name);
  const std::size_t open = view.find("(@");
  const std::size_t close = open == std::string_view::npos ? open : view.find(')', open);
  if (name == std::string_view::npos || close == std::string_view::npos || name >= open) return std::nullopt;
  std::size_t name_end = open;
  while (name_end > name && view[name_end - 1] == ' ') --name_end;
  if (name_end == name || name_end - name > k_longest_name) return std::nullopt;
  return Signature{{line.begin + name, line.begin + name_end},
                   {line.begin + open + 1, line.begin + close},
                   parse_date(view.substr(close + 1))};
}

}  // namespace relgraph
