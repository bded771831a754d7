// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace relgraph::network {

/// The dependency tree with the greatest sum of scores and exactly one child of the root.
/// `scores` is [words][1 + words]: of word i (row i, from 0) under head j (0 the root, j the word before
/// number j + 1); the score of a word under itself is not read. Heads are given likewise, 0 the root.
/// Source: Chu and Liu 1965, Edmonds 1967; Zmigrod et al. 2020 discuss the single child of the root.
/// Complexity: O(n^2) where the best heads are a tree already, else O(n^3). Deterministic: of equal scores
/// the lower head. Scores may be -infinity, not NaN.
std::vector<std::int32_t> best_tree(std::span<const double> scores, std::size_t words);

}  // namespace relgraph::network
