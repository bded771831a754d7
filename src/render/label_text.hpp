// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"
#include "render/geometry.hpp"
#include "render/kinds.hpp"
#include "render/messages.hpp"
#include "render/reduce.hpp"

namespace relgraph::render {

inline constexpr double k_node_font = 12;
inline constexpr double k_label_font = 10;
inline constexpr double k_node_row = 14.5;  ///< px from one row of a node to the next
inline constexpr double k_label_row = 12;
inline constexpr std::size_t k_shown_items = 3;  ///< relations that a label lists

/// The text of a box and the size of the box around it.
struct NodeLabel {
  NodeShape shape = NodeShape::other;
  std::vector<std::string> rows;
  double text_width = 0;
  Size box;
  double scale = 1;  ///< of text, rows and icon
};
/// `scale`: how much larger than usual the box is; `stretch`: how much wider than Arial the typeface.
[[nodiscard]] NodeLabel node_label(const Node& node, double scale = 1, double stretch = 1);

/// One row of a line's label, in the colour of its relation.
struct LabelRow {
  std::string text;
  Polarity polarity = Polarity::neutral;
  bool muted = false;  ///< "+ 2 more"
};

struct LineLabel {
  std::vector<LabelRow> rows;
  Size box;
};
/// How labels are made: as the theme says.
struct LabelStyle {
  double stretch = 1;  ///< how much wider than Arial the typeface is
  bool signs = false;  ///< `+` or `−` before what is friendly or hostile, for pictures without colours
};
[[nodiscard]] LineLabel line_label(const Graph& graph, const Line& line, const Words& words,
                                   LabelStyle style = {});

/// `+ ` for positive, `− ` for negative, nothing for neutral.
[[nodiscard]] std::string_view sign_of(Polarity polarity);

/// A relation in words: "nicht: finanziert", and what tells most of its attributes or status: "14 Mrd. USD",
/// "geplant".
struct ItemText {
  std::string relation;
  std::string detail;
  [[nodiscard]] std::string whole() const {
    return detail.empty() ? relation : relation + " (" + detail + ")";
  }
};

/// `line_status` is what the line shows already.
[[nodiscard]] ItemText item_text(const Graph& graph, const LineItem& item, Status line_status,
                                 const Words& words);

/// What a node is called in the picture: its label, else its id, else a question mark.
[[nodiscard]] std::string_view display_name(const Node& node);

}  // namespace relgraph::render
