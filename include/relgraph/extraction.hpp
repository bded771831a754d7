// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

/// Entities and typed relations of one document as a graph: nodes with every mention, edges with the
/// sentence that states them. Nothing is in the graph that is not in the text.
/// Precondition: `analysis` is of `document`. Complexity: linear in the text for a bounded number of
/// names a sentence. Deterministic: yes.
[[nodiscard]] Graph extract(const Document& document, const Analysis& analysis);

}  // namespace relgraph
