// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relgraph/render.hpp"
#include "render/cairo.hpp"
#include "report/pango.hpp"
#include "report/text.hpp"

namespace relgraph::report {

/// A colour as cairo takes it.
struct Ink {
  double red = 0;
  double green = 0;
  double blue = 0;
};
inline constexpr Ink k_ink{0.1, 0.1, 0.12};
inline constexpr Ink k_muted_ink{0.35, 0.35, 0.4};
inline constexpr Ink k_rule_ink{0.78, 0.78, 0.82};

/// How a paragraph is set, in points.
struct TypeStyle {
  double size = 9.5;
  bool bold = false;
  Ink ink = k_ink;
  double indent = 0;  ///< of the whole paragraph
  bool rule = false;  ///< a line along its left side
  bool align_right = false;
  double leading = 1.25;  ///< height of a line relative to that of the type
};

/// One line of a paragraph, ready to be drawn.
struct SetLine {
  PangoLayoutLine* line = nullptr;
  double height = 0;
  double baseline = 0;  ///< below the top of the line
  double shift = 0;     ///< to the right, for what is not aligned left
};

/// A paragraph broken into lines of some width. It owns what its lines point to.
class SetParagraph {
 public:
  SetParagraph(cairo_t* context, const Text& text, const TypeStyle& style, double width);
  [[nodiscard]] const std::vector<SetLine>& lines() const { return m_lines; }
  [[nodiscard]] double height() const;

 private:
  struct Release {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  std::unique_ptr<PangoLayout, Release> m_layout;
  std::vector<SetLine> m_lines;
};

/// A4 pages in a PDF file in memory, filled from the top to the bottom.
class Pages {
 public:
  static constexpr double k_short_side = 595.28;
  static constexpr double k_long_side = 841.89;
  static constexpr double k_left = 54;
  static constexpr double k_top = 54;
  static constexpr double k_foot = 58;  ///< from the lowest text to the edge

  /// `page_count` is what the foot of a page says; `foot` has places for the number of a page and that count.
  Pages(const std::string& title, std::string_view foot, std::size_t page_count);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  [[nodiscard]] cairo_t* context() const { return m_context; }
  [[nodiscard]] double y() const { return m_y; }
  [[nodiscard]] double text_width() const { return m_width - 2 * k_left; }
  [[nodiscard]] double text_height() const { return m_height - k_top - k_foot; }
  [[nodiscard]] double room() const { return m_height - k_foot - m_y; }
  [[nodiscard]] bool at_top() const { return m_y <= k_top; }
  [[nodiscard]] std::size_t count() const { return m_page; }

  /// Moves down past what was drawn.
  void move(double points) { m_y += points; }
  /// Moves down by some white; not at the top of a page.
  void skip(double points);
  /// Starts a new page unless so much room is left.
  void need(double points);
  void next_page();
  /// Has `draw` called at the top of the next page, whatever is being set then; the rest goes on behind it.
  void float_to_next_page(std::function<void()> draw) { m_float = std::move(draw); }
  [[nodiscard]] bool has_float() const { return m_float != nullptr; }
  /// Starts a new page of that orientation, unless this one is empty and can be turned.
  void turn_page(bool landscape);

  /// Lines, going on on the next page where one is full.
  void paragraph(const Text& text, const TypeStyle& style);
  /// One line at a place of this page.
  void draw(const SetLine& line, double x, double y, Ink ink);
  void rule(double x0, double y0, double x1, double y1, Ink ink, double width);
  /// Draws a picture in the middle of the page, at most as wide as the text and as high as the page with
  /// `heading` points above it.
  void picture(const Drawing& drawing, double heading);
  /// How large that would make it, relative to px, on a page of either orientation.
  [[nodiscard]] static double picture_zoom(const Drawing& drawing, double heading, bool landscape);

  void outline(const std::string& text, int level);

  /// The bytes of the file; nothing can be added afterwards.
  /// Errors: `Error{internal}` with what cairo says.
  [[nodiscard]] std::string finish();

 private:
  void foot();

  std::string m_bytes;
  cairo_surface_t* m_surface = nullptr;
  cairo_t* m_context = nullptr;
  std::string m_foot;
  std::size_t m_page_count;
  std::size_t m_page = 1;
  double m_y = k_top;
  double m_width = k_short_side;  ///< of this page
  double m_height = k_long_side;
  std::function<void()> m_float;
  int m_section = 0;  ///< outline entry that lesser ones belong to
};

}  // namespace relgraph::report
