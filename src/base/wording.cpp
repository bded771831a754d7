// SPDX-License-Identifier: Apache-2.0
#include "base/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>

namespace relgraph {

namespace {

struct Scale {
  double unit;
  std::string_view german;
  std::string_view english;
};
constexpr std::array<Scale, 4> k_scales{
    {{1e12, " Bio.", " tn"}, {1e9, " Mrd.", " bn"}, {1e6, " Mio.", " m"}, {1, "", ""}}};

constexpr std::array<std::string_view, 12> k_months_de = {"Januar",    "Februar", "März",     "April",
                                                          "Mai",       "Juni",    "Juli",     "August",
                                                          "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 12> k_months_en = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// A number with at most two decimals and thousands set apart.
std::string readable_number(double value, bool german) {
  const auto hundredths = static_cast<std::int64_t>(std::llround(std::abs(value) * 100));
  std::string digits = std::to_string(hundredths / 100);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, german ? "." : ",");
  if (const std::int64_t rest = hundredths % 100; rest != 0) {
    digits += german ? ',' : '.';
    digits += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) digits += static_cast<char>('0' + rest % 10);
  }
  return (value < 0 ? "-" : "") + digits;
}

std::optional<unsigned> whole(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string fill_in(std::string_view text, std::initializer_list<std::string> values) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '1' &&
                       static_cast<std::size_t>(text[i + 1] - '1') < values.size();
    if (!place) {
      out += text[i];
      continue;
    }
    out += *(values.begin() + (text[i + 1] - '1'));
    i += 2;
  }
  return out;
}

std::string counted(std::string_view one, std::string_view many, std::size_t count) {
  return count == 1 ? std::string(one) : fill_in(many, {std::to_string(count)});
}

std::string money(double amount, std::string_view currency, std::string_view language) {
  const bool german = language == "de";
  constexpr double k_largest = 1e16;  // beyond it the digits of a double are no whole sums
  if (!std::isfinite(amount) || std::abs(amount) >= k_largest) return {};
  const Scale* scale = std::begin(k_scales);
  while (scale->unit > 1 && std::abs(amount) < scale->unit) ++scale;
  std::string out = readable_number(amount / scale->unit, german);
  out += german ? scale->german : scale->english;
  if (currency.empty()) return out;
  return german ? out + " " + std::string(currency) : std::string(currency) + " " + out;
}

std::string date_text(std::string_view iso, std::string_view language) {
  const bool german = language == "de";
  const bool has_day = iso.size() >= 10 && iso[4] == '-' && iso[7] == '-';
  const bool has_month = has_day || (iso.size() == 7 && iso[4] == '-');
  if (!has_month) return std::string(iso);
  const auto month = whole(iso.substr(5, 2));
  const auto day = has_day ? whole(iso.substr(8, 2)) : std::optional<unsigned>(0);
  if (!month || !day || !whole(iso.substr(0, 4)) || *month < 1 || *month > 12) return std::string(iso);
  std::string out = has_day ? std::to_string(*day) + (german ? ". " : " ") : std::string();
  out += german ? k_months_de[*month - 1] : k_months_en[*month - 1];
  return out + " " + std::string(iso.substr(0, 4));
}

}  // namespace relgraph
