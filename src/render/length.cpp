// SPDX-License-Identifier: Apache-2.0
#include "relgraph/length.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace relgraph {

namespace {

struct UnitRow {
  std::string_view name;
  double px;
};

constexpr double k_px_per_inch = 96;
/// In the order of LengthUnit.
constexpr std::array<UnitRow, 5> k_units{{{"px", 1},
                                          {"pt", k_px_per_inch / 72},
                                          {"mm", k_px_per_inch / 25.4},
                                          {"cm", k_px_per_inch / 2.54},
                                          {"in", k_px_per_inch}}};

const UnitRow& row_of(LengthUnit unit) { return k_units[static_cast<std::size_t>(unit)]; }

}  // namespace

double Length::px() const noexcept { return value * row_of(unit).px; }

std::optional<Length> parse_length(std::string_view text) {
  Length out;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, out.value, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(out.value) || std::signbit(out.value)) return std::nullopt;
  std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  if (unit.empty()) return out;
  if (unit.front() == ' ') unit.remove_prefix(1);
  const auto row = std::ranges::find(k_units, unit, &UnitRow::name);
  if (row == k_units.end()) return std::nullopt;
  out.unit = static_cast<LengthUnit>(row - k_units.begin());
  return out;
}

std::string to_string(Length length) {
  std::array<char, 64> digits{};
  constexpr int k_decimals = 3;
  constexpr double k_largest = 1e9;  // more digits than there is room for come from no page
  const double value = std::clamp(length.value, -k_largest, k_largest);
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                          std::chars_format::fixed, k_decimals);
  std::string out(digits.data(), end);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out.append(row_of(length.unit).name);
}

}  // namespace relgraph
