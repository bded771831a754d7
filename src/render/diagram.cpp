// SPDX-License-Identifier: Apache-2.0
// Composition: title, drawing, legend, note, and what stands around them.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/sha256.hpp"
#include "relgraph/grouping.hpp"
#include "relgraph/render.hpp"
#include "render/alt_text.hpp"
#include "render/arrange.hpp"
#include "render/compose.hpp"
#include "render/contrast.hpp"
#include "render/drawing.hpp"
#include "render/groups.hpp"
#include "render/keep.hpp"
#include "render/kept_scene.hpp"
#include "render/legend.hpp"
#include "render/scene.hpp"
#include "render/sizes.hpp"
#include "render/svg_writer.hpp"
#include "render/text_metrics.hpp"

namespace relgraph {

namespace {

using namespace render;

constexpr double k_margin = 16;
constexpr double k_min_width = 420;  ///< of a picture with a legend
constexpr double k_title_size = 16;
constexpr double k_small_size = 10;
constexpr double k_title_row = 20;
constexpr double k_small_row = 13;

/// The letters, digits, hyphens and underscores of a text, anything else as an underscore.
std::string xml_name_part(std::string_view text) {
  constexpr std::size_t k_longest = 64;
  std::string out;
  for (const char c : text.substr(0, k_longest)) {
    out += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
  }
  return out;
}

/// A prefix that is a valid XML name and CSS identifier as it stands.
std::string id_of(const Graph& graph, const RenderOptions& options) {
  const std::string out = xml_name_part(options.id_prefix);
  if (!out.empty()) return std::isalpha(static_cast<unsigned char>(out.front())) != 0 ? out : "g" + out;
  // two pictures of one graph may stand in one page too, so what the options change counts as well
  std::string key = serialise_graph(graph);
  key += '\0' + options.labels + '\0' + options.title + '\0' + options.theme + '\0' +
         std::to_string(options.max_nodes) + '\0' + std::to_string(options.max_edges) + '\0' +
         std::to_string(static_cast<int>(options.engine)) + (options.legend ? "l" : "") +
         (options.links ? "a" : "") + (options.heading ? "" : "h") + (options.keep ? "k" : "");
  for (const std::string& group : options.groups) key += '\0' + group;
  for (const double size : options.sizes) key += '\0' + std::to_string(size);
  if (options.width) key += '\0' + to_string(*options.width);
  if (options.theme_toml) key += '\0' + *options.theme_toml;
  constexpr std::size_t k_digits = 8;
  return "rg" + sha256(key).substr(0, k_digits);
}

std::string title_of(const Graph& graph, const RenderOptions& options) {
  if (!options.title.empty()) return options.title;
  return graph.documents.size() == 1 ? graph.documents.front().title : std::string();
}

/// The site of an address, the name of a file without its folders; nothing for standard input.
std::string source_name(std::string_view source) {
  if (source == "-") return {};
  if (const auto scheme = source.find("://"); scheme != std::string_view::npos) {
    source.remove_prefix(scheme + 3);
    return std::string(source.substr(0, source.find('/')));
  }
  return std::string(source.substr(source.rfind('/') + 1));
}

std::string subtitle_of(const Graph& graph, const Words& words) {
  if (graph.documents.empty()) return {};
  if (graph.documents.size() > 1) {
    return fill_in(words.documents, {std::to_string(graph.documents.size())});
  }
  const DocumentInfo& document = graph.documents.front();
  std::string out = date_text(document.date, words.language);
  const std::string source = source_name(document.source);
  if (!out.empty() && !source.empty()) out += " · ";
  return shorten(out + source, 120);
}

/// `base`, or `base-2`, `base-3` … if taken; it is taken afterwards.
std::string take_name(const std::string& base, std::set<std::string>& taken) {
  std::string name = base;
  for (std::size_t i = 2; !taken.insert(name).second; ++i) name = base + "-" + std::to_string(i);
  return name;
}

}  // namespace

namespace render {

/// Names the elements after the ids of the entities, so that style sheets and links outlast a new picture.
void name_elements(Scene& scene) {
  scene.node_ids.clear();
  scene.line_ids.clear();
  std::set<std::string> taken;
  std::map<std::uint32_t, std::string> names;
  for (const std::uint32_t node : scene.core.nodes) {
    const std::string name = take_name(xml_name_part(scene.graph->nodes[node].id), taken);
    scene.node_ids.push_back(scene.id + "-n-" + name);
    names.emplace(node, name);
  }
  taken.clear();
  for (const Line& line : scene.core.lines) {
    // "a-b" to "c" and "a" to "b-c" look alike
    const std::string name = take_name(names.at(line.source) + "-" + names.at(line.target), taken);
    scene.line_ids.push_back(scene.id + "-e-" + name);
  }
}

}  // namespace render

namespace {

/// px of the picture on its page for one of the drawing. Errors: `Error{usage}` for a width out of bounds.
double scale_of(const RenderOptions& options, double width) {
  if (!options.width) return 1;
  constexpr double k_px_per_inch = 96;
  constexpr double k_smallest = 0.2 * k_px_per_inch;
  const double wanted = options.width->px();
  if (!(wanted >= k_smallest && wanted <= k_max_inches * k_px_per_inch)) {
    throw Error(ErrorCode::usage, "a picture cannot be " + to_string(*options.width) + " wide", {},
                "A width is between 5mm and 200in");
  }
  return wanted / width;
}

void check_options(const Graph& graph, const RenderOptions& options) {
  (void)scale_of(options, 1);
  const auto fits = [&](std::size_t count) { return count == 0 || count == graph.nodes.size(); };
  if (!fits(options.groups.size()) || !fits(options.sizes.size())) {
    throw Error(ErrorCode::usage, "there must be one group and one size for each node, or none");
  }
  if (options.groups.empty()) return;
  if (options.engine == LayoutEngine::neato) {
    throw Error(ErrorCode::usage, "groups are laid out in layers, which neato does not make", {},
                "leave the engine to relgraph, or draw without groups");
  }
  if (options.keep) {
    throw Error(ErrorCode::usage, "a picture with groups cannot keep the positions of another", {},
                "draw either with groups or with kept positions");
  }
}

}  // namespace

namespace render {

Scene make_scene(const Graph& graph, const RenderOptions& options) {
  check_options(graph, options);
  Scene scene;
  scene.graph = &graph;
  scene.words = &words_of(options.labels.empty() ? main_language(graph) : options.labels);
  scene.theme =
      options.theme_toml ? parse_theme(*options.theme_toml, options.theme) : load_theme(options.theme);
  scene.id = id_of(graph, options);
  scene.links = options.links;
  scene.core = reduce(graph, options.max_nodes, options.max_edges);
  name_elements(scene);
  std::map<std::uint32_t, std::size_t> place;
  std::vector<Size> boxes;
  const std::vector<double> scales = scales_of(options.sizes, scene.core.nodes);
  for (const std::uint32_t node : scene.core.nodes) {
    scene.nodes.push_back(node_label(graph.nodes[node], scales[boxes.size()], scene.theme.font_width));
    place.emplace(node, boxes.size());
    boxes.push_back(scene.nodes.back().box);
  }
  if (!options.sizes.empty()) scene.sizes_name = options.sizes_name;
  std::vector<LineToPlace> lines;
  for (const Line& line : scene.core.lines) {
    scene.labels.push_back(
        line_label(graph, line, *scene.words, {scene.theme.font_width, scene.theme.signs}));
    lines.push_back({place.at(line.source), place.at(line.target), scene.labels.back().box});
  }
  if (options.keep) {
    scene.arrangement = arrange_kept(boxes, lines, options.engine, kept_of(scene, *options.keep));
  } else if (!options.groups.empty()) {
    Grouping groups = grouping_of(options.groups, scene.core.nodes, scene.theme.font_width);
    scene.headings = std::move(groups.headings);
    scene.arrangement = arrange(boxes, lines, options.engine, groups.clusters);
    scene.group_of = std::move(groups.clusters.of);
  } else {
    scene.arrangement = arrange(boxes, lines, options.engine);
  }
  return scene;
}

}  // namespace render

namespace {

void append_rule(std::string& css, const Scene& scene, std::string_view selector, std::string_view body) {
  css += "#" + scene.id + " ";
  css += selector;
  css += '{';
  css += body;
  css += '}';
}

/// Rules for dark pages. Every one names the picture, so that pictures in one page keep their own.
std::string dark_style(const Scene& scene) {
  if (!scene.theme.dark) return {};
  const Palette& colors = *scene.theme.dark;
  std::string css = "<style type=\"text/css\">@media (prefers-color-scheme:dark){";
  append_rule(css, scene, ".bg", "fill:" + colors.background);
  append_rule(css, scene, ".t", "fill:" + colors.text);
  append_rule(css, scene, ".tm", "fill:" + colors.muted);
  append_rule(css, scene, ".l", "stroke:" + colors.background);
  constexpr std::array<std::pair<Polarity, std::string_view>, 3> k_rows{
      {{Polarity::positive, ".tp"}, {Polarity::negative, ".tn"}, {Polarity::neutral, ".tu"}}};
  for (const auto& [polarity, text] : k_rows) {
    const std::string line = "." + std::string(class_of(polarity));
    append_rule(css, scene, text, "fill:" + colors.of(polarity));
    append_rule(css, scene, line, "stroke:" + colors.of(polarity));
    if (polarity != Polarity::neutral) {
      append_rule(css, scene, line + " .h", "fill:" + colors.of(polarity));
    }
  }
  append_rule(css, scene, ".former", "stroke:" + colors.former);
  append_rule(css, scene, ".former.pos .h", "fill:" + colors.former);
  append_rule(css, scene, ".former.neg .h", "fill:" + colors.former);
  if (!scene.arrangement.areas.empty()) {
    append_rule(css, scene, ".ga", "fill:" + area_fill(colors) + ";stroke:" + area_line(colors));
    append_rule(css, scene, ".gh", "stroke:" + area_fill(colors));
  }
  for (const NodeLabel& node : scene.nodes) {
    const std::string name = ".n-" + std::string(name_of(node.shape));
    if (css.find("#" + scene.id + " " + name + "{") != std::string::npos) continue;
    const NodeColors& node_colors = colors.nodes[index_of(node.shape)];
    append_rule(css, scene, name, "fill:" + node_colors.fill + ";stroke:" + node_colors.line);
    append_rule(css, scene, name + " use", "fill:" + node_colors.line);
  }
  return css + "}</style>\n";
}

/// Rows of text from the upper left corner; returns the height they take.
double append_rows(std::string& out, const Scene& scene, const Wrapped& text, Point corner, double row,
                   Font font, std::string_view text_class, const std::string& color) {
  double y = corner.y;
  for (const std::string& line : text.lines) {
    y += row;
    out += "<text text-anchor=\"start\"";
    append_attribute(out, "class", text_class);
    append_attribute(out, "font-size", font.size);
    if (font.bold) append_attribute(out, "font-weight", "bold");
    append_attribute(out, "fill", color);
    append_attribute(out, "x", corner.x);
    append_attribute(out, "y", y - font.size * 0.25);
    scene.append_fit(out, line, font);
    out += '>';
    append_escaped(out, line);
    out += "</text>\n";
  }
  return y - corner.y;
}

double inner_width(const Scene& scene) { return std::max(scene.arrangement.bounds.width(), k_min_width); }

/// Caption and text of a picture of a story; returns the height they take.
double append_caption(std::string& out, const Scene& scene, const Caption& caption, Point corner) {
  constexpr double k_gap = 10;
  const Font caption_font{14, true, scene.theme.font_width};
  constexpr double k_caption_row = 18;
  const Font text_font{12, false, scene.theme.font_width};
  constexpr double k_text_row = 16;
  const Palette& colors = scene.theme.light;
  const double width = inner_width(scene);
  double y = corner.y + k_gap;
  y += append_rows(out, scene, wrap(caption.caption, caption_font, width, 3), {corner.x, y}, k_caption_row,
                   caption_font, "t", colors.text);
  if (caption.text.empty()) return y - corner.y;
  y += append_rows(out, scene, wrap(caption.text, text_font, width, 6), {corner.x, y}, k_text_row, text_font,
                   "t", colors.text);
  return y - corner.y;
}

struct Picture {
  std::string body;
  double width = 0;
  double height = 0;
};

/// Everything that is seen, from the top to the bottom.
Picture draw_all(const Scene& scene, const RenderOptions& options, const Caption& caption) {
  const Words& words = *scene.words;
  const Palette& colors = scene.theme.light;
  Picture out;
  const Box bounds = scene.arrangement.bounds;
  const double inner = inner_width(scene);
  out.width = inner + 2 * k_margin;
  double y = k_margin;
  const Font title_font{k_title_size, true, scene.theme.font_width};
  const Font small_font{k_small_size, false, scene.theme.font_width};
  const Font plain_font{12, false, scene.theme.font_width};
  const std::string title = options.heading ? title_of(*scene.graph, options) : std::string();
  if (!title.empty()) {
    const Wrapped rows = wrap(title, title_font, inner, 3);
    y += append_rows(out.body, scene, rows, {k_margin, y}, k_title_row, title_font, "t", colors.text);
  }
  const std::string subtitle = options.heading ? subtitle_of(*scene.graph, words) : std::string();
  if (!subtitle.empty()) {
    const Wrapped rows = wrap(subtitle, small_font, inner, 2);
    y += append_rows(out.body, scene, rows, {k_margin, y}, k_small_row, small_font, "tm", colors.muted);
  }
  if (caption.room > 0) {
    append_caption(out.body, scene, caption, {k_margin, y});
    y += caption.room;
  }
  if (y > k_margin) y += 14;
  if (scene.core.nodes.empty()) {
    const Wrapped rows = wrap(words.empty, plain_font, inner, 2);
    y += append_rows(out.body, scene, rows, {k_margin, y}, 18, plain_font, "t", colors.text);
  } else {
    const Point shift{(out.width - bounds.width()) / 2 - bounds.left, y - bounds.top};
    out.body += "<g transform=\"translate(";
    append_number(out.body, shift.x);
    out.body += ' ';
    append_number(out.body, shift.y);
    out.body += ")\">\n";
    append_areas(out.body, scene);
    append_lines(out.body, scene);
    append_headings(out.body, scene);
    append_nodes(out.body, scene);
    out.body += "</g>\n";
    y += bounds.height();
  }
  if (options.legend && !scene.core.nodes.empty()) {
    y += 18;
    y += append_legend(out.body, scene, {k_margin, y}, inner);
  }
  const std::string note = omission_note(scene);
  if (!note.empty()) {
    y += 6;
    const Wrapped rows = wrap(note, small_font, inner, 4);
    y += append_rows(out.body, scene, rows, {k_margin, y}, k_small_row, small_font, "tm", colors.muted);
  }
  out.height = y + k_margin;
  return out;
}

std::string accessible_title(const Scene& scene, const RenderOptions& options) {
  const std::string title = title_of(*scene.graph, options);
  return title.empty() ? std::string(scene.words->default_title) : shorten(title, 300);
}

void append_head_of_file(std::string& out, const Scene& scene, const Picture& picture,
                         const RenderOptions& options, const Caption& caption) {
  const double width = std::ceil(picture.width);
  const double height = std::ceil(picture.height);
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
  append_attribute(out, "id", scene.id);
  if (options.width) {
    const Length tall{options.width->value * height / width, options.width->unit};
    append_attribute(out, "width", to_string(*options.width));
    append_attribute(out, "height", to_string(tall));
  } else {
    append_attribute(out, "width", width);
    append_attribute(out, "height", height);
  }
  out += " viewBox=\"0 0 ";
  append_number(out, width);
  out += ' ';
  append_number(out, height);
  out += "\" role=\"img\"";
  append_attribute(out, "xml:lang", scene.words->language);
  append_attribute(out, "aria-labelledby", scene.id + "-t " + scene.id + "-d");
  append_attribute(out, "font-family", scene.theme.font_family());
  out += " font-size=\"12\"";
  out += " text-anchor=\"middle\">\n<title";
  append_attribute(out, "id", scene.id + "-t");
  out += '>';
  append_escaped(out, accessible_title(scene, options));
  out += "</title>\n<desc";
  append_attribute(out, "id", scene.id + "-d");
  out += '>';
  for (const std::string& text : {caption.caption, caption.text, caption.focus}) {
    if (text.empty()) continue;
    append_escaped(out, text);
    out += '\n';
  }
  append_escaped_lines(out, description(scene));
  out += "</desc>\n";
}

/// Says when the smallest text of the picture, that of labels and legend, cannot be read on paper.
void check_text_size(Drawing& drawing) {
  constexpr double k_pt_per_px = 0.75;
  constexpr double k_readable_pt = 5;
  const double size = k_label_font * drawing.scale * k_pt_per_px;
  if (size >= k_readable_pt) return;
  std::string number;
  append_number(number, size);
  drawing.findings.warn("text will be " + std::string(size < 1 ? "0" : "") + number +
                        " pt high; draw fewer actors or a wider picture");
}

}  // namespace

namespace render {

double caption_height(const Scene& scene, const Caption& caption) {
  std::string nowhere;
  return append_caption(nowhere, scene, caption, {});
}

Drawing compose(const Scene& scene, const RenderOptions& options, const Caption& caption) {
  const Picture picture = draw_all(scene, options, caption);
  Drawing out{.svg = {},
              .id = scene.id,
              .language = std::string(scene.words->language),
              .width = std::ceil(picture.width),
              .height = std::ceil(picture.height),
              .nodes = {},
              .lines = {},
              .positions = positions_of(scene)};
  out.title = displayable(accessible_title(scene, options));
  out.scale = scale_of(options, out.width);
  out.font_width = scene.theme.font_width;
  check_text_size(out);
  if (options.theme_toml) check_contrast(scene.theme, options.theme, out.findings);
  append_head_of_file(out.svg, scene, picture, options, caption);
  out.svg += dark_style(scene);
  append_icons(out.svg, scene);
  out.svg += "<rect class=\"bg\" width=\"100%\" height=\"100%\"";
  append_attribute(out.svg, "fill", scene.theme.light.background);
  out.svg += "/>\n";
  out.svg += picture.body;
  out.svg += "</svg>\n";
  for (std::size_t i = 0; i < scene.node_ids.size(); ++i) {
    out.nodes.push_back({scene.node_ids[i], scene.core.nodes[i]});
  }
  for (std::size_t i = 0; i < scene.line_ids.size(); ++i) {
    const Line& line = scene.core.lines[i];
    DrawnLine drawn{scene.line_ids[i], line.source, line.target, line.mutual, {}};
    for (const LineItem& item : line.items) {
      drawn.edges.insert(drawn.edges.end(), item.edges.begin(), item.edges.end());
    }
    out.lines.push_back(std::move(drawn));
  }
  return out;
}

}  // namespace render

Drawing draw(const Graph& graph, const RenderOptions& options) {
  return compose(make_scene(graph, options), options, {});
}

std::string to_svg(const Graph& graph, const RenderOptions& options) { return draw(graph, options).svg; }

}  // namespace relgraph
