// SPDX-License-Identifier: Apache-2.0
// The arithmetic between the integer products, in three versions of one source: AVX-512, AVX2, and for
// any x86-64 (or other) processor. All add in the same order and none fuses multiplication with addition,
// so that every version gives the same bits: an analysis does not depend on the laptop.
#pragma once

#include <cstddef>
#include <cstdint>

namespace relgraph::network {

/// What turns an integer sum into the number it stands for: (sum - offset[o]) * row scale * scale[o] +
/// bias[o].
struct Affine {
  const std::int32_t* offset = nullptr;  ///< [outputs] 128 times the sum of the row of weights
  const float* scale = nullptr;          ///< [outputs]
  const float* bias = nullptr;           ///< [outputs] or null: no bias
};

/// Layer normalisation (Ba et al. 2016).
struct Norm {
  const float* weight = nullptr;
  const float* bias = nullptr;
  float epsilon = 0;
};

/// Widths are multiples of 16, except those of sums, of softmax and of product.
struct Kernels {
  const char* name;  ///< `avx512`, `avx2` or `plain`

  /// Rounds a row to 8 bits: q = round(x * 127 / max|x|) + 128; returns max|x| / 127 (1 if all are 0).
  float (*quantise)(const float* x, std::size_t width, std::uint8_t* q);

  /// out[i] = number that sums[i] stands for.
  void (*affine)(const std::int32_t* sums, std::size_t width, float row_scale, const Affine& map, float* out);

  /// As affine, then gelu(a) = a/2 (1 + erf(a/sqrt 2)).
  void (*affine_gelu)(const std::int32_t* sums, std::size_t width, float row_scale, const Affine& map,
                      float* out);

  /// x = gelu(x).
  void (*gelu)(float* x, std::size_t width);

  /// x = norm(x + affine(sums)).
  void (*affine_add_norm)(const std::int32_t* sums, std::size_t width, float row_scale, const Affine& map,
                          const Norm& norm, float* x);

  /// x = norm(x).
  void (*norm)(const Norm& norm, std::size_t width, float* x);

  /// x = piece * scale + position + row.
  void (*embed)(const std::int8_t* piece, float scale, const float* position, const float* row,
                std::size_t width, float* x);

  /// out[rows, columns] = a[rows, depth] * b[depth, columns]; `lda` numbers lie from one row of a to the
  /// next, `ldb` and `ldo` likewise.
  void (*product)(const float* a, std::size_t lda, std::size_t rows, std::size_t depth, const float* b,
                  std::size_t ldb, std::size_t columns, float* out, std::size_t ldo);

  /// x = softmax(x * factor) over the first `width` numbers; up to the next multiple of 16 zeros follow.
  void (*softmax)(float* x, std::size_t width, float factor);

  /// Sum of products of two rows.
  float (*dot)(const float* a, const float* b, std::size_t width);
};

/// The fastest version that this processor runs and that ONEDNN_MAX_CPU_ISA admits.
const Kernels& kernels();

/// All versions that this processor runs, the fastest first; for tests.
const Kernels* const* kernel_versions(std::size_t& count);

}  // namespace relgraph::network
