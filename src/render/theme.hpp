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

/// A file of data/themes.
struct Theme {
  Palette light;                ///< what the picture shows unless `dark` is asked for
  std::optional<Palette> dark;  ///< for readers whose system prefers dark pages
};

/// Parses a theme. Input: TOML text; `file` names it in messages.
/// Errors: `Error{internal}` with file and line for a missing colour or one that is not `#rrggbb`.
[[nodiscard]] Theme parse_theme(std::string_view toml, const std::string& file);

/// The theme of that name. Errors: `Error{usage}` with the known names as hint.
[[nodiscard]] Theme load_theme(std::string_view name);

}  // namespace relgraph::render
