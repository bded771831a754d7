// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relgraph::render {

/// A size of the typeface of the pictures: Liberation Sans, which is as wide as Arial.
struct Font {
  double size = 12;  ///< px of an em
  bool bold = false;
  double stretch = 1;  ///< of another typeface: how much wider than Arial its text is taken to be
  [[nodiscard]] double em() const { return size * stretch; }
};

/// Width of a line of text in px, from the shipped table of widths: the same on every machine, whatever
/// fonts it has. Characters outside the table count as wide as a letter, full-width ones and emoji as an em.
[[nodiscard]] double text_width(std::string_view text, Font font);

struct Wrapped {
  std::vector<std::string> lines;
  double width = 0;   ///< of the widest line
  bool whole = true;  ///< false: the text was cut and ends in an ellipsis
};

/// Breaks text into at most `max_lines` lines, evenly filled, none wider than `max_width` px: at blanks,
/// after hyphens and slashes, and words that are too wide at a joint of their syllables.
/// Input: valid UTF-8. White space is folded. Complexity: linear; reads no more than 400 characters.
[[nodiscard]] Wrapped wrap(std::string_view text, Font font, double max_width, std::size_t max_lines);

/// The text cut to `max_characters` at the end of a word, with an ellipsis.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t max_characters);

}  // namespace relgraph::render
