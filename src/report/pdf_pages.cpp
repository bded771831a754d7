// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_pages.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/wording.hpp"
#include "relgraph/error.hpp"
#include "render/cairo.hpp"
#include "report/pango.hpp"

namespace relgraph::report {

namespace {

using render::append_bytes, render::check;

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
  attribute->start_index = static_cast<guint>(begin);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(list, attribute);
}

PangoAttribute* colour(Ink ink) {
  const auto part = [](double value) { return static_cast<guint16>(std::lround(value * 65535)); };
  return pango_attr_foreground_new(part(ink.red), part(ink.green), part(ink.blue));
}

constexpr Ink k_friendly_ink{0.12, 0.37, 0.65};
constexpr Ink k_hostile_ink{0.65, 0.29, 0};

void set_style(PangoAttrList* list, Style style, std::size_t begin, std::size_t end) {
  if (style == Style::muted) add(list, colour(k_muted_ink), begin, end);
  if (style == Style::friendly) add(list, colour(k_friendly_ink), begin, end);
  if (style == Style::hostile) add(list, colour(k_hostile_ink), begin, end);
  if (style != Style::muted && style != Style::plain) {
    add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
  }
}

PangoFontDescription* font_of(const TypeStyle& style) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, "Liberation Sans,Arial,Helvetica,sans-serif");
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  return font;
}

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

}  // namespace

SetParagraph::SetParagraph(cairo_t* context, const Text& text, const TypeStyle& style, double width)
    : m_layout(pango_cairo_create_layout(context)) {
  PangoLayout* layout = m_layout.get();
  // the grid of a screen has no say in what is printed
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(pango_layout_get_context(layout), FALSE);
  PangoFontDescription* font = font_of(style);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  if (style.align_right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
  std::string characters;
  PangoAttrList* attributes = pango_attr_list_new();
  for (const Run& run : text) {
    const std::size_t begin = characters.size();
    characters += run.text;
    set_style(attributes, run.style, begin, characters.size());
  }
  pango_layout_set_text(layout, characters.data(), static_cast<int>(characters.size()));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(at, nullptr, &logical);
    const double ascent = points(pango_layout_iter_get_baseline(at) - logical.y);
    const double height = style.size * style.leading;
    m_lines.push_back({pango_layout_iter_get_line_readonly(at), std::max(height, points(logical.height)),
                       ascent + std::max(0.0, height - points(logical.height)) / 2, points(logical.x)});
  } while (pango_layout_iter_next_line(at) != 0);
  pango_layout_iter_free(at);
}

double SetParagraph::height() const {
  double sum = 0;
  for (const SetLine& line : m_lines) sum += line.height;
  return sum;
}

Pages::Pages(const std::string& title, std::string_view foot, std::size_t page_count)
    : m_foot(foot), m_page_count(page_count) {
  m_surface = cairo_pdf_surface_create_for_stream(append_bytes, &m_bytes, m_width, m_height);
  check(cairo_surface_status(m_surface));
  cairo_pdf_surface_restrict_to_version(m_surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATOR, "relgraph");
  // cairo takes the clock if it is told nothing; a date that it cannot read leaves the entry out
  cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATE_DATE, "none");
  m_context = cairo_create(m_surface);
}

Pages::~Pages() {
  cairo_destroy(m_context);
  cairo_surface_destroy(m_surface);
}

void Pages::skip(double points) {
  if (!at_top()) m_y += std::min(points, std::max(room(), 0.0));
}

void Pages::need(double points) {
  while (room() < points && !at_top()) next_page();
}

void Pages::next_page() {
  foot();
  cairo_show_page(m_context);
  ++m_page;
  m_y = k_top;
  if (m_float) std::exchange(m_float, nullptr)();
}

void Pages::turn_page(bool landscape) {
  if (!at_top()) next_page();
  m_width = landscape ? k_long_side : k_short_side;
  m_height = landscape ? k_short_side : k_long_side;
  cairo_pdf_surface_set_size(m_surface, m_width, m_height);
}

void Pages::foot() {
  if (m_page_count == 0) return;
  const std::string text = fill_in(m_foot, {std::to_string(m_page), std::to_string(m_page_count)});
  const SetParagraph set(m_context, {{text}}, {.size = 8, .align_right = true}, text_width());
  draw(set.lines().front(), k_left, m_height - 40, k_muted_ink);
}

void Pages::draw(const SetLine& line, double x, double y, Ink ink) {
  cairo_set_source_rgb(m_context, ink.red, ink.green, ink.blue);
  cairo_move_to(m_context, x + line.shift, y + line.baseline);
  pango_cairo_show_layout_line(m_context, line.line);
}

void Pages::rule(double x0, double y0, double x1, double y1, Ink ink, double width) {
  cairo_set_source_rgb(m_context, ink.red, ink.green, ink.blue);
  cairo_set_line_width(m_context, width);
  cairo_move_to(m_context, x0, y0);
  cairo_line_to(m_context, x1, y1);
  cairo_stroke(m_context);
}

void Pages::paragraph(const Text& text, const TypeStyle& style) {
  const SetParagraph set(m_context, text, style, text_width() - style.indent);
  const std::vector<SetLine>& lines = set.lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const SetLine& line = lines[i];
    // the first line takes a second one along
    need(i == 0 && lines.size() > 1 ? line.height + lines[1].height : line.height);
    if (style.rule)
      rule(k_left + style.indent - 8, m_y, k_left + style.indent - 8, m_y + line.height, k_rule_ink, 1.5);
    draw(line, k_left + style.indent, m_y, style.ink);
    m_y += line.height;
  }
}

double Pages::picture_zoom(const Drawing& drawing, double heading, bool landscape) {
  constexpr double k_largest_zoom = 0.85;  // type of 12 px is then about as large as the text
  const double width = (landscape ? k_long_side : k_short_side) - 2 * k_left;
  const double height = (landscape ? k_short_side : k_long_side) - k_top - k_foot - heading;
  return std::min({width / drawing.width, height / drawing.height, k_largest_zoom});
}

void Pages::picture(const Drawing& drawing, double heading) {
  const double zoom = picture_zoom(drawing, heading, m_width > m_height);
  const double width = drawing.width * zoom;
  const double height = drawing.height * zoom;
  need(height);
  GError* error = nullptr;
  const auto fail = [&](const std::string& what) {
    const std::string why = error == nullptr ? std::string() : std::string(": ") + error->message;
    if (error != nullptr) g_error_free(error);
    throw Error(ErrorCode::internal, what + why);
  };
  struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  };
  // no base address is given, so nothing outside the picture can be loaded
  const std::unique_ptr<RsvgHandle, Release> handle(rsvg_handle_new_from_data(
      reinterpret_cast<const guint8*>(drawing.svg.data()), drawing.svg.size(), &error));
  if (handle == nullptr) fail("librsvg cannot read the picture");
  const RsvgRectangle page{k_left + (text_width() - width) / 2, m_y, width, height};
  if (rsvg_handle_render_document(handle.get(), m_context, &page, &error) == 0)
    fail("librsvg cannot draw the picture");
  m_y += height;
}

void Pages::outline(const std::string& text, int level) {
  const std::string place =
      "page=" + std::to_string(m_page) + " pos=[0 " + std::to_string(std::lround(m_y)) + "]";
  const bool top = level < 3;
  const int id = cairo_pdf_surface_add_outline(m_surface, top ? CAIRO_PDF_OUTLINE_ROOT : m_section,
                                               text.c_str(), place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (top) m_section = id;
}

std::string Pages::finish() {
  foot();
  cairo_show_page(m_context);
  check(cairo_status(m_context));
  cairo_surface_finish(m_surface);
  check(cairo_surface_status(m_surface));
  return std::move(m_bytes);
}

}  // namespace relgraph::report
