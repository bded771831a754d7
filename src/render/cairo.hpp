// SPDX-License-Identifier: Apache-2.0
// Cairo and librsvg, loaded when a PNG or PDF is drawn: inside the namespace their functions go by their own
// names. They are not linked.
#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include "base/late_library.hpp"

namespace relgraph {

#define RELGRAPH_LATE(name) \
  inline constexpr LateFunction<decltype(::name)> name { "librsvg-2.so.2", #name }

RELGRAPH_LATE(cairo_create);
RELGRAPH_LATE(cairo_destroy);
RELGRAPH_LATE(cairo_font_options_create);
RELGRAPH_LATE(cairo_font_options_destroy);
RELGRAPH_LATE(cairo_font_options_set_hint_metrics);
RELGRAPH_LATE(cairo_font_options_set_hint_style);
RELGRAPH_LATE(cairo_image_surface_create);
RELGRAPH_LATE(cairo_line_to);
RELGRAPH_LATE(cairo_move_to);
RELGRAPH_LATE(cairo_pdf_surface_add_outline);
RELGRAPH_LATE(cairo_pdf_surface_create_for_stream);
RELGRAPH_LATE(cairo_pdf_surface_restrict_to_version);
RELGRAPH_LATE(cairo_pdf_surface_set_metadata);
RELGRAPH_LATE(cairo_pdf_surface_set_size);
RELGRAPH_LATE(cairo_set_line_width);
RELGRAPH_LATE(cairo_set_source_rgb);
RELGRAPH_LATE(cairo_show_page);
RELGRAPH_LATE(cairo_status);
RELGRAPH_LATE(cairo_status_to_string);
RELGRAPH_LATE(cairo_stroke);
RELGRAPH_LATE(cairo_surface_destroy);
RELGRAPH_LATE(cairo_surface_finish);
RELGRAPH_LATE(cairo_surface_status);
RELGRAPH_LATE(cairo_surface_write_to_png_stream);
RELGRAPH_LATE(g_error_free);
RELGRAPH_LATE(g_object_unref);
RELGRAPH_LATE(rsvg_handle_get_geometry_for_layer);
RELGRAPH_LATE(rsvg_handle_new_from_data);
RELGRAPH_LATE(rsvg_handle_render_document);
RELGRAPH_LATE(rsvg_handle_set_dpi);
RELGRAPH_LATE(rsvg_handle_set_stylesheet);

#undef RELGRAPH_LATE

namespace render {

/// For Cairo to write to: `to` is a std::string.
cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int count);

/// Errors: `Error{internal}` with what Cairo says, if that is not success.
void check(cairo_status_t status);

}  // namespace render

}  // namespace relgraph
