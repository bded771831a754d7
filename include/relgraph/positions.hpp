// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace relgraph {

/// Where a thing stands, in px, y downwards. The origin is that of the file: only differences count.
struct Place {
  double x = 0;
  double y = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// A line as it was drawn: Bézier curves (a start, then three points a curve) from the centre of the source
/// to the middle of the label, and from there to the centre of the target.
struct LinePlace {
  std::string source;  ///< node id
  std::string target;
  Place label;       ///< centre
  Place label_size;  ///< width, height
  std::vector<Place> to_label;
  std::vector<Place> from_label;
  friend bool operator==(const LinePlace&, const LinePlace&) = default;
};

/// Where everything stands in a picture, so that the next one can leave it there.
struct Positions {
  std::map<std::string, Place> nodes;  ///< centres by node id
  std::vector<LinePlace> lines;        ///< may be missing: then all lines are led anew
  friend bool operator==(const Positions&, const Positions&) = default;
};

/// Reads a file of positions (docs/positions.md): JSON with `"relgraph": "positions"` and `nodes`.
/// Input: `file` names the text in messages. Unknown keys are ignored.
/// Errors: `Error{input}`: not JSON, not such a file, a place that is no pair of numbers or lies further than
/// 1e6 px from the origin.
[[nodiscard]] Positions parse_positions(std::string_view json, const std::string& file);

/// The file: sorted, two decimals, one line a node and one a line of the picture. What is read back from it
/// is the same if the places had two decimals.
[[nodiscard]] std::string serialise_positions(const Positions& positions);

}  // namespace relgraph
