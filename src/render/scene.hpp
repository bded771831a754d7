// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"
#include "render/label_text.hpp"
#include "render/labels.hpp"
#include "render/messages.hpp"
#include "render/reduce.hpp"
#include "render/text_metrics.hpp"
#include "render/theme.hpp"

namespace relgraph::render {

/// All that the writers of the parts of a picture need to know.
struct Scene {
  const Graph* graph = nullptr;
  const Words* words = nullptr;
  Theme theme;
  bool links = true;
  std::string id;  ///< of the picture; the ids of its parts start with it
  Core core;
  std::vector<NodeLabel> nodes;       ///< one for each of core.nodes
  std::vector<LineLabel> labels;      ///< one for each of core.lines
  Arrangement arrangement;            ///< in the same orders
  std::vector<std::string> node_ids;  ///< of their elements, in the same orders
  std::vector<std::string> line_ids;
  std::vector<std::string> headings{};  ///< of the groups, in the order of arrangement.areas
  std::vector<std::size_t> group_of{};  ///< one for each of core.nodes, or Clusters::none; empty: no groups
  std::string sizes_name{};             ///< what the sizes of boxes mean; empty: nothing
  std::vector<bool> faded_nodes{};      ///< in the orders above; empty: none is
  std::vector<bool> faded_lines{};

  /// Width in px of a line as the theme has it.
  [[nodiscard]] double line_width(std::size_t step, Status status) const;
  /// Appends what makes a program fit a text into the room that was measured for it, where the theme names a
  /// font of unknown width.
  void append_fit(std::string& out, std::string_view text, Font font) const;
};

}  // namespace relgraph::render
