// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "relgraph/analysis.hpp"

namespace relgraph {

/// Whether the tree denies what the word says: `nie`, `kein`, `not` … hangs on it, or on the verb that it
/// hangs on.
[[nodiscard]] bool is_denied(const Analysis& analysis, const Sentence& sentence, std::size_t token);

/// Whether the word stands in a condition (`if …`, `falls …`): its clause says what might be, not what is.
[[nodiscard]] bool is_supposed(const Analysis& analysis, const Sentence& sentence, std::size_t token);

}  // namespace relgraph
