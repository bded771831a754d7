// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relgraph {

enum class LengthUnit : std::uint8_t { px, pt, mm, cm, in };

/// A length on paper or on a screen. A px is 1/96 in, a pt 1/72 in, as in CSS.
struct Length {
  double value = 0;
  LengthUnit unit = LengthUnit::px;

  [[nodiscard]] double px() const noexcept;
};

/// Reads `85mm`, `17 cm`, `6.5in`, `420pt`, `600px`; a bare number is px. Nothing else, no negative or
/// infinite numbers. Deterministic: yes, whatever the locale.
[[nodiscard]] std::optional<Length> parse_length(std::string_view text);

/// As an SVG attribute has it: `85mm`, with at most three decimals.
[[nodiscard]] std::string to_string(Length length);

}  // namespace relgraph
