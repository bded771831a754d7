// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "render/kinds.hpp"

namespace relgraph::render {

/// Colours as `#rrggbb`.
struct NodeColors {
  std::string fill;
  std::string line;
};

struct Palette {
  std::string background;
  std::string text;
  std::string muted;  ///< subtitle, note, "2 more"
  std::string positive;
  std::string negative;
  std::string neutral;
  std::string former;  ///< lines of what is over
  std::array<NodeColors, k_shape_names.size()> nodes;

  [[nodiscard]] const std::string& of(Polarity polarity) const {
    return polarity == Polarity::positive ? positive : polarity == Polarity::negative ? negative : neutral;
  }
};

/// A file of data/themes, or one of a user's own.
struct Theme {
  Palette light;                ///< what the picture shows unless `dark` is asked for
  std::optional<Palette> dark;  ///< for readers whose system prefers dark pages
  std::string font;       ///< families, best first, as CSS has them; empty: those that are as wide as Arial
  double font_width = 1;  ///< how much wider than Arial that font is; layout leaves so much room
  bool fit_text = false;  ///< the width of `font` is not known: text is fitted to the room it has
  double line_width = 1;  ///< lines and outlines are so much thicker
  bool signs = false;     ///< labels say `+` and `−`, for pictures without colours

  /// `font` and what to take where it is missing.
  [[nodiscard]] std::string font_family() const;
};

/// Parses a theme of a user's own. Input: TOML text as docs/themes.md says; `file` names it in messages.
/// Colours that it does not name are those of the built-in theme that it names as `base`, else of `default`.
/// Errors: `Error{input}` with file and line for what is no TOML, unknown keys, and values of a wrong form.
[[nodiscard]] Theme parse_theme(std::string_view toml, const std::string& file);

/// The built-in theme of that name. Errors: `Error{usage}` with the known names as hint.
[[nodiscard]] Theme load_theme(std::string_view name);

}  // namespace relgraph::render
