// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>

#include "language/name_context.hpp"

namespace relgraph {

/// The tokens of the name that starts at token `begin`: words with a capital and the small words, initials
/// and legal forms that hold them together, without what only describes the name.
/// Output: first token (at or behind `begin`) and one past the last.
[[nodiscard]] std::pair<std::size_t, std::size_t> name_run(const NameContext& f, std::size_t begin);

}  // namespace relgraph
