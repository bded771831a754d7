// SPDX-License-Identifier: Apache-2.0
#include "render/legend.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "render/line_style.hpp"
#include "render/node_shape.hpp"
#include "render/svg_writer.hpp"
#include "render/text_metrics.hpp"

namespace relgraph::render {

namespace {

constexpr double k_font_size = 10;
constexpr double k_row = 20;
constexpr double k_symbol = 32;  ///< px of a sample before its word
constexpr double k_gap = 16;

/// One sample with its word. `draw` appends the sample, whose middle is at the left end of the point given.
struct Entry {
  enum class Kind : std::uint8_t { node, line, size } kind = Kind::line;
  NodeShape shape = NodeShape::other;
  Polarity polarity = Polarity::neutral;
  Status status = Status::asserted;
  std::size_t step = 0;
  bool head = false;  ///< samples of dashes and widths are bare, or they would say "neutral" again
  bool mutual = false;
  std::string text;
};

std::size_t place_of(Polarity polarity) {
  return polarity == Polarity::negative ? 0 : polarity == Polarity::neutral ? 1 : 2;
}

Entry line_entry(std::string_view text) {
  Entry out;
  out.text = std::string(text);
  return out;
}

/// Rows of entries: nodes, polarities, statuses, widths. Each group starts where the last one ended.
std::vector<Entry> entries_of(const LegendEntries& used, const Words& words, bool signs) {
  std::vector<Entry> out;
  for (std::size_t i = 0; i < used.shapes.size(); ++i) {
    if (!used.shapes[i]) continue;
    Entry entry = line_entry(words.node_types[i]);
    entry.kind = Entry::Kind::node;
    entry.shape = static_cast<NodeShape>(i);
    out.push_back(entry);
  }
  for (const std::size_t i : {2U, 0U, 1U}) {
    if (!used.polarities[i]) continue;
    out.push_back(line_entry(words.polarities[i]));
    out.back().polarity = static_cast<Polarity>(static_cast<int>(i) - 1);
    if (signs) out.back().text.insert(0, sign_of(out.back().polarity));
    out.back().head = true;
  }
  if (used.mutual) {
    out.push_back(line_entry(words.mutual));
    out.back().head = out.back().mutual = true;
  }
  for (std::size_t i = 0; i < used.statuses.size(); ++i) {
    if (!used.statuses[i]) continue;
    out.push_back(line_entry(words.statuses[i]));
    out.back().status = static_cast<Status>(i);
  }
  for (std::size_t i = 0; i < used.widths.size(); ++i) {
    if (!used.widths[i]) continue;
    out.push_back(line_entry(words.widths[i]));
    out.back().step = i;
  }
  return out;
}

void append_node_sample(std::string& out, const Entry& entry, const Scene& scene, Point at) {
  const NodeColors& colors = scene.theme.light.nodes[index_of(entry.shape)];
  out += "<g";
  append_attribute(out, "class", std::string("n-") + std::string(name_of(entry.shape)));
  append_attribute(out, "fill", colors.fill);
  append_attribute(out, "stroke", colors.line);
  out += '>';
  append_outline(out, entry.shape, {at.x, at.y - 8, at.x + k_symbol - 4, at.y + 8});
  out += "<use";
  append_attribute(out, "xlink:href", "#" + scene.id + "-" + std::string(name_of(entry.shape)));
  append_attribute(out, "x", at.x + (k_symbol - 4 - k_icon_size) / 2);
  append_attribute(out, "y", at.y - k_icon_size / 2);
  append_attribute(out, "fill", colors.line);
  out += "/></g>";
}

/// Two boxes, a small and a large one.
void append_size_sample(std::string& out, const Scene& scene, Point at) {
  const NodeShape shape = scene.nodes.front().shape;  // one whose colours the picture has
  const NodeColors& colors = scene.theme.light.nodes[index_of(shape)];
  out += "<g";
  append_attribute(out, "class", "n-" + std::string(name_of(shape)));
  append_attribute(out, "fill", colors.fill);
  append_attribute(out, "stroke", colors.line);
  out += '>';
  append_outline(out, NodeShape::organization, {at.x, at.y - 3, at.x + 9, at.y + 3});
  append_outline(out, NodeShape::organization, {at.x + 12, at.y - 6, at.x + k_symbol - 4, at.y + 6});
  out += "</g>";
}

void append_line_sample(std::string& out, const Entry& entry, const Scene& scene, Point at) {
  const double width = scene.line_width(entry.step, entry.status);
  const std::string& color =
      entry.status == Status::former ? scene.theme.light.former : scene.theme.light.of(entry.polarity);
  const Point tip{at.x + k_symbol - 7, at.y};
  const double head = entry.head ? head_length(entry.polarity, width) : 0;
  out += "<g";
  append_attribute(out, "class", entry.status == Status::former ? "former" : class_of(entry.polarity));
  append_attribute(out, "stroke", color);
  append_attribute(out, "stroke-width", width);
  out += "><path fill=\"none\" d=\"M";
  append_number(out, at.x + (entry.mutual ? head : 0));
  out += ' ';
  append_number(out, at.y);
  out += 'H';
  append_number(out, tip.x - head);
  out += '"';
  const std::string dash = dashes(entry.status, width);
  if (!dash.empty()) append_attribute(out, "stroke-dasharray", dash);
  out += "/>";
  if (!entry.head) {
    out += "</g>";
    return;
  }
  out += "<path d=\"";
  append_head(out, entry.polarity, width, tip, {1, 0});
  if (entry.mutual) append_head(out, entry.polarity, width, at, {-1, 0});
  out += '"';
  if (head_is_filled(entry.polarity)) append_attribute(out, "class", "h");
  append_attribute(out, "fill", head_is_filled(entry.polarity) ? color : "none");
  out += "/></g>";
}

}  // namespace

LegendEntries legend_entries(const Core& core, const Graph& graph) {
  LegendEntries out;
  for (const std::uint32_t node : core.nodes) out.shapes[index_of(shape_of(graph.nodes[node].type))] = true;
  for (const Line& line : core.lines) {
    out.polarities[place_of(line.polarity)] = true;
    for (std::size_t i = 0; i < std::min(line.items.size(), k_shown_items); ++i) {
      out.polarities[place_of(line.items[i].polarity)] = true;  // in the colour of its row
    }
    out.statuses[static_cast<std::size_t>(line.status)] = true;
    if (line.status != Status::former) out.widths[width_step(line.evidence)] = true;
    out.mutual = out.mutual || line.mutual;
  }
  if (std::ranges::count(out.widths, true) == 1) out.widths = {};
  if (std::ranges::count(out.statuses, true) == 1 && out.statuses[0]) out.statuses = {};
  return out;
}

double append_legend(std::string& out, const Scene& scene, Point corner, double width) {
  std::vector<Entry> entries =
      entries_of(legend_entries(scene.core, *scene.graph), *scene.words, scene.theme.signs);
  const Font font{k_font_size, false, scene.theme.font_width};
  if (!scene.sizes_name.empty()) {
    constexpr std::size_t k_longest = 60;
    entries.push_back(line_entry(fill_in(scene.words->size, {shorten(scene.sizes_name, k_longest)})));
    entries.back().kind = Entry::Kind::size;
  }
  if (entries.empty()) return 0;
  out += "<g class=\"legend\" text-anchor=\"start\"";
  append_attribute(out, "font-size", k_font_size);
  append_attribute(out, "stroke-width", scene.theme.line_width);
  out += ">\n";
  Point at{corner.x, corner.y + k_row / 2};
  Entry::Kind kind = entries.front().kind;
  for (const Entry& entry : entries) {
    const double needed = k_symbol + text_width(entry.text, font);
    if (at.x > corner.x && (at.x + needed > corner.x + width || entry.kind != kind)) {
      at = {corner.x, at.y + k_row};
    }
    kind = entry.kind;
    if (entry.kind == Entry::Kind::node) {
      append_node_sample(out, entry, scene, at);
    } else if (entry.kind == Entry::Kind::size) {
      append_size_sample(out, scene, at);
    } else {
      append_line_sample(out, entry, scene, at);
    }
    out += "<text class=\"t\"";
    append_attribute(out, "x", at.x + k_symbol);
    append_attribute(out, "y", at.y + 3.5);
    append_attribute(out, "fill", scene.theme.light.text);
    scene.append_fit(out, entry.text, font);
    out += '>';
    append_escaped(out, entry.text);
    out += "</text>\n";
    at.x += needed + k_gap;
  }
  out += "</g>\n";
  return at.y + k_row / 2 - corner.y;
}

}  // namespace relgraph::render
