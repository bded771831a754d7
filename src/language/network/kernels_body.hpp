// SPDX-License-Identifier: Apache-2.0
// Included by one source file for each instruction set; only those may include it. It uses nothing of the
// standard library whose inline functions another file could pick up with the wrong instructions.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "language/network/kernels.hpp"

namespace relgraph::network {

namespace {

constexpr size_t k_lanes = 16;
using Floats = float __attribute__((vector_size(64)));
using Ints = int32_t __attribute__((vector_size(64)));

inline Floats load(const float* p) {
  Floats v;
  memcpy(&v, p, sizeof v);
  return v;
}

inline Ints load(const int32_t* p) {
  Ints v;
  memcpy(&v, p, sizeof v);
  return v;
}

inline void store(float* p, const Floats& v) { memcpy(p, &v, sizeof v); }

inline Floats all(float x) { return x - Floats{}; }

/// The lanes added in a fixed tree, whatever the width of the registers.
inline float sum(const Floats& v) {
  float part[k_lanes];
  store(part, v);
  for (size_t step = k_lanes / 2; step > 0; step /= 2)
    for (size_t i = 0; i < step; ++i) part[i] += part[i + step];
  return part[0];
}

inline float max(const Floats& v) {
  float part[k_lanes];
  store(part, v);
  float top = part[0];
  for (size_t i = 1; i < k_lanes; ++i) top = part[i] > top ? part[i] : top;
  return top;
}

inline Floats absolute(const Floats& v) {
  return __builtin_bit_cast(Floats, __builtin_bit_cast(Ints, v) & 0x7fffffff);
}

/// To the nearest whole number, ties to even, for |v| < 2^22: adding 1.5 * 2^23 leaves no bits for a
/// fraction.
inline Floats round_even(const Floats& v) {
  constexpr float k_magic = 12582912.0F;
  return (v + k_magic) - k_magic;
}

/// e^v with a relative error below 2e-7 (range reduction and polynomial of Cephes' expf, Moshier 1992).
inline Floats exponential(Floats v) {
  v = v < -87.0F ? all(-87.0F) : v;
  v = v > 88.0F ? all(88.0F) : v;
  const Floats n = round_even(v * 1.44269504088896341F);
  const Floats r = (v - n * 0.693359375F) - n * -2.12194440e-4F;
  Floats p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * (r * r) + r + 1.0F;
  const Ints exponent = (__builtin_convertvector(n, Ints) + 127) << 23;
  return p * __builtin_bit_cast(Floats, exponent);
}

/// a/2 (1 + erf(a/sqrt 2)); erf by formula 7.1.26 of Abramowitz and Stegun (1964), error below 1.5e-7.
inline Floats gelu_of(const Floats& a) {
  const Floats x = absolute(a) * 0.70710678118654752F;
  const Floats t = 1.0F / (x * 0.3275911F + 1.0F);
  Floats p = t * 1.061405429F + -1.453152027F;
  p = p * t + 1.421413741F;
  p = p * t + -0.284496736F;
  p = p * t + 0.254829592F;
  const Floats rest = p * t * exponential(-(x * x));  // 1 - erf(x)
  return a * (a < 0.0F ? 0.5F * rest : 1.0F - 0.5F * rest);
}

/// The first `count` (< 16) numbers, the rest 0.
inline Floats load_some(const float* p, size_t count) {
  float part[k_lanes] = {};
  memcpy(part, p, count * sizeof *p);
  return load(part);
}

inline Ints load_some(const int32_t* p, size_t count) {
  int32_t part[k_lanes] = {};
  memcpy(part, p, count * sizeof *p);
  return load(part);
}

inline void store_some(float* p, const Floats& v, size_t count) { memcpy(p, &v, count * sizeof *p); }

/// The number of sums [i, i + 16) or, at the end of a row, fewer.
inline Floats number(const int32_t* sums, size_t i, size_t width, float row_scale, const Affine& map) {
  if (i + k_lanes <= width) {
    const Floats v = __builtin_convertvector(load(sums + i) - load(map.offset + i), Floats) * row_scale *
                     load(map.scale + i);
    return map.bias == nullptr ? v : v + load(map.bias + i);
  }
  const size_t n = width - i;
  const Ints whole = load_some(sums + i, n) - load_some(map.offset + i, n);
  const Floats v = __builtin_convertvector(whole, Floats) * row_scale * load_some(map.scale + i, n);
  return map.bias == nullptr ? v : v + load_some(map.bias + i, n);
}

inline void put(float* out, size_t i, size_t width, const Floats& v) {
  if (i + k_lanes <= width)
    store(out + i, v);
  else
    store_some(out + i, v, width - i);
}

float quantise(const float* x, size_t width, uint8_t* q) {
  Floats top{};
  for (size_t i = 0; i < width; i += k_lanes) {
    const Floats v = absolute(load(x + i));
    top = v > top ? v : top;
  }
  const float greatest = max(top);
  const float scale = greatest > 0 ? greatest / 127.0F : 1.0F;
  using Bytes = uint8_t __attribute__((vector_size(16)));
  for (size_t i = 0; i < width; i += k_lanes) {
    const Ints whole = __builtin_convertvector(round_even(load(x + i) / scale), Ints) + 128;
    const Bytes bytes = __builtin_convertvector(whole, Bytes);
    memcpy(q + i, &bytes, sizeof bytes);
  }
  return scale;
}

void affine(const int32_t* sums, size_t width, float row_scale, const Affine& map, float* out) {
  for (size_t i = 0; i < width; i += k_lanes) put(out, i, width, number(sums, i, width, row_scale, map));
}

void affine_gelu(const int32_t* sums, size_t width, float row_scale, const Affine& map, float* out) {
  for (size_t i = 0; i < width; i += k_lanes)
    put(out, i, width, gelu_of(number(sums, i, width, row_scale, map)));
}

void norm(const Norm& by, size_t width, float* x) {
  Floats total{};
  for (size_t i = 0; i < width; i += k_lanes) total += load(x + i);
  const float mean = sum(total) / static_cast<float>(width);
  Floats squares{};
  for (size_t i = 0; i < width; i += k_lanes) {
    const Floats d = load(x + i) - mean;
    squares += d * d;
  }
  const float variance = sum(squares) / static_cast<float>(width);
  const float deviation = __builtin_sqrtf(variance + by.epsilon);
  for (size_t i = 0; i < width; i += k_lanes)
    store(x + i, (load(x + i) - mean) / deviation * load(by.weight + i) + load(by.bias + i));
}

void affine_add_norm(const int32_t* sums, size_t width, float row_scale, const Affine& map, const Norm& by,
                     float* x) {
  for (size_t i = 0; i < width; i += k_lanes)
    store(x + i, load(x + i) + number(sums, i, width, row_scale, map));
  norm(by, width, x);
}

void embed(const int8_t* piece, float scale, const float* position, const float* row, size_t width,
           float* x) {
  for (size_t i = 0; i < width; ++i) x[i] = static_cast<float>(piece[i]) * scale + position[i] + row[i];
}

/// R rows and C vectors of the result at a time stay in registers.
template <size_t R, size_t C>
inline void block(const float* a, size_t lda, size_t depth, const float* b, size_t ldb, float* out,
                  size_t ldo) {
  Floats total[R][C] = {};
  for (size_t d = 0; d < depth; ++d) {
    for (size_t c = 0; c < C; ++c) {
      const Floats v = load(b + d * ldb + c * k_lanes);
      for (size_t r = 0; r < R; ++r) total[r][c] += a[r * lda + d] * v;
    }
  }
  for (size_t r = 0; r < R; ++r)
    for (size_t c = 0; c < C; ++c) store(out + r * ldo + c * k_lanes, total[r][c]);
}

template <size_t C>
inline void columns_of(const float* a, size_t lda, size_t rows, size_t depth, const float* b, size_t ldb,
                       float* out, size_t ldo) {
  constexpr size_t k_rows = RELGRAPH_KERNEL_ROWS / C;
  size_t r = 0;
  for (; r + k_rows <= rows; r += k_rows)
    block<k_rows, C>(a + r * lda, lda, depth, b, ldb, out + r * ldo, ldo);
  for (; r < rows; ++r) block<1, C>(a + r * lda, lda, depth, b, ldb, out + r * ldo, ldo);
}

void product(const float* a, size_t lda, size_t rows, size_t depth, const float* b, size_t ldb,
             size_t columns, float* out, size_t ldo) {
  size_t c = 0;
  for (; c + 2 * k_lanes <= columns; c += 2 * k_lanes)
    columns_of<2>(a, lda, rows, depth, b + c, ldb, out + c, ldo);
  for (; c + k_lanes <= columns; c += k_lanes) columns_of<1>(a, lda, rows, depth, b + c, ldb, out + c, ldo);
  for (size_t r = 0; c < columns && r < rows; ++r) {
    Floats total{};
    for (size_t d = 0; d < depth; ++d) total += a[r * lda + d] * load_some(b + d * ldb + c, columns - c);
    store_some(out + r * ldo + c, total, columns - c);
  }
}

void softmax(float* x, size_t width, float factor) {
  float top = x[0];
  for (size_t i = 1; i < width; ++i) top = x[i] > top ? x[i] : top;
  Floats total{};
  size_t i = 0;
  for (; i + k_lanes <= width; i += k_lanes) {
    const Floats v = exponential((load(x + i) - top) * factor);
    store(x + i, v);
    total += v;
  }
  if (i < width) {
    const Floats v = exponential((load_some(x + i, width - i) - top) * factor);
    float part[k_lanes] = {};
    store_some(part, v, width - i);
    store_some(x + i, v, width - i);
    total += load(part);
  }
  const float whole = sum(total);
  for (i = 0; i < width; ++i) x[i] /= whole;
}

float dot(const float* a, const float* b, size_t width) {
  Floats total{};
  for (size_t i = 0; i < width; i += k_lanes) total += load(a + i) * load(b + i);
  return sum(total);
}

}  // namespace

extern const Kernels RELGRAPH_KERNELS;
const Kernels RELGRAPH_KERNELS = {
    RELGRAPH_KERNEL_NAME, quantise, affine, affine_gelu, affine_add_norm, norm, embed, product, softmax, dot};

}  // namespace relgraph::network
