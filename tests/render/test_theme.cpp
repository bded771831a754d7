// SPDX-License-Identifier: Apache-2.0
#include "render/theme.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "relgraph/error.hpp"
#include "relgraph/render.hpp"
#include "render/groups.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

/// Relative luminance of `#rrggbb`. Source: WCAG 2.1, "relative luminance".
double luminance(const std::string& color) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void check_palette(const Palette& colors) {
  const double k_text = 4.5;
  const double k_line = 3;
  for (const std::string& text :
       {colors.text, colors.muted, colors.positive, colors.negative, colors.neutral}) {
    CHECK(contrast(text, colors.background) >= k_text);
  }
  CHECK(contrast(colors.former, colors.background) >= k_line);
  const std::string area = area_fill(colors);
  for (const std::string& text :
       {colors.text, colors.muted, colors.positive, colors.negative, colors.neutral}) {
    CHECK(contrast(text, area) >= k_text);
  }
  CHECK(contrast(colors.former, area) >= k_line);
  for (const NodeColors& node : colors.nodes) {
    CHECK(contrast(colors.text, node.fill) >= k_text);
    CHECK(contrast(node.line, node.fill) >= k_line);
    CHECK(contrast(node.line, colors.background) >= k_line);
  }
}

}  // namespace

TEST_CASE("contrast: the formula gives known values") {
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
  CHECK(contrast("#2166ac", "#ffffff") == Approx(5.90).margin(0.01));
}

TEST_CASE("themes: all of them pass WCAG AA, light and dark") {
  const std::vector<std::string> names = theme_names();
  CHECK(names == std::vector<std::string>{"dark", "default", "print"});
  for (const std::string& name : names) {
    INFO(name);
    const Theme theme = load_theme(name);
    check_palette(theme.light);
    if (theme.dark) check_palette(*theme.dark);
  }
  CHECK(load_theme("default").dark.has_value());
  CHECK_FALSE(load_theme("print").dark.has_value());
}

TEST_CASE("themes: an unknown one is a wrong call that names the known ones") {
  try {
    (void)load_theme("../default");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(error.hint() == "themes: dark, default, print");
  }
}

TEST_CASE("themes: faults are found with file and line") {
  const auto message = [](std::string_view toml) {
    try {
      (void)parse_theme(toml, "themes/x.toml");
    } catch (const Error& error) {
      CHECK(error.where().file == "themes/x.toml");
      CHECK(error.where().line.has_value());
      return error.message();
    }
    return std::string("no error");
  };
  CHECK(message("") == "'light' is missing");
  CHECK(message("[light]\nbackground = \"white\"") == "colour 'background' is not of the form #rrggbb");
  CHECK(message("[light]\nbackground = \"#fff\\\"/>\"") == "colour 'background' is not of the form #rrggbb");
  CHECK(message("[light") != "no error");
}
