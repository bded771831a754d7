// SPDX-License-Identifier: Apache-2.0
#include "render/contrast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "render/svg_writer.hpp"

namespace relgraph::render {

namespace {

constexpr double k_text = 4.5;
constexpr double k_line = 3;

/// Source: WCAG 2.1, "relative luminance".
double luminance(std::string_view color) {
  constexpr std::array<double, 3> k_weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < k_weights.size(); ++i) {
    unsigned byte = 0;
    const char* const begin = color.data() + 1 + 2 * i;
    std::from_chars(begin, begin + 2, byte, 16);
    const double value = byte / 255.0;
    sum += k_weights[i] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

struct Checker {
  std::string section;
  const std::string& file;
  Diagnostics& diagnostics;

  void check(const std::string& name, const std::string& color, const std::string& on_name,
             const std::string& on, double least) const {
    const double ratio = contrast(color, on);
    if (ratio >= least) return;
    std::string number;
    append_number(number, std::floor(ratio * 10) / 10);
    diagnostics.warn(section + ": '" + name + "' on '" + on_name + "' has a contrast of " + number +
                         ":1, less than " + (least == k_text ? "4.5:1" : "3:1"),
                     {.file = file});
  }

  void palette(const Palette& colors) const {
    check("text", colors.text, "background", colors.background, k_text);
    check("muted", colors.muted, "background", colors.background, k_text);
    check("positive", colors.positive, "background", colors.background, k_text);
    check("negative", colors.negative, "background", colors.background, k_text);
    check("neutral", colors.neutral, "background", colors.background, k_text);
    check("former", colors.former, "background", colors.background, k_line);
    for (std::size_t i = 0; i < colors.nodes.size(); ++i) {
      const std::string name = "node." + std::string(k_shape_names[i]);
      check("text", colors.text, name + ".fill", colors.nodes[i].fill, k_text);
      check(name + ".line", colors.nodes[i].line, name + ".fill", colors.nodes[i].fill, k_line);
      check(name + ".line", colors.nodes[i].line, "background", colors.background, k_line);
    }
  }
};

}  // namespace

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

void check_contrast(const Theme& theme, const std::string& file, Diagnostics& diagnostics) {
  Checker{"light", file, diagnostics}.palette(theme.light);
  if (theme.dark) Checker{"dark", file, diagnostics}.palette(*theme.dark);
}

}  // namespace relgraph::render
