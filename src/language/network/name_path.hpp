// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace relgraph::network {

/// The best sequence of name tags in which `I-X` follows only `B-X` or `I-X`.
/// `scores` is [words][tags], log probabilities. Source: Viterbi 1967. Complexity: linear in words, tags
/// squared. Deterministic: of equal scores the tag that comes first.
std::vector<std::uint8_t> best_name_path(std::span<const float> scores, const std::vector<std::string>& tags);

}  // namespace relgraph::network
