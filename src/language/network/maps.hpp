// SPDX-License-Identifier: Apache-2.0
// Rows of numbers for attention, and linear maps over them for what stands on the encoder.
#pragma once

#include <algorithm>
#include <cstddef>

#include "language/network/encoder.hpp"

namespace relgraph::network {

/// The least multiple of 16 that is not below n: how wide the kernels want rows of any length.
inline std::size_t padded(std::size_t n) { return (n + 15) / 16 * 16; }

/// Columns of `rows` rows that lie `stride` apart become rows of `wide` numbers, filled up with zeros.
inline void transpose(const float* from, std::size_t stride, std::size_t rows, std::size_t columns, float* to,
                      std::size_t wide) {
  for (std::size_t c = 0; c < columns; ++c) {
    for (std::size_t r = 0; r < rows; ++r) to[c * wide + r] = from[r * stride + c];
    std::fill(to + c * wide + rows, to + (c + 1) * wide, 0.0F);
  }
}

/// The outputs of a map for all rows: [rows, outputs].
inline void plain_map(Workspace& work, const Linear& map, const float* in, std::size_t rows, float* out) {
  const std::size_t width = map.kind->outputs();
  run_map(work, map, in, map.kind->inputs(), rows, [&](std::size_t r, const std::int32_t* sums, float scale) {
    kernels().affine(sums, width, scale, map.affine, out + r * width);
  });
}

/// The same behind gelu.
inline void gelu_map(Workspace& work, const Linear& map, const float* in, std::size_t rows, float* out) {
  const std::size_t width = map.kind->outputs();
  run_map(work, map, in, map.kind->inputs(), rows, [&](std::size_t r, const std::int32_t* sums, float scale) {
    kernels().affine_gelu(sums, width, scale, map.affine, out + r * width);
  });
}

}  // namespace relgraph::network
