// SPDX-License-Identifier: Apache-2.0
// PNG and PDF, from the SVG by librsvg and Cairo.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "relgraph/error.hpp"
#include "relgraph/render.hpp"
#include "render/cairo.hpp"
#include "render/svg_writer.hpp"
#include "render/text_metrics.hpp"

namespace relgraph {

namespace {

using namespace render;

constexpr double k_px_per_inch = 96;
constexpr double k_pt_per_px = 72 / k_px_per_inch;
constexpr double k_max_side = 20000;   ///< pixels
constexpr double k_max_pixels = 80e6;  ///< 320 MB while they are drawn
constexpr double k_min_dpi = 10;
constexpr double k_max_dpi = 2400;

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Handle = std::unique_ptr<RsvgHandle, Release>;
using Context = std::unique_ptr<cairo_t, Release>;
using Surface = std::unique_ptr<cairo_surface_t, Release>;

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorCode::internal, what); }

/// Throws what librsvg says, and frees it.
[[noreturn]] void fail(const std::string& what, GError* error) {
  std::string message = what;
  if (error != nullptr) {
    message.append(": ").append(error->message);
    g_error_free(error);
  }
  fail(message);
}

Handle load(std::string_view svg) {
  GError* error = nullptr;
  // No base address is given, so nothing outside the SVG can be loaded.
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (handle == nullptr) fail("librsvg cannot read the picture", error);
  rsvg_handle_set_dpi(handle.get(), k_px_per_inch);
  return handle;
}

/// The fonts that a picture names.
std::string font_family(const std::string& svg) {
  constexpr std::string_view k_name = " font-family=\"";
  const std::size_t begin = svg.find(k_name);
  if (begin == std::string::npos) return {};
  const std::size_t end = svg.find('"', begin + k_name.size());
  return svg.substr(begin, end + 1 - begin);
}

/// Width of a text as librsvg sets it in the fonts of this machine.
double set_width(const std::string& family, std::string_view text, Font font) {
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10000\" height=\"1000\"><text id=\"t\" y=\"500\"";
  append_attribute(svg, "font-size", font.size);
  if (font.bold) svg += " font-weight=\"bold\"";
  svg += family + ">" + escaped(text) + "</text></svg>";
  const Handle handle = load(svg);
  const RsvgRectangle all{0, 0, 10000, 1000};
  RsvgRectangle ink{};
  GError* error = nullptr;
  if (rsvg_handle_get_geometry_for_layer(handle.get(), "#t", &all, &ink, nullptr, &error) == 0) {
    fail("librsvg cannot measure text", error);
  }
  return ink.width;
}

/// How much wider the fonts of this machine are than those the picture was laid out for; 1 if they are not.
double excess_width(const std::string& family) {
  constexpr std::string_view k_sample = "Hamburgefonstiv criticizes OpenAI, unterstützt Müller & Söhne 2025";
  double most = 1;
  for (const bool bold : {false, true}) {
    const Font font{100, bold};
    most = std::max(most, set_width(family, k_sample, font) / text_width(k_sample, font));
  }
  constexpr double k_noticed = 1.02;
  return most < k_noticed ? 1 : most;
}

/// Smaller type where the fonts are wider than expected, so that text stays in its boxes: each size that
/// the picture sets by an attribute is overruled by a rule.
void fit_fonts(RsvgHandle* handle, const Drawing& drawing) {
  const double excess = excess_width(font_family(drawing.svg)) / drawing.font_width;
  if (excess <= 1) return;
  std::string css;
  for (const int size : {10, 12, 16}) {
    const int thousandths = static_cast<int>(std::floor(size * 1000 / excess));
    css += "[font-size=\"" + std::to_string(size) + "\"]{font-size:" + std::to_string(thousandths / 1000) +
           "." + std::to_string(1000 + thousandths % 1000).substr(1) + "px}";
  }
  GError* error = nullptr;
  if (rsvg_handle_set_stylesheet(handle, reinterpret_cast<const guint8*>(css.data()), css.size(), &error) ==
      0) {
    fail("librsvg does not take a style sheet", error);
  }
}

/// Draws the picture over a surface of that size in its own units.
void paint(cairo_t* context, const Drawing& drawing, double width, double height) {
  const Handle handle = load(drawing.svg);
  fit_fonts(handle.get(), drawing);
  const RsvgRectangle page{0, 0, width, height};
  GError* error = nullptr;
  if (rsvg_handle_render_document(handle.get(), context, &page, &error) == 0) {
    fail("librsvg cannot draw the picture", error);
  }
  check(cairo_status(context));
}

void append_big_endian(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
}

/// Says in a PNG how large it is on paper (chunk pHYs, which Cairo does not write), so that word processors
/// insert it in its size. Source: PNG specification, second edition, 11.3.5.3.
void note_density(std::string& png, double dpi) {
  constexpr double k_inches_per_metre = 1000 / 25.4;
  constexpr std::size_t k_after_header = 8 + 4 + 4 + 13 + 4;  // signature; length, name, data, CRC of IHDR
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi * k_inches_per_metre));
  std::string body = "pHYs";
  append_big_endian(body, per_metre);
  append_big_endian(body, per_metre);
  body += '\x01';  // the unit is the metre
  std::string chunk;
  append_big_endian(chunk, static_cast<std::uint32_t>(body.size() - 4));
  chunk += body;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  append_big_endian(chunk, static_cast<std::uint32_t>(sum));
  if (png.size() > k_after_header) png.insert(k_after_header, chunk);
}

std::string digits(double value) { return std::to_string(std::llround(value)); }

void check_size(double width, double height, double dpi) {
  if (!(dpi >= k_min_dpi && dpi <= k_max_dpi)) {
    throw Error(ErrorCode::usage, "a resolution must be between 10 and 2400 dpi");
  }
  if (width <= k_max_side && height <= k_max_side && width * height <= k_max_pixels) return;
  const double shrink =
      std::min({k_max_side / width, k_max_side / height, std::sqrt(k_max_pixels / (width * height))});
  throw Error(ErrorCode::usage,
              "the picture would have " + digits(width) + " x " + digits(height) +
                  " pixels, more than 20000 a side or 80 million in all",
              {}, "With --dpi " + digits(std::floor(dpi * shrink)) + " it fits, or with a smaller --width");
}

}  // namespace

std::string to_png(const Drawing& drawing, double dpi) {
  const double zoom = drawing.scale * dpi / k_px_per_inch;
  const double width = std::max(1.0, std::round(drawing.width * zoom));
  const double height = std::max(1.0, std::round(drawing.height * zoom));
  check_size(width, height, dpi);
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
  check(cairo_surface_status(surface.get()));
  const Context context(cairo_create(surface.get()));
  paint(context.get(), drawing, width, height);
  std::string out;
  check(cairo_surface_write_to_png_stream(surface.get(), append_bytes, &out));
  note_density(out, dpi);
  return out;
}

std::string to_png(const Graph& graph, const RenderOptions& options) {
  return to_png(draw(graph, options), options.dpi);
}

std::string to_pdf(const Drawing& drawing) {
  const double zoom = drawing.scale * k_pt_per_px;
  const double width = drawing.width * zoom;
  const double height = drawing.height * zoom;
  if (std::max(width, height) > k_max_inches * 72) {
    throw Error(ErrorCode::usage, "the page would be larger than 200 inches, the limit of PDF", {},
                "A smaller --width or fewer actors make it fit");
  }
  std::string out;
  {
    const Surface surface(cairo_pdf_surface_create_for_stream(append_bytes, &out, width, height));
    check(cairo_surface_status(surface.get()));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, drawing.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "relgraph");
    // Cairo would write the time of day.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
    const Context context(cairo_create(surface.get()));
    paint(context.get(), drawing, width, height);
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));
  }
  return out;
}

std::string to_pdf(const Graph& graph, const RenderOptions& options) { return to_pdf(draw(graph, options)); }

}  // namespace relgraph
