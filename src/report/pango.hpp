// SPDX-License-Identifier: Apache-2.0
// Pango, loaded when a PDF is set: inside the namespace its functions go by their own names. It is not
// linked.
#pragma once

#include <pango/pangocairo.h>

#include "base/late_library.hpp"

namespace relgraph::report {

#define RELGRAPH_LATE(name) \
  inline constexpr LateFunction<decltype(::name)> name { "libpangocairo-1.0.so.0", #name }

RELGRAPH_LATE(pango_attr_foreground_new);
RELGRAPH_LATE(pango_attr_list_insert);
RELGRAPH_LATE(pango_attr_list_new);
RELGRAPH_LATE(pango_attr_list_unref);
RELGRAPH_LATE(pango_attr_weight_new);
RELGRAPH_LATE(pango_cairo_context_set_font_options);
RELGRAPH_LATE(pango_cairo_create_layout);
RELGRAPH_LATE(pango_cairo_show_layout_line);
RELGRAPH_LATE(pango_context_set_round_glyph_positions);
RELGRAPH_LATE(pango_font_description_free);
RELGRAPH_LATE(pango_font_description_new);
RELGRAPH_LATE(pango_font_description_set_absolute_size);
RELGRAPH_LATE(pango_font_description_set_family);
RELGRAPH_LATE(pango_font_description_set_weight);
RELGRAPH_LATE(pango_layout_get_context);
RELGRAPH_LATE(pango_layout_get_iter);
RELGRAPH_LATE(pango_layout_iter_free);
RELGRAPH_LATE(pango_layout_iter_get_baseline);
RELGRAPH_LATE(pango_layout_iter_get_line_extents);
RELGRAPH_LATE(pango_layout_iter_get_line_readonly);
RELGRAPH_LATE(pango_layout_iter_next_line);
RELGRAPH_LATE(pango_layout_set_alignment);
RELGRAPH_LATE(pango_layout_set_attributes);
RELGRAPH_LATE(pango_layout_set_font_description);
RELGRAPH_LATE(pango_layout_set_text);
RELGRAPH_LATE(pango_layout_set_width);
RELGRAPH_LATE(pango_layout_set_wrap);

#undef RELGRAPH_LATE

}  // namespace relgraph::report
