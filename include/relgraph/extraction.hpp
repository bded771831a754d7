// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

/// Layers of the network whose vectors the analysis has to bring along (`vector_layers` of analyse).
/// Errors: `Error{input}` if the trained reader of relations is missing or damaged.
[[nodiscard]] std::size_t extraction_layers();

/// What finds the relations: the trained reader, the patterns of data/grammar, or both together.
enum class Extractor : std::uint8_t { model, grammar, both };

/// Entities and typed relations of one document as a graph: nodes with every mention, edges with the
/// sentence that states them. Nothing is in the graph that is not in the text.
/// Precondition: `analysis` is of `document`, with the vectors of `extraction_layers()` layers.
/// Complexity: linear in the text: mentions are compared with a bounded number of others.
/// Deterministic: yes; the network's integers are the same on every processor. Errors: as
/// `extraction_layers`.
[[nodiscard]] Graph extract(const Document& document, const Analysis& analysis,
                            Extractor extractor = Extractor::model);

}  // namespace relgraph
