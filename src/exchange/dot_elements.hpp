// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

// What the attributes of a DOT file mean for a graph.

namespace relgraph::exchange::dot {

/// Before the names of the attributes of an edge (amount, role …).
inline constexpr std::string_view k_attribute_prefix = "relgraph_attribute_";

struct Attribute {
  std::string name;
  std::string value;
  bool is_html = false;
};
using Attributes = std::vector<Attribute>;

/// An attribute that says what cannot be; whoever knows the line says where.
struct AttributeFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Attributes that reach a node or edge as a default, too. Those of the picture do not: they would be copied
/// to everything, and say nothing.
[[nodiscard]] bool is_inherited(const std::string& name);

/// Input: `is_own`: the file is one that relgraph wrote; what it derives from other attributes is not kept.
/// Errors: AttributeFault.
void apply(Node& node, const Attributes& attributes, bool is_own);
/// Precondition: an edge as it is made by default; all its attributes at once.
void apply(Edge& edge, const Attributes& attributes, bool is_own);

/// Of properties of one name the last one holds. Complexity: linear on average.
void keep_last(Properties& properties);

}  // namespace relgraph::exchange::dot
