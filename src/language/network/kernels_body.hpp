// SPDX-License-Identifier: Apache-2.0
// Included by one source file for each instruction set; only those may include it. It uses nothing of the
// standard library whose inline functions another file could pick up with the wrong instructions.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "language/network/kernels.hpp"

namespace relgraph::network {

namespace {

constexpr size_t k_bytes = RELGRAPH_KERNEL_BYTES;  // of a register
constexpr size_t k_lanes = k_bytes / sizeof(float);
using Floats = float __attribute__((vector_size(k_bytes)));
using Ints = int32_t __attribute__((vector_size(k_bytes)));

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

/// Sixteen sums, in as many registers as that takes, so that the order of adding is the same everywhere.
struct Sums {
  static constexpr size_t k_sums = 16;
  static constexpr size_t k_registers = k_sums / k_lanes;
  Floats part[k_registers] = {};

  /// Adds term(i) for all i below width, a multiple of 16; i is the first of `k_lanes` numbers.
  template <class Term>
  void add(size_t width, const Term& term) {
    for (size_t i = 0; i < width; i += k_sums)
      for (size_t r = 0; r < k_registers; ++r) part[r] += term(i + r * k_lanes);
  }

  /// The sixteen added in a fixed tree.
  float total() const {
    float lane[k_sums];
    memcpy(lane, part, sizeof lane);
    for (size_t step = k_sums / 2; step > 0; step /= 2)
      for (size_t i = 0; i < step; ++i) lane[i] += lane[i + step];
    return lane[0];
  }
};

inline float greatest(const Floats& v) {
  float lane[k_lanes];
  store(lane, v);
  for (size_t step = k_lanes / 2; step > 0; step /= 2)
    for (size_t i = 0; i < step; ++i) lane[i] = lane[i + step] > lane[i] ? lane[i + step] : lane[i];
  return lane[0];
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

/// a/2 (1 + erf(a/sqrt 2)) with an error below 6e-5, far below a step of the 8-bit rounding behind it.
/// The normal distribution as 1/2 + a P(a^2): P fitted for the least maximum of the error (Lawson 1961) on
/// |a| <= 4.5; beyond, the distribution stays as it is there. No division and no exponential.
inline Floats gelu_of(const Floats& a) {
  constexpr float k_end = 4.5F;
  Floats x = a < -k_end ? all(-k_end) : a;
  x = x > k_end ? all(k_end) : x;
  const Floats u = x * x;
  Floats p = u * 3.0364235431568076e-11F + -3.3146645428416832e-09F;
  p = p * u + 1.5909986927908903e-07F;
  p = p * u + -4.451732820598409e-06F;
  p = p * u + 8.142520528053865e-05F;
  p = p * u + -0.001037591602653265F;
  p = p * u + 0.009585203602910042F;
  p = p * u + -0.06598465889692307F;
  p = p * u + 0.3987126052379608F;
  Floats share = x * p + 0.5F;
  share = share < 0.0F ? Floats{} : share;
  share = share > 1.0F ? all(1.0F) : share;
  return a * share;
}

/// The first `count` (< lanes) numbers, the rest 0.
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

/// The numbers of sums [i, i + lanes) or, at the end of a row, fewer.
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
  const float most = greatest(top);
  const float factor = most > 0 ? 127.0F / most : 1.0F;
  using Bytes = uint8_t __attribute__((vector_size(k_lanes)));
  for (size_t i = 0; i < width; i += k_lanes) {
    const Ints whole = __builtin_convertvector(round_even(load(x + i) * factor), Ints) + 128;
    const Bytes bytes = __builtin_convertvector(whole, Bytes);
    memcpy(q + i, &bytes, sizeof bytes);
  }
  return most > 0 ? most / 127.0F : 1.0F;
}

void affine(const int32_t* sums, size_t width, float row_scale, const Affine& map, float* out) {
  for (size_t i = 0; i < width; i += k_lanes) put(out, i, width, number(sums, i, width, row_scale, map));
}

void affine_gelu(const int32_t* sums, size_t width, float row_scale, const Affine& map, float* out) {
  for (size_t i = 0; i < width; i += k_lanes)
    put(out, i, width, gelu_of(number(sums, i, width, row_scale, map)));
}

void gelu(float* x, size_t width) {
  for (size_t i = 0; i < width; i += k_lanes) store(x + i, gelu_of(load(x + i)));
}

void norm(const Norm& by, size_t width, float* x) {
  Sums sums;
  sums.add(width, [&](size_t i) { return load(x + i); });
  const float mean = sums.total() / static_cast<float>(width);
  Sums squares;
  squares.add(width, [&](size_t i) {
    const Floats d = load(x + i) - mean;
    return d * d;
  });
  const float variance = squares.total() / static_cast<float>(width);
  const float factor = 1.0F / __builtin_sqrtf(variance + by.epsilon);
  for (size_t i = 0; i < width; i += k_lanes)
    store(x + i, (load(x + i) - mean) * factor * load(by.weight + i) + load(by.bias + i));
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

template <size_t R, size_t C>
inline void columns_of(const float* a, size_t lda, size_t rows, size_t depth, const float* b, size_t ldb,
                       float* out, size_t ldo) {
  size_t r = 0;
  for (; r + R <= rows; r += R) block<R, C>(a + r * lda, lda, depth, b, ldb, out + r * ldo, ldo);
  for (; r < rows; ++r) block<1, C>(a + r * lda, lda, depth, b, ldb, out + r * ldo, ldo);
}

/// As many sums as fit the registers: adding waits for the sum before.
void product(const float* a, size_t lda, size_t rows, size_t depth, const float* b, size_t ldb,
             size_t columns, float* out, size_t ldo) {
  constexpr size_t k_rows = RELGRAPH_KERNEL_ROWS;
  size_t c = 0;
  for (; c + 2 * k_lanes <= columns; c += 2 * k_lanes)
    columns_of<k_rows, 2>(a, lda, rows, depth, b + c, ldb, out + c, ldo);
  for (; c + k_lanes <= columns; c += k_lanes)
    columns_of<k_rows, 1>(a, lda, rows, depth, b + c, ldb, out + c, ldo);
  for (size_t r = 0; c < columns && r < rows; ++r) {
    Floats total{};
    for (size_t d = 0; d < depth; ++d) total += a[r * lda + d] * load_some(b + d * ldb + c, columns - c);
    store_some(out + r * ldo + c, total, columns - c);
  }
}

/// Lanes of numbers [i, i + lanes) that lie below width keep their value, the others become `rest`.
inline Floats below(const Floats& v, size_t i, size_t width, float rest) {
  if (i + k_lanes <= width) return v;
  Ints index;
  for (size_t lane = 0; lane < k_lanes; ++lane) index[lane] = static_cast<int32_t>(i + lane);
  return index < static_cast<int32_t>(width) ? v : all(rest);
}

void softmax(float* x, size_t width, float factor) {
  Floats most = all(x[0]);
  for (size_t i = 0; i < width; i += k_lanes) {
    const Floats v = below(load(x + i), i, width, x[0]);
    most = v > most ? v : most;
  }
  const float top = greatest(most);
  const size_t padded = (width + Sums::k_sums - 1) / Sums::k_sums * Sums::k_sums;
  Sums sums;
  sums.add(padded, [&](size_t i) {
    const Floats v = below(exponential((load(x + i) - top) * factor), i, width, 0.0F);
    store(x + i, v);
    return v;
  });
  const float share = 1.0F / sums.total();
  for (size_t i = 0; i < padded; i += k_lanes) store(x + i, load(x + i) * share);
}

float dot(const float* a, const float* b, size_t width) {
  Sums sums;
  sums.add(width, [&](size_t i) { return load(a + i) * load(b + i); });
  return sums.total();
}

}  // namespace

extern const Kernels RELGRAPH_KERNELS;
const Kernels RELGRAPH_KERNELS = {RELGRAPH_KERNEL_NAME,
                                  quantise,
                                  affine,
                                  affine_gelu,
                                  gelu,
                                  affine_add_norm,
                                  norm,
                                  embed,
                                  product,
                                  softmax,
                                  dot};

}  // namespace relgraph::network
