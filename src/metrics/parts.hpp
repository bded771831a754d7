// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "relgraph/connectivity.hpp"

namespace relgraph {

/// Numbers parts from 0 in the order in which they appear; their number.
inline std::uint32_t renumber(std::vector<std::uint32_t>& part_of) {
  std::uint32_t greatest = 0;
  for (const std::uint32_t part : part_of) greatest = std::max(greatest, part);
  std::vector<std::uint32_t> number(part_of.empty() ? 0 : std::size_t{greatest} + 1, UINT32_MAX);
  std::uint32_t count = 0;
  for (std::uint32_t& part : part_of) {
    if (number[part] == UINT32_MAX) number[part] = count++;
    part = number[part];
  }
  return count;
}

/// The parts with the largest first, then by first vertex.
inline Parts parts_of(std::vector<std::uint32_t> part_of) {
  const std::uint32_t count = renumber(part_of);  // so that a lesser number means an earlier vertex
  Parts out{std::move(part_of), std::vector<std::uint32_t>(count, 0)};
  for (const std::uint32_t part : out.of) ++out.sizes[part];
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t part) { return out.sizes[part]; });
  std::vector<std::uint32_t> place(count);
  for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
  for (std::uint32_t& part : out.of) part = place[part];
  std::ranges::sort(out.sizes, std::greater<>());
  return out;
}

}  // namespace relgraph
