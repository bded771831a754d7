// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pango/pangocairo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/render.hpp"
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
  static constexpr double k_width = 595.28;
  static constexpr double k_height = 841.89;
  static constexpr double k_left = 54;
  static constexpr double k_top = 54;
  static constexpr double k_bottom = k_height - 58;
  static constexpr double k_text_width = k_width - 2 * k_left;

  /// `page_count` is what the foot of a page says; `foot` has places for the number of a page and that count.
  Pages(const std::string& title, std::string_view foot, std::size_t page_count);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  [[nodiscard]] cairo_t* context() const { return m_context; }
  [[nodiscard]] double y() const { return m_y; }
  [[nodiscard]] double room() const { return k_bottom - m_y; }
  [[nodiscard]] bool at_top() const { return m_y <= k_top; }
  [[nodiscard]] std::size_t count() const { return m_page; }

  /// Moves down past what was drawn.
  void move(double points) { m_y += points; }
  /// Moves down by some white; not at the top of a page.
  void skip(double points);
  /// Starts a new page unless so much room is left.
  void need(double points);
  void next_page();

  /// Lines, going on on the next page where one is full.
  void paragraph(const Text& text, const TypeStyle& style);
  /// One line at a place of this page.
  void draw(const SetLine& line, double x, double y, Ink ink);
  void rule(double x0, double y0, double x1, double y1, Ink ink, double width);
  /// A picture as wide as the text, or smaller so that it has room on one page with `heading` points above
  /// it.
  void picture(const Drawing& drawing, double heading);
  [[nodiscard]] static double picture_height(const Drawing& drawing, double heading);
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
  int m_section = 0;  ///< outline entry that lesser ones belong to
};

}  // namespace relgraph::report
