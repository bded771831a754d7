// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extraction/amounts.hpp"
#include "extraction/entities.hpp"
#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/graph.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

/// A relation that one sentence states. Source and target are indices into Entities::entities.
struct Statement {
  std::size_t source = 0;
  std::size_t target = 0;
  const RelationType* type = nullptr;
  Status status = Status::asserted;
  double confidence = 0;
  std::size_t sentence = 0;  ///< index into Analysis::sentences
  Span trigger;
  std::optional<std::size_t> speaker;  ///< entity that says so
  std::optional<Amount> amount;
};

/// Everything that the triggers find, in text order. Sentences that repeat earlier ones word by word are
/// left out. Complexity: linear in the text.
[[nodiscard]] std::vector<Statement> find_statements(const Document& document, const Analysis& analysis,
                                                     const Entities& entities);

}  // namespace relgraph
