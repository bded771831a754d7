// SPDX-License-Identifier: Apache-2.0
#include "render/groups.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>

#include "render/drawing.hpp"
#include "render/svg_writer.hpp"
#include "render/text_metrics.hpp"

namespace relgraph::render {

namespace {

constexpr double k_font_size = 11;
constexpr double k_heading_row = 16;
constexpr double k_inset = 9;          ///< px from the left edge of an area to its heading
constexpr std::size_t k_longest = 48;  ///< characters of a heading
constexpr double k_widest = 260;       ///< px

int channel(std::string_view color, std::size_t index) {
  int out = 0;
  std::from_chars(color.data() + 1 + 2 * index, color.data() + 3 + 2 * index, out, 16);
  return out;
}

/// A colour between two of the form #rrggbb.
std::string mix(std::string_view a, std::string_view b, double share) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string out = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const auto value =
        static_cast<std::size_t>(std::lround(channel(a, i) * (1 - share) + channel(b, i) * share));
    out += k_digits[value / 16];
    out += k_digits[value % 16];
  }
  return out;
}

/// Areas all of whose members are faded.
std::vector<bool> faded_areas(const Scene& scene) {
  std::vector<bool> out(scene.arrangement.areas.size(), !scene.faded_nodes.empty());
  for (std::size_t i = 0; i < scene.faded_nodes.size(); ++i) {
    if (scene.group_of[i] != Clusters::none && !scene.faded_nodes[i]) out[scene.group_of[i]] = false;
  }
  return out;
}

std::string heading_text(const std::string& heading, Font font) {
  const Wrapped text = wrap(shorten(heading, k_longest), font, k_widest * font.stretch, 1);
  return text.lines.empty() ? std::string("?") : text.lines.front();
}

}  // namespace

Grouping grouping_of(const std::vector<std::string>& groups, const std::vector<std::uint32_t>& nodes,
                     double stretch) {
  const Font font{k_font_size, true, stretch};
  Grouping out;
  std::map<std::string_view, std::size_t> known;
  for (const std::uint32_t node : nodes) {
    const std::string& heading = groups[node];
    if (heading.empty()) {
      out.clusters.of.push_back(Clusters::none);
      continue;
    }
    const auto [found, is_new] = known.emplace(heading, out.headings.size());
    if (is_new) {
      out.headings.push_back(heading_text(heading, font));
      out.clusters.headings.push_back({text_width(out.headings.back(), font) + 4, k_heading_row});
    }
    out.clusters.of.push_back(found->second);
  }
  return out;
}

std::string area_fill(const Palette& colors) { return mix(colors.background, colors.muted, 0.05); }
std::string area_line(const Palette& colors) { return mix(colors.background, colors.muted, 0.3); }

void append_areas(std::string& out, const Scene& scene) {
  if (scene.arrangement.areas.empty()) return;
  out += "<g class=\"ga\"";
  append_attribute(out, "fill", area_fill(scene.theme.light));
  append_attribute(out, "stroke", area_line(scene.theme.light));
  out += ">\n";
  for (const Box& area : scene.arrangement.areas) {
    out += "<rect";
    append_attribute(out, "x", area.left);
    append_attribute(out, "y", area.top);
    append_attribute(out, "width", area.width());
    append_attribute(out, "height", area.height());
    append_attribute(out, "rx", 10);
    out += "/>\n";
  }
  out += "</g>\n";
}

void append_headings(std::string& out, const Scene& scene) {
  if (scene.arrangement.areas.empty()) return;
  out += "<g class=\"gh\" text-anchor=\"start\" paint-order=\"stroke\" stroke-width=\"3\"";
  append_attribute(out, "stroke", area_fill(scene.theme.light));
  append_attribute(out, "stroke-linejoin", "round");
  append_attribute(out, "font-size", k_font_size);
  append_attribute(out, "font-weight", "bold");
  out += ">\n";
  const std::vector<bool> faded = faded_areas(scene);
  for (std::size_t i = 0; i < scene.arrangement.areas.size(); ++i) {
    const Box& area = scene.arrangement.areas[i];
    out += "<text class=\"tm\"";
    append_attribute(out, "fill", scene.theme.light.muted);
    append_fading(out, faded, i);
    append_attribute(out, "x", area.left + k_inset);
    append_attribute(out, "y", area.top + k_heading_row);
    scene.append_fit(out, scene.headings[i], {k_font_size, true, scene.theme.font_width});
    out += '>';
    append_escaped(out, scene.headings[i]);
    out += "</text>\n";
  }
  out += "</g>\n";
}

}  // namespace relgraph::render
