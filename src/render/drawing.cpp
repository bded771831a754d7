// SPDX-License-Identifier: Apache-2.0
#include "render/drawing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <numeric>
#include <vector>

#include "render/alt_text.hpp"
#include "render/line_style.hpp"
#include "render/links.hpp"
#include "render/node_shape.hpp"
#include "render/svg_writer.hpp"

namespace relgraph::render {

namespace {

constexpr double k_node_gap = 1.5;  ///< px between an outline and the tip of a line

std::size_t curve_count(const Spline& spline) { return spline.empty() ? 0 : (spline.size() - 1) / 3; }

double curves(const Spline& spline) { return static_cast<double>(curve_count(spline)); }

Point point_at(const Spline& spline, double t) {
  const std::size_t last = curve_count(spline) - 1;
  const std::size_t curve = std::min(static_cast<std::size_t>(t), last);
  return bezier_point(&spline[3 * curve], t - static_cast<double>(curve));
}

/// Where a spline that starts inside leaves for the first time; 0 if it starts outside.
double leaving(const Spline& spline, const std::function<bool(Point)>& is_inside) {
  if (spline.size() < 4 || !is_inside(spline.front())) return 0;
  constexpr std::size_t k_steps = 24;  // along each curve
  constexpr double k_step = 1.0 / k_steps;
  double in = 0;
  double out = curves(spline);
  for (std::size_t step = 1; step <= k_steps * curve_count(spline); ++step) {
    const double t = static_cast<double>(step) * k_step;
    if (is_inside(point_at(spline, t))) continue;
    out = t;
    break;
  }
  in = std::max(0.0, out - k_step);
  for (int i = 0; i < 12; ++i) {
    const double middle = (in + out) / 2;
    (is_inside(point_at(spline, middle)) ? in : out) = middle;
  }
  return out;
}

/// The spline without what lies inside at its start.
Spline clip_start(const Spline& spline, const std::function<bool(Point)>& is_inside) {
  return part(spline, leaving(spline, is_inside), curves(spline));
}

Spline clip_end(const Spline& spline, const std::function<bool(Point)>& is_inside) {
  return reversed(clip_start(reversed(spline), is_inside));
}

/// Cuts `size` px off the start for a head. The direction is that of the cut-off piece.
Point make_room(Spline& spline, double size, Point& along) {
  const Point tip = spline.empty() ? Point{} : spline.front();
  if (spline.size() < 4) return tip;
  const double out = leaving(spline, [&](Point p) { return length(p - tip) < size; });
  const Point back = point_at(spline, std::min(out, curves(spline)));
  along = unit(tip - back);
  spline = part(spline, out, curves(spline));
  return tip;
}

double width_of(const Scene& scene, const Line& line) {
  return scene.line_width(width_step(line.evidence), line.status);
}

const std::string& color_of(const Scene& scene, const Line& line) {
  return line.status == Status::former ? scene.theme.light.former : scene.theme.light.of(line.polarity);
}

void append_tooltip(std::string& out, const std::string& text) {
  out += "<title>";
  append_escaped_lines(out, text);
  out += "</title>";
}

void append_strokes(std::string& out, const Scene& scene, std::size_t index) {
  const Line& line = scene.core.lines[index];
  const double width = width_of(scene, line);
  const Strokes strokes = visible_strokes(scene, index);
  out += "<path d=\"";
  append_path(out, strokes.first);
  append_path(out, strokes.second);
  out += '"';
  const std::string dash = dashes(line.status, width);
  if (!dash.empty()) append_attribute(out, "stroke-dasharray", dash);
  out += "/><path d=\"";
  append_head(out, line.polarity, width, strokes.target_tip, strokes.target_along);
  if (line.mutual) append_head(out, line.polarity, width, strokes.source_tip, strokes.source_along);
  out += '"';
  if (head_is_filled(line.polarity)) {
    append_attribute(out, "class", "h");
    append_attribute(out, "fill", color_of(scene, line));
  }
  out += "/>";
}

std::string_view text_class(const LabelRow& row) {
  if (row.muted) return "tm";
  return row.polarity == Polarity::positive ? "tp" : row.polarity == Polarity::negative ? "tn" : "tu";
}

/// Rows of a label: the colour of the first stands at the text, others at their rows.
/// Precondition: a label has a row.
void append_label(std::string& out, const Scene& scene, std::size_t index) {
  const LineLabel& label = scene.labels[index];
  const Palette& colors = scene.theme.light;
  const Point center = scene.arrangement.lines[index].label;
  const auto color = [&](const LabelRow& row) {
    return row.muted ? std::string_view(colors.muted) : std::string_view(colors.of(row.polarity));
  };
  const LabelRow& first = label.rows.front();
  const double y = center.y - static_cast<double>(label.rows.size()) * k_label_row / 2 + 9.5;
  out += "<text";
  append_attribute(out, "class", "l " + std::string(text_class(first)));
  append_attribute(out, "stroke", colors.background);
  out += " stroke-width=\"3\"";
  append_attribute(out, "fill", color(first));
  append_attribute(out, "x", center.x);
  append_attribute(out, "y", y);
  const Font font{k_label_font, false, scene.theme.font_width};
  if (scene.theme.fit_text && label.rows.size() > 1) {  // each row is fitted on its own
    out += "><tspan";
    scene.append_fit(out, first.text, font);
    out += '>';
    append_escaped(out, first.text);
    out += "</tspan>";
  } else {
    scene.append_fit(out, first.text, font);
    out += '>';
    append_escaped(out, first.text);
  }
  for (std::size_t i = 1; i < label.rows.size(); ++i) {
    const LabelRow& row = label.rows[i];
    out += "<tspan";
    if (text_class(row) != text_class(first)) {
      append_attribute(out, "class", text_class(row));
      append_attribute(out, "fill", color(row));
    }
    append_attribute(out, "x", center.x);
    append_attribute(out, "dy", k_label_row);
    scene.append_fit(out, row.text, font);
    out += '>';
    append_escaped(out, row.text);
    out += "</tspan>";
  }
  out += "</text>";
}

void append_scaling(std::string& out, Point corner, double scale) {
  std::array<char, 16> factor{};
  const auto [end, error] =
      std::to_chars(factor.data(), factor.data() + factor.size(), scale, std::chars_format::fixed, 3);
  out += " transform=\"translate(";
  append_number(out, corner.x);
  out += ' ';
  append_number(out, corner.y);
  out += ")scale(";
  out.append(factor.data(), error == std::errc() ? end : factor.data());
  out += ")\"";
}

void append_node(std::string& out, const Scene& scene, std::size_t index) {
  const NodeLabel& label = scene.nodes[index];
  const Box box = scene.arrangement.nodes[index];
  const NodeColors& colors = scene.theme.light.nodes[index_of(label.shape)];
  out += "<g";
  append_attribute(out, "id", scene.node_ids[index]);
  append_fading(out, scene.faded_nodes, index);
  out += '>';
  append_tooltip(out, node_tooltip(scene, index));
  append_outline(out, label.shape, box);
  const double icon = k_icon_size * label.scale;
  const double content = label.text_width + icon + 4;
  const double left = box.center().x - content / 2;
  out += "<use";
  append_attribute(out, "xlink:href", "#" + scene.id + "-" + std::string(name_of(label.shape)));
  if (label.scale == 1) {
    append_attribute(out, "x", left);
    append_attribute(out, "y", box.center().y - icon / 2);
  } else {
    append_scaling(out, {left, box.center().y - icon / 2}, label.scale);
  }
  append_attribute(out, "fill", colors.line);
  out += "/><text";
  if (label.scale != 1) append_attribute(out, "font-size", k_node_font * label.scale);
  append_attribute(out, "class", "t");
  append_attribute(out, "stroke", "none");
  append_attribute(out, "fill", scene.theme.light.text);
  const double row_height = k_node_row * label.scale;
  const double x = left + icon + 4 + label.text_width / 2;
  double y = box.center().y - static_cast<double>(label.rows.size() - 1) * row_height / 2 + 4.2 * label.scale;
  const Font font{k_node_font * label.scale, true, scene.theme.font_width};
  if (label.rows.size() == 1) {
    append_attribute(out, "x", x);
    append_attribute(out, "y", y);
    scene.append_fit(out, label.rows.front(), font);
    out += '>';
    append_escaped(out, label.rows.front());
  } else {
    out += '>';
    for (const std::string& row : label.rows) {
      out += "<tspan";
      append_attribute(out, "x", x);
      append_attribute(out, "y", y);
      scene.append_fit(out, row, font);
      out += '>';
      append_escaped(out, row);
      out += "</tspan>";
      y += row_height;
    }
  }
  out += "</text></g>\n";
}

}  // namespace

void append_fading(std::string& out, const std::vector<bool>& faded, std::size_t index) {
  constexpr double k_faded = 0.2;
  if (index < faded.size() && faded[index]) append_attribute(out, "opacity", k_faded);
}

Strokes visible_strokes(const Scene& scene, std::size_t index) {
  const Line& line = scene.core.lines[index];
  const PlacedLine& placed = scene.arrangement.lines[index];
  const Box label = placed.label_box();
  const auto in_node = [&](std::size_t node) {
    const Box box = scene.arrangement.nodes[node];
    return [shape = scene.nodes[node].shape, box](Point p) { return inside(shape, box, p, k_node_gap); };
  };
  const auto in_label = [label](Point p) { return label.contains(p); };
  Strokes out;
  out.first = clip_end(clip_start(placed.to_label, in_node(placed.source)), in_label);
  out.second = reversed(clip_end(clip_start(placed.from_label, in_label), in_node(placed.target)));
  const double head = head_length(line.polarity, width_of(scene, line));
  out.target_tip = make_room(out.second, head, out.target_along);
  out.second = reversed(out.second);
  if (line.mutual) out.source_tip = make_room(out.first, head, out.source_along);
  return out;
}

void append_lines(std::string& out, const Scene& scene) {
  if (scene.core.lines.empty()) return;
  out += "<g class=\"edges\" fill=\"none\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
  append_attribute(out, "font-size", k_label_font);
  out += ">\n";
  std::vector<std::size_t> order(scene.core.lines.size());
  std::iota(order.begin(), order.end(), 0);
  // what is faded lies below the rest; clang 14 does not know the partition of ranges
  std::stable_partition(order.begin(), order.end(),
                        [&](std::size_t i) { return i < scene.faded_lines.size() && scene.faded_lines[i]; });
  for (const std::size_t i : order) {
    const Line& line = scene.core.lines[i];
    out += "<g";
    append_attribute(out, "id", scene.line_ids[i]);
    append_attribute(out, "class",
                     std::string(class_of(line.polarity)) + " " + std::string(to_string(line.status)));
    append_attribute(out, "stroke", color_of(scene, line));
    append_attribute(out, "stroke-width", width_of(scene, line));
    append_fading(out, scene.faded_lines, i);
    out += '>';
    append_tooltip(out, line_tooltip(scene, i));
    const std::string link = scene.links ? evidence_link(*scene.graph, line) : std::string();
    if (!link.empty()) {
      out += "<a";
      append_attribute(out, "xlink:href", link);
      out += " target=\"_blank\">";
    }
    append_strokes(out, scene, i);
    append_label(out, scene, i);
    out += link.empty() ? "</g>\n" : "</a></g>\n";
  }
  out += "</g>\n";
}

void append_nodes(std::string& out, const Scene& scene) {
  for (std::size_t shape = 0; shape < k_shape_names.size(); ++shape) {
    bool open = false;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
      if (index_of(scene.nodes[i].shape) != shape) continue;
      if (!open) {
        out += "<g";
        append_attribute(out, "class", "n-" + std::string(k_shape_names[shape]));
        append_attribute(out, "fill", scene.theme.light.nodes[shape].fill);
        append_attribute(out, "stroke", scene.theme.light.nodes[shape].line);
        append_attribute(out, "stroke-width", 1.3 * scene.theme.line_width);
        append_attribute(out, "font-weight", "bold");
        out += ">\n";
        open = true;
      }
      append_node(out, scene, i);
    }
    if (open) out += "</g>\n";
  }
}

void append_icons(std::string& out, const Scene& scene) {
  std::array<bool, k_shape_names.size()> used{};
  for (const NodeLabel& node : scene.nodes) used[index_of(node.shape)] = true;
  out += "<defs>";
  for (std::size_t shape = 0; shape < used.size(); ++shape) {
    if (!used[shape]) continue;
    out += "<path";
    append_attribute(out, "id", scene.id + "-" + std::string(k_shape_names[shape]));
    out += " stroke=\"none\" fill-rule=\"evenodd\"";
    append_attribute(out, "d", icon_path(static_cast<NodeShape>(shape)));
    out += "/>";
  }
  out += "</defs>\n";
}

}  // namespace relgraph::render
