// SPDX-License-Identifier: Apache-2.0
#include "render/theme.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "relgraph/error.hpp"
#include "relgraph/render.hpp"

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

[[noreturn]] void fail(const std::string& what, const std::string& file, toml::source_index line) {
  throw Error(ErrorCode::internal, what, {.file = file, .line = line});
}

bool is_color(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

std::string color(const toml::table& table, std::string_view key, const std::string& file) {
  std::string value = table[key].value_or(std::string());
  if (!is_color(value)) {
    fail("colour '" + std::string(key) + "' is not of the form #rrggbb", file, table.source().begin.line);
  }
  return value;
}

const toml::table& section(const toml::table& table, std::string_view key, const std::string& file) {
  const toml::table* found = table[key].as_table();
  if (found == nullptr) fail("'" + std::string(key) + "' is missing", file, table.source().begin.line);
  return *found;
}

Palette read_palette(const toml::table& table, const std::string& file) {
  Palette out;
  out.background = color(table, "background", file);
  out.text = color(table, "text", file);
  out.muted = color(table, "muted", file);
  out.positive = color(table, "positive", file);
  out.negative = color(table, "negative", file);
  out.neutral = color(table, "neutral", file);
  out.former = color(table, "former", file);
  const toml::table& nodes = section(table, "node", file);
  for (std::size_t i = 0; i < k_shape_names.size(); ++i) {
    const toml::table& node = section(nodes, k_shape_names[i], file);
    out.nodes[i] = {color(node, "fill", file), color(node, "line", file)};
  }
  return out;
}

}  // namespace

Theme parse_theme(std::string_view toml, const std::string& file) {
  try {
    const toml::table table = toml::parse(toml, file);
    Theme out;
    out.light = read_palette(section(table, "light", file), file);
    if (table.contains("dark")) out.dark = read_palette(section(table, "dark", file), file);
    return out;
  } catch (const toml::parse_error& error) {
    fail(std::string(error.description()), file, error.source().begin.line);
  }
}

Theme load_theme(std::string_view name) {
  const std::vector<std::string> names = theme_names();
  if (std::ranges::find(names, name) == names.end()) {
    std::string known;
    for (const std::string& one : names) known += (known.empty() ? "" : ", ") + one;
    throw Error(ErrorCode::usage, "there is no theme '" + std::string(name) + "'", {}, "themes: " + known);
  }
  const std::string path = std::string(k_folder) + std::string(name) + std::string(k_ending);
  return parse_theme(embedded_file(path), path);
}

}  // namespace render

}  // namespace relgraph
