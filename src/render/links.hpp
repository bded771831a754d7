// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "relgraph/graph.hpp"
#include "render/reduce.hpp"

namespace relgraph::render {

/// An address as it may stand in a link: only http and https, everything else percent-encoded that RFC 3986
/// does not allow there. Empty if it is no such address.
[[nodiscard]] std::string web_address(std::string_view source);

/// The page that states a line, at the sentence: the source of the first evidence whose document has an
/// address, with a text fragment (WICG Scroll to Text Fragment) that browsers highlight. Empty if there is
/// none.
[[nodiscard]] std::string evidence_link(const Graph& graph, const Line& line);

}  // namespace relgraph::render
