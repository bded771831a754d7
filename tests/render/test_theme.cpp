// SPDX-License-Identifier: Apache-2.0
#include "render/theme.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "fixtures.hpp"
#include "relgraph/error.hpp"
#include "relgraph/render.hpp"
#include "render/contrast.hpp"
#include "render/groups.hpp"
#include "render/label_text.hpp"
#include "render/line_style.hpp"
#include "xml.hpp"

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

double contrast_of(const std::string& a, const std::string& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void check_palette(const Palette& colors, double text_contrast, double line_contrast) {
  for (const std::string& text :
       {colors.text, colors.muted, colors.positive, colors.negative, colors.neutral}) {
    CHECK(contrast_of(text, colors.background) >= text_contrast);
  }
  CHECK(contrast_of(colors.former, colors.background) >= line_contrast);
  const std::string area = area_fill(colors);
  for (const std::string& text :
       {colors.text, colors.muted, colors.positive, colors.negative, colors.neutral}) {
    CHECK(contrast_of(text, area) >= text_contrast);
  }
  CHECK(contrast_of(colors.former, area) >= line_contrast);
  for (const NodeColors& node : colors.nodes) {
    CHECK(contrast_of(colors.text, node.fill) >= text_contrast);
    CHECK(contrast_of(node.line, node.fill) >= line_contrast);
    CHECK(contrast_of(node.line, colors.background) >= line_contrast);
  }
}

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

/// Complete lack of one kind of cones. Source: Machado, Oliveira, Fernandes 2009, table 1, severity 1.0.
constexpr Matrix k_protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix k_deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix k_tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix k_all_cones{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

Triple times(const Matrix& matrix, const Triple& vector) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) out[i] += matrix[i][j] * vector[j];
  }
  return out;
}

/// CIE L*a*b* (D65) of a colour as eyes see it that the matrix stands for.
Triple seen(const std::string& color, const Matrix& eyes) {
  Triple linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    linear[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  linear = times(eyes, linear);
  for (double& value : linear) value = std::clamp(value, 0.0, 1.0);
  constexpr Matrix k_to_xyz{{{0.4124564, 0.3575761, 0.1804375},
                             {0.2126729, 0.7151522, 0.0721750},
                             {0.0193339, 0.1191920, 0.9503041}}};
  constexpr Triple k_white{0.95047, 1, 1.08883};
  Triple xyz = times(k_to_xyz, linear);
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = xyz[i] / k_white[i];
    xyz[i] = value > 216.0 / 24389 ? std::cbrt(value) : (24389.0 / 27 * value + 16) / 116;
  }
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

/// Distance in CIE L*a*b*: about 2 is just seen side by side; 20 are two colours, not two shades.
double distance(const std::string& a, const std::string& b, const Matrix& eyes) {
  const Triple x = seen(a, eyes);
  const Triple y = seen(b, eyes);
  return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

void check_apart(const Palette& colors) {
  for (const Matrix& eyes : {k_all_cones, k_protanopia, k_deuteranopia, k_tritanopia}) {
    CHECK(distance(colors.positive, colors.negative, eyes) >= 40);
    CHECK(distance(colors.positive, colors.neutral, eyes) >= 12);
    CHECK(distance(colors.negative, colors.neutral, eyes) >= 12);
  }
}

std::vector<std::string> colors_of(const Palette& palette) {
  std::vector<std::string> out{palette.background, palette.text,    palette.muted, palette.positive,
                               palette.negative,   palette.neutral, palette.former};
  for (const NodeColors& node : palette.nodes) out.insert(out.end(), {node.fill, node.line});
  return out;
}

Error error_of(std::string_view toml) {
  try {
    (void)parse_theme(toml, "themes/x.toml");
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::usage, "no error"};
}

}  // namespace

TEST_CASE("contrast: the formula gives known values") {
  CHECK(contrast_of("#000000", "#ffffff") == Approx(21));
  CHECK(contrast_of("#2166ac", "#ffffff") == Approx(5.90).margin(0.01));
}

TEST_CASE("contrast: what the program computes is what the test computes") {
  for (const auto& [a, b] : {std::pair("#2166ac", "#ffffff"), std::pair("#000000", "#808080"),
                             std::pair("#fdb863", "#1b1b1f"), std::pair("#123456", "#123456")}) {
    CHECK(contrast(a, b) == Approx(contrast_of(a, b)));
    CHECK(contrast(b, a) == Approx(contrast_of(a, b)));
  }
}

TEST_CASE("themes: every colour of every theme is there") {
  CHECK(theme_names() == std::vector<std::string>{"dark", "default", "high-contrast", "mono", "print"});
  for (const std::string& name : theme_names()) {
    const Theme theme = load_theme(name);
    for (const std::string& color : colors_of(theme.light)) CHECK(color.size() == 7);
    if (!theme.dark) continue;
    for (const std::string& color : colors_of(*theme.dark)) CHECK(color.size() == 7);
  }
}

TEST_CASE("themes: all of them pass WCAG AA, light and dark; high-contrast AAA") {
  for (const std::string& name : theme_names()) {
    INFO(name);
    const bool strong = name == "high-contrast";
    const Theme theme = load_theme(name);
    check_palette(theme.light, strong ? 7 : 4.5, strong ? 4.5 : 3);
    if (theme.dark) check_palette(*theme.dark, strong ? 7 : 4.5, strong ? 4.5 : 3);
    Diagnostics findings;
    check_contrast(theme, name, findings);
    CHECK(findings.entries.empty());
  }
  CHECK(load_theme("default").dark.has_value());
  CHECK(load_theme("high-contrast").dark.has_value());
  CHECK(load_theme("high-contrast").line_width > 1.2);
  CHECK_FALSE(load_theme("print").dark.has_value());
}

TEST_CASE("themes: friendly, hostile and neutral stay apart for colour-blind eyes") {
  // the measure itself: red and green of equal lightness, blue and orange
  CHECK(distance("#b2182b", "#3d6b1f", k_all_cones) > 60);
  CHECK(distance("#b2182b", "#3d6b1f", k_deuteranopia) < 30);
  CHECK(distance("#ffffff", "#000000", k_protanopia) == Approx(100).margin(0.1));
  for (const std::string& name : theme_names()) {
    if (name == "mono") continue;
    INFO(name);
    const Theme theme = load_theme(name);
    check_apart(theme.light);
    if (theme.dark) check_apart(*theme.dark);
  }
}

TEST_CASE("themes: mono has two colours and tells stances by form and sign") {
  const Theme theme = load_theme("mono");
  for (const std::string& color : colors_of(theme.light)) CHECK((color == "#000000" || color == "#ffffff"));
  CHECK(theme.signs);
  std::set<std::string> heads;
  for (const Polarity polarity : {Polarity::positive, Polarity::negative, Polarity::neutral}) {
    std::string head;
    append_head(head, polarity, 2, {100, 100}, {1, 0});
    heads.insert(head + (head_is_filled(polarity) ? "filled" : ""));
  }
  CHECK(heads.size() == 3);
  const std::string svg = to_svg(fixtures::quarrel(), {.labels = "en", .theme = "mono"});
  for (const char* text : {">− criticizes<", ">− accuses<", ">+ supports<", ">leads<", ">+ friendly<",
                           ">− hostile<", ">neutral<"}) {
    INFO(text);
    CHECK(svg.find(text) != std::string::npos);
  }
  std::set<std::string> colors;
  for (std::size_t at = svg.find('"' + std::string("#")); at != std::string::npos;
       at = svg.find("\"#", at + 1)) {
    const std::string color = svg.substr(at + 1, 7);
    if (svg[at + 8] == '"' && color.find_first_not_of("#0123456789abcdef") == std::string::npos)
      colors.insert(color);
  }
  CHECK(colors == std::set<std::string>{"#000000", "#ffffff"});
}

TEST_CASE("themes: an unknown one is a wrong call that names the known ones") {
  try {
    (void)load_theme("../default");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(error.hint() == "themes: dark, default, high-contrast, mono, print");
  }
}

TEST_CASE("themes: faults are found with file and line") {
  struct Row {
    const char* toml;
    std::size_t line;
    const char* message;
  };
  const Row rows[] = {
      {"[light]\nbackground = \"white\"", 2, "colour 'light.background' is not of the form #rrggbb"},
      {"[light]\nbackground = \"#fff\\\"/>\"", 2, "colour 'light.background' is not of the form #rrggbb"},
      {"[light]\n\ntext = 3", 3, "colour 'light.text' is not of the form #rrggbb"},
      {"light = 1", 1, "'light' is not a table"},
      {"\n[light]\npositiv = \"#000000\"", 3,
       "there is no 'light.positiv' in a theme (known here: background, text, muted, positive, negative, "
       "neutral, former, node)"},
      {"[light.node.persn]\nfill = \"#000000\"", 1,
       "there is no 'light.node.persn' in a theme (known here: person, organization, place, project, "
       "product, other)"},
      {"\n\nbase = \"nice\"", 3,
       "there is no theme 'nice' to start from (there are dark, default, high-contrast, mono, print)"},
      {"line_width = \"thick\"", 1, "'line_width' is not a number between 0.5 and 3"},
      {"line_width = nan", 1, "'line_width' is not a number between 0.5 and 3"},
      {"\nfont_width = 9", 2, "'font_width' is not a number between 0.5 and 2"},
      {"signs = 1", 1, "'signs' is neither true nor false"},
      {"font = \"a\\\" onload=\\\"x\"", 1, "'font' may have letters, digits, blanks, hyphens and commas"},
      {"font = \"a;fill:url(x)\"", 1, "'font' may have letters, digits, blanks, hyphens and commas"},
      {"font = 3", 1, "'font' is not a text"},
  };
  for (const Row& row : rows) {
    INFO(row.toml);
    const Error error = error_of(row.toml);
    CHECK(error.code() == ErrorCode::input);
    CHECK(error.message() == row.message);
    CHECK(error.where().file == "themes/x.toml");
    CHECK(error.where().line == row.line);
  }
  CHECK(error_of("[light").where().line == 1U);
  CHECK(error_of("a = \xFF").code() == ErrorCode::input);
}

TEST_CASE("themes: one of your own changes what it names") {
  const Theme plain = load_theme("default");
  const Theme empty = parse_theme("", "x");
  CHECK(colors_of(empty.light) == colors_of(plain.light));
  CHECK_FALSE(empty.dark.has_value());
  const Theme own =
      parse_theme("[light]\npositive = \"#00AA00\"\n[light.node.person]\nfill = \"#123456\"\n[dark]\n", "x");
  CHECK(own.light.positive == "#00aa00");
  CHECK(own.light.negative == plain.light.negative);
  CHECK(own.light.nodes[0].fill == "#123456");
  CHECK(own.light.nodes[0].line == plain.light.nodes[0].line);
  REQUIRE(own.dark.has_value());
  CHECK(own.dark->background == plain.dark->background);
  CHECK(parse_theme("base = \"mono\"", "x").signs);
  const Drawing drawing =
      draw(fixtures::quarrel(), {.theme = "x.toml", .theme_toml = "[light]\ntext = \"#cccccc\""});
  REQUIRE_FALSE(drawing.findings.entries.empty());
  CHECK(drawing.findings.entries[0].severity == Severity::warning);
  CHECK(drawing.findings.entries[0].message ==
        "light: 'text' on 'background' has a contrast of 1.6:1, less than 4.5:1");
  CHECK(drawing.findings.entries[0].where.file == "x.toml");
}

TEST_CASE("themes: another font is named with a fallback, and its text is fitted or given room") {
  const auto svg = [](const char* toml) {
    return to_svg(fixtures::quarrel(), {.theme = "x.toml", .theme_toml = toml, .id_prefix = "p"});
  };
  const std::string fitted = svg("font = \"Verdana\"");
  CHECK(fitted.find("font-family=\"Verdana, Liberation Sans, Arial, Helvetica, sans-serif\"") !=
        std::string::npos);
  const auto all = xml::parse(fitted);
  std::size_t texts = 0;
  for (const xml::Element& element : all) {
    if (element.name != "text" && element.name != "tspan") continue;
    if (element.text.empty()) continue;
    ++texts;
    REQUIRE(element.attributes.contains("textLength"));
    CHECK(element.attributes.at("lengthAdjust") == "spacingAndGlyphs");
  }
  CHECK(texts > 20);
  const std::string plain = svg("");
  const std::string roomy = svg("font = \"Verdana, sans-serif\"\nfont_width = 1.3");
  CHECK(roomy.find("textLength") == std::string::npos);
  CHECK(plain.find("textLength") == std::string::npos);
  CHECK(roomy.find("font-family=\"Verdana, sans-serif\"") != std::string::npos);
  const NodeLabel normal = node_label(fixtures::node("Anna Berg"));
  const NodeLabel wide = node_label(fixtures::node("Anna Berg"), 1, 1.3);
  CHECK(wide.text_width == Approx(1.3 * normal.text_width));
  CHECK(wide.box.width - wide.text_width == Approx(normal.box.width - normal.text_width));
}
