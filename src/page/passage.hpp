// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph::page {

/// What a piece of a sentence does in a relation; where two overlap, the first of these wins.
enum class Mark : std::uint8_t { trigger, speaker, source, target, none };
[[nodiscard]] std::string_view to_string(Mark mark);

struct Piece {
  Mark mark = Mark::none;
  std::string text;
};

/// A sentence in pieces, and what stands around it in its paragraph if the graph knows it.
struct Passage {
  std::string before;
  std::vector<Piece> sentence;
  std::string after;
};

/// Splits the sentence at its trigger and at the mentions of the speaker and of both ends. Nothing is marked
/// where the text is not, byte for byte, what its span says, since positions would then be wrong.
/// `speaker` may be null.
[[nodiscard]] Passage passage_of(const Evidence& evidence, const Node* speaker, const Node& source,
                                 const Node& target);

}  // namespace relgraph::page
