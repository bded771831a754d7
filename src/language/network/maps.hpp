// SPDX-License-Identifier: Apache-2.0
// Linear maps over rows of numbers, for what stands on the encoder.
#pragma once

#include "language/network/encoder.hpp"

namespace relgraph::network {

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
