// SPDX-License-Identifier: Apache-2.0
#include "reading/metadata.hpp"

#include <array>
#include <cctype>
#include <chrono>
#include <vector>

#include "base/utf8.hpp"
#include "reading/text_builder.hpp"

namespace relgraph {

namespace {

constexpr std::array<std::array<std::string_view, 2>, 12> k_months{{{"jan", "januar"},
                                                                    {"feb", "februar"},
                                                                    {"mar", "marz"},
                                                                    {"apr", "april"},
                                                                    {"may", "mai"},
                                                                    {"jun", "juni"},
                                                                    {"jul", "juli"},
                                                                    {"aug", "august"},
                                                                    {"sep", "september"},
                                                                    {"oct", "oktober"},
                                                                    {"nov", "november"},
                                                                    {"dec", "dezember"}}};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Month of a folded word: "januar", "jan", "january", "marz"; 0 if it is none.
unsigned month_of(std::string_view word) {
  for (unsigned m = 0; m < k_months.size(); ++m) {
    const auto& [english, german] = k_months.at(m);
    if (word.size() >= 3 && (word.starts_with(english) || word.starts_with(german.substr(0, 3))))
      return m + 1;
  }
  return 0;
}

/// Numbers and words of the text, in order, at most four.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < text.size() && parts.size() < 4;) {
    const bool digit = is_ascii_digit(text[i]);
    if (!digit && std::isalpha(static_cast<unsigned char>(text[i])) == 0) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() &&
           (digit ? is_ascii_digit(text[i]) : std::isalpha(static_cast<unsigned char>(text[i])) != 0)) {
      ++i;
    }
    parts.push_back(text.substr(begin, i - begin));
  }
  return parts;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 4)) value = value * 10 + (c - '0');
  return digits.size() > 4 ? 0 : value;
}

std::string iso(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok() || year < 1000) return {};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

}  // namespace

std::string normalise_date(std::string_view text) {
  constexpr std::size_t k_longest = 100;
  const std::string folded = fold(text.substr(0, std::min(text.size(), k_longest)));
  std::vector<std::string_view> parts = parts_of(folded);
  // A weekday in front says nothing: "Dienstag, 22. Januar 2025".
  if (!parts.empty() && !is_ascii_digit(parts[0][0]) && month_of(parts[0]) == 0) parts.erase(parts.begin());
  if (parts.size() == 1 && parts[0].size() == 8 && is_ascii_digit(parts[0][0])) {
    return iso(number(parts[0].substr(0, 4)), static_cast<unsigned>(number(parts[0].substr(4, 2))),
               static_cast<unsigned>(number(parts[0].substr(6, 2))));
  }
  if (parts.size() < 3) return {};
  const auto as_number = [&](std::size_t i) {
    return is_ascii_digit(parts[i][0]) ? static_cast<unsigned>(number(parts[i])) : 0U;
  };
  if (parts[0].size() == 4 && as_number(0) != 0) return iso(number(parts[0]), as_number(1), as_number(2));
  if (!is_ascii_digit(parts[2][0])) return {};
  if (const unsigned month = month_of(parts[0])) return iso(number(parts[2]), month, as_number(1));
  const unsigned month = is_ascii_digit(parts[1][0]) ? as_number(1) : month_of(parts[1]);
  return iso(number(parts[2]), month, as_number(0));
}

std::string normalise_language(std::string_view tag) {
  std::string out;
  for (const char c : tag) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out.size() == 2 || out.size() == 3 ? out : std::string();
}

std::string one_line(std::string_view text) {
  const Decoded decoded{repair_utf8(text), {}};
  TextBuilder builder(decoded);
  builder.add(Span{0, decoded.text.size()});
  Document document;
  builder.finish(document);
  return document.text;
}

}  // namespace relgraph
