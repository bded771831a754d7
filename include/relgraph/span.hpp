// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace relgraph {

/// A half-open range `[begin, end)` of byte offsets into a UTF-8 text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const noexcept {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  /// The words under the span. Precondition: `end <= text.size()`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;  // NOLINT(modernize-use-nullptr)
};

}  // namespace relgraph
