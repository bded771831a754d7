// SPDX-License-Identifier: Apache-2.0
#include "render/theme.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/utf8.hpp"
#include "relgraph/error.hpp"
#include "relgraph/render.hpp"
#include "render/svg_writer.hpp"

namespace relgraph {

namespace {

constexpr std::string_view k_folder = "themes/";
constexpr std::string_view k_ending = ".toml";

}  // namespace

std::vector<std::string> theme_names() {
  std::vector<std::string> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(k_folder) || !file.path.ends_with(k_ending)) continue;
    out.emplace_back(file.path.substr(k_folder.size(), file.path.size() - k_folder.size() - k_ending.size()));
  }
  return out;
}

namespace render {

namespace {

constexpr std::string_view k_fallback = "Liberation Sans, Arial, Helvetica, sans-serif";

[[noreturn]] void fail(const std::string& what, const std::string& file, const toml::source_region& at) {
  throw Error(ErrorCode::input, what, {.file = file, .line = at.begin.line},
              "docs/themes.md shows a whole theme");
}

bool is_color(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

/// Letters, digits, blanks, hyphens, quotes and commas: the names of families, and nothing that could end
/// an attribute or a rule.
bool is_font(std::string_view text) {
  constexpr std::size_t k_longest = 200;
  return !text.empty() && text.size() <= k_longest && std::ranges::all_of(text, [](unsigned char c) {
    return std::isalnum(c) != 0 || c >= 0x80 || c == ' ' || c == '-' || c == ',' || c == '\'';
  }) && is_valid_utf8(text);
}

/// A table of the file. What it reads it remembers, so that what nobody asked for is a fault.
class Section {
 public:
  Section(const toml::table& table, std::string name, const std::string& file)
      : m_table(&table), m_name(std::move(name)), m_file(&file) {}

  void color(std::string_view key, std::string& to) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<std::string>();
    if (!value || !is_color(*value)) {
      fail("colour '" + path(key) + "' is not of the form #rrggbb", *m_file, node->source());
    }
    to = *value;
    std::ranges::transform(to, to.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  }

  /// A number between two others; whether it was there.
  bool number(std::string_view key, double low, double high, double& to) {
    const toml::node* node = take(key);
    if (node == nullptr) return false;
    const auto value = node->value<double>();
    if (!node->is_number() || !value || !(*value >= low && *value <= high)) {
      fail("'" + path(key) + "' is not a number between " + short_number(low) + " and " + short_number(high),
           *m_file, node->source());
    }
    to = *value;
    return true;
  }

  void flag(std::string_view key, bool& to) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    if (!node->is_boolean()) fail("'" + path(key) + "' is neither true nor false", *m_file, node->source());
    to = node->value_or(to);
  }

  std::optional<std::string> text(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_string()) fail("'" + path(key) + "' is not a text", *m_file, node->source());
    return node->value_exact<std::string>();
  }

  [[nodiscard]] toml::source_region where(std::string_view key) const { return m_table->get(key)->source(); }

  std::optional<Section> section(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_table()) fail("'" + path(key) + "' is not a table", *m_file, node->source());
    return Section(*node->as_table(), path(key), *m_file);
  }

  void finish() const {
    for (const auto& [key, node] : *m_table) {
      const std::string name(key.str());
      if (std::ranges::find(m_known, name) != m_known.end()) continue;
      std::string known;
      for (const std::string& one : m_known) known.append(known.empty() ? "" : ", ").append(one);
      fail("there is no '" + path(name) + "' in a theme (known here: " + known + ")", *m_file, key.source());
    }
  }

 private:
  static std::string short_number(double value) {
    std::string out;
    append_number(out, value);
    return out.starts_with('.') ? "0" + out : out;
  }

  [[nodiscard]] std::string path(std::string_view key) const {
    return m_name.empty() ? std::string(key) : m_name + "." + std::string(key);
  }

  const toml::node* take(std::string_view key) {
    if (std::ranges::find(m_known, key) == m_known.end()) m_known.emplace_back(key);
    return m_table->get(key);
  }

  const toml::table* m_table;
  std::string m_name;
  const std::string* m_file;
  std::vector<std::string> m_known;
};

void read_palette(Section section, Palette& out) {
  section.color("background", out.background);
  section.color("text", out.text);
  section.color("muted", out.muted);
  section.color("positive", out.positive);
  section.color("negative", out.negative);
  section.color("neutral", out.neutral);
  section.color("former", out.former);
  if (auto nodes = section.section("node")) {
    for (std::size_t i = 0; i < k_shape_names.size(); ++i) {
      auto node = nodes->section(k_shape_names[i]);
      if (!node) continue;
      node->color("fill", out.nodes[i].fill);
      node->color("line", out.nodes[i].line);
      node->finish();
    }
    nodes->finish();
  }
  section.finish();
}

void read_font(Section& top, Theme& out, const std::string& file) {
  const auto font = top.text("font");
  if (font) {
    if (!is_font(*font)) {
      fail("'font' may have letters, digits, blanks, hyphens and commas", file, top.where("font"));
    }
    out.font = *font;
    out.font_width = 1;
    out.fit_text = true;
  }
  constexpr double k_narrowest = 0.5;
  constexpr double k_widest = 2;
  if (top.number("font_width", k_narrowest, k_widest, out.font_width)) out.fit_text = false;
}

/// Reads what the file has over what `out` holds.
void read_theme(Section top, Theme& out, const std::string& file) {
  (void)top.text("base");
  (void)top.section("description");
  read_font(top, out, file);
  constexpr double k_thinnest = 0.5;
  constexpr double k_thickest = 3;
  top.number("line_width", k_thinnest, k_thickest, out.line_width);
  top.flag("signs", out.signs);
  const std::optional<Palette> dark_base = out.dark;
  // Colours for dark pages are the file's own decision: those of the base would not be its house style.
  out.dark.reset();
  if (auto light = top.section("light")) read_palette(std::move(*light), out.light);
  if (auto dark = top.section("dark")) {
    out.dark = dark_base ? dark_base : load_theme("default").dark;
    read_palette(std::move(*dark), *out.dark);
  }
  top.finish();
}

toml::table parse_toml(std::string_view text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    fail(std::string(error.description()), file, error.source());
  }
}

std::string known_themes() {
  std::string known;
  for (const std::string& one : theme_names()) known.append(known.empty() ? "" : ", ").append(one);
  return known;
}

/// A built-in theme starts from nothing; a test sees to it that none lacks a colour.
Theme built_in(const std::string& name) {
  const std::string path = std::string(k_folder) + name + std::string(k_ending);
  const toml::table table = parse_toml(embedded_file(path), path);
  Theme out;
  out.dark.emplace();
  read_theme(Section(table, {}, path), out, path);
  return out;
}

}  // namespace

std::string Theme::font_family() const {
  if (font.empty()) return std::string(k_fallback);
  for (const std::string_view generic : {"serif", "monospace", "system-ui", "cursive", "fantasy"}) {
    if (font.ends_with(generic)) return font;
  }
  return font + ", " + std::string(k_fallback);
}

Theme parse_theme(std::string_view toml, const std::string& file) {
  if (!is_valid_utf8(toml)) throw Error(ErrorCode::input, "the theme is not UTF-8", {.file = file});
  const toml::table table = parse_toml(toml, file);
  Section top(table, {}, file);
  const std::string base = top.text("base").value_or("default");
  const std::vector<std::string> names = theme_names();
  if (std::ranges::find(names, base) == names.end()) {
    fail("there is no theme '" + base + "' to start from (there are " + known_themes() + ")", file,
         top.where("base"));
  }
  Theme out = load_theme(base);
  read_theme(std::move(top), out, file);
  return out;
}

Theme load_theme(std::string_view name) {
  const std::vector<std::string> names = theme_names();
  if (std::ranges::find(names, name) == names.end()) {
    throw Error(ErrorCode::usage, "there is no theme '" + std::string(name) + "'", {},
                "themes: " + known_themes());
  }
  return built_in(std::string(name));
}

}  // namespace render

}  // namespace relgraph
