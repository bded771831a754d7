// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "language/network/linear.hpp"
#include "language/network/model_file.hpp"

namespace relgraph::network {

/// Numbers that grow to what is needed and then stay: no allocation once warm. Begins at 64 bytes.
template <class T>
class Buffer {
 public:
  T* of(std::size_t count) {
    if (count > m_count) {
      m_data.reset(static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{64})));
      m_count = count;
    }
    return m_data.get();
  }

 private:
  struct Free {
    void operator()(T* data) const { ::operator delete (data, std::align_val_t{64}); }
  };
  std::unique_ptr<T, Free> m_data;
  std::size_t m_count = 0;
};

/// A thread's working memory for the maps of one LinearMaker.
struct Workspace {
  explicit Workspace(Session made) : session(std::move(made)) {}

  Session session;
  Buffer<std::uint8_t> q;
  Buffer<std::int32_t> sums;
  Buffer<float> scales, x, qkv, mixed, keys, weights, inner;      // of the encoder
  Buffer<float> hidden, row, dependents, heads, crossed, scores;  // of what stands on it
};

/// Runs a map over any number of rows: the input is rounded to 8 bits row by row, `then(row, sums, scale)`
/// turns the sums of a row into what they are for.
template <class Then>
void run_map(Workspace& work, const Linear& map, const float* input, std::size_t stride, std::size_t rows,
             const Then& then) {
  const std::size_t inputs = map.kind->inputs(), outputs = map.kind->outputs();
  std::uint8_t* q = work.q.of(k_tile * inputs);
  std::int32_t* sums = work.sums.of(k_tile * outputs);
  float* scales = work.scales.of(k_tile);
  for (std::size_t first = 0; first < rows; first += k_tile) {
    const std::size_t n = std::min(k_tile, rows - first);
    for (std::size_t r = 0; r < n; ++r)
      scales[r] = kernels().quantise(input + (first + r) * stride, inputs, q + r * inputs);
    work.session.run(map, q, n, sums);
    for (std::size_t r = 0; r < n; ++r) then(first + r, sums + r * outputs, scales[r]);
  }
}

/// A thread's working memory for the maps of `maker`.
[[nodiscard]] std::unique_ptr<Workspace> make_workspace(const LinearMaker& maker);

/// Layer normalisation `NAME.weight`, `NAME.bias` of a file.
[[nodiscard]] Norm norm_of(const TensorFile& model, const std::string& name, std::size_t width,
                           float epsilon);

/// Transformer layers, post-norm (docs/model-format.md, "Encoder").
class Layers {
 public:
  struct Sizes {
    std::size_t hidden, heads, inner;
    float epsilon;
  };
  /// Takes `layers.0` … of the file, `count` of them.
  Layers(const TensorFile& model, LinearMaker& maker, std::size_t count, const Sizes& sizes);

  /// Layers [from, to) on the vectors [pieces, hidden] in `x`, which may lie in `work.x`. The pieces of
  /// sequence s are [begins[s], begins[s + 1]); they see each other only.
  void run(Workspace& work, std::span<const std::size_t> begins, std::size_t from, std::size_t to,
           float* x) const;

  [[nodiscard]] std::size_t count() const { return m_layers.size(); }

 private:
  struct Layer {
    Linear qkv, out, up, down;
    Norm attention_norm, output_norm;
  };
  void attend(Workspace& work, std::size_t begin, std::size_t end) const;

  Sizes m_sizes;
  std::vector<Layer> m_layers;
};

/// Vectors behind the lower layers, kept for those who go on from there.
struct LowerVectors {
  std::size_t layers = 0;     ///< how many are behind the vectors
  std::vector<float> values;  ///< [pieces, hidden], appended
};

/// The transformer: pieces to vectors (docs/model-format.md, "Encoder").
class Encoder {
 public:
  Encoder(const ModelFile& model, LinearMaker& maker);

  /// Vectors of the pieces of some sentences, [pieces, hidden], in `work.x`. Sentence s has the pieces
  /// [begins[s], begins[s + 1]); none is longer than `positions`. `row` is the index of the language.
  /// `lower`, if not null, gets the vectors behind its number of layers.
  const float* run(Workspace& work, std::span<const std::uint32_t> pieces,
                   std::span<const std::size_t> begins, std::size_t row, LowerVectors* lower) const;

 private:
  void embed(std::span<const std::uint32_t> pieces, std::span<const std::size_t> begins, std::size_t row,
             float* x) const;

  Shape m_shape;
  std::span<const std::int8_t> m_words;
  std::span<const float> m_word_scales, m_positions, m_rows;
  Norm m_norm;
  Layers m_layers;
};

}  // namespace relgraph::network
