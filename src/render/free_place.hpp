// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "render/trace.hpp"

namespace relgraph::render {

/// Where boxes wait that have no place yet: out of everybody's way.
inline constexpr Box k_nowhere{-1e8, -1e8, -1e8, -1e8};
[[nodiscard]] inline bool is_somewhere(Box box) { return box.left > k_nowhere.left; }

/// Room in a picture in the making. Refers to the arrangement, which must outlive it and not change.
class FreePlaces {
 public:
  /// Input: `placed` says of every line whether it stands; `sizes` are those of all boxes.
  FreePlaces(const Arrangement& all, const std::vector<bool>& placed, std::span<const Size> sizes);

  /// A free place for a box: where its lines `ties` to boxes that stand have room for their labels, run
  /// through little and cross little, and the picture grows little.
  [[nodiscard]] Box best_box(std::size_t node, std::span<const std::size_t> ties) const;

  /// The upper left corner for a part of a size: where the picture stays smallest, the uppermost and
  /// leftmost of those places.
  [[nodiscard]] Point best_corner(Size part) const;

 private:
  [[nodiscard]] std::size_t other_end(std::size_t tie, std::size_t node) const;
  [[nodiscard]] std::vector<Point> places_near(std::size_t node, std::span<const std::size_t> ties) const;
  [[nodiscard]] bool is_free(Box box) const;
  [[nodiscard]] double tie_price(std::size_t node, Point center, std::size_t tie) const;
  [[nodiscard]] double price_of(std::size_t node, Point center, std::span<const std::size_t> ties,
                                double enough) const;

  const Arrangement& m_all;
  const std::vector<bool>& m_placed;
  std::span<const Size> m_sizes;
  std::vector<Trace> m_traces;  ///< of the lines that stand
  Box m_bounds;                 ///< of all that stands
};

}  // namespace relgraph::render
