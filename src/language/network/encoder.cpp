// SPDX-License-Identifier: Apache-2.0
#include "language/network/encoder.hpp"

#include <algorithm>
#include <cmath>

#include "language/network/maps.hpp"

namespace relgraph::network {

std::unique_ptr<Workspace> make_workspace(const LinearMaker& maker) {
  return std::make_unique<Workspace>(Session(maker.engine(), maker.greatest_scratch()));
}

Norm norm_of(const TensorFile& model, const std::string& name, std::size_t width, float epsilon) {
  return {model.floats(name + ".weight", width).data(), model.floats(name + ".bias", width).data(), epsilon};
}

Layers::Layers(const TensorFile& model, LinearMaker& maker, std::size_t count, const Sizes& sizes)
    : m_sizes(sizes) {
  const std::size_t h = sizes.hidden, inner = sizes.inner;
  for (std::size_t n = 0; n < count; ++n) {
    const std::string at = "layers." + std::to_string(n) + ".";
    m_layers.push_back({maker.make(model, at + "qkv", h, 3 * h), maker.make(model, at + "out", h, h),
                        maker.make(model, at + "up", h, inner), maker.make(model, at + "down", inner, h),
                        norm_of(model, at + "attention_norm", h, sizes.epsilon),
                        norm_of(model, at + "output_norm", h, sizes.epsilon)});
  }
}

/// Scaled dot-product attention of one sentence, all heads: `qkv` to `mixed`.
void Layers::attend(Workspace& work, std::size_t begin, std::size_t end) const {
  const Kernels& k = kernels();
  const std::size_t h = m_sizes.hidden, width = h / m_sizes.heads, count = end - begin, wide = padded(count);
  const float factor = 1.0F / std::sqrt(static_cast<float>(width));
  float* keys = work.keys.of(width * wide);
  float* weights = work.weights.of(count * wide);
  const float* qkv = work.qkv.of(0) + begin * 3 * h;
  float* mixed = work.mixed.of(0) + begin * h;
  for (std::size_t head = 0; head < m_sizes.heads; ++head) {
    const std::size_t at = head * width;
    transpose(qkv + h + at, 3 * h, count, width, keys, wide);
    k.product(qkv + at, 3 * h, count, width, keys, wide, wide, weights, wide);
    for (std::size_t t = 0; t < count; ++t) k.softmax(weights + t * wide, count, factor);
    k.product(weights, wide, count, count, qkv + 2 * h + at, 3 * h, width, mixed + at, h);
  }
}

void Layers::run(Workspace& work, std::span<const std::size_t> begins, std::size_t from, std::size_t to,
                 float* x) const {
  const Kernels& k = kernels();
  const std::size_t h = m_sizes.hidden, inner = m_sizes.inner, rows = begins.back();
  float* qkv = work.qkv.of(rows * 3 * h);
  float* mixed = work.mixed.of(rows * h);
  float* wide = work.inner.of(k_tile * inner);
  for (std::size_t l = from; l < to; ++l) {
    const Layer& layer = m_layers[l];
    run_map(work, layer.qkv, x, h, rows, [&](std::size_t r, const std::int32_t* sums, float scale) {
      k.affine(sums, 3 * h, scale, layer.qkv.affine, qkv + r * 3 * h);
    });
    for (std::size_t s = 0; s + 1 < begins.size(); ++s) attend(work, begins[s], begins[s + 1]);
    run_map(work, layer.out, mixed, h, rows, [&](std::size_t r, const std::int32_t* sums, float scale) {
      k.affine_add_norm(sums, h, scale, layer.out.affine, layer.attention_norm, x + r * h);
    });
    for (std::size_t first = 0; first < rows; first += k_tile) {
      const std::size_t n = std::min(k_tile, rows - first);
      run_map(work, layer.up, x + first * h, h, n, [&](std::size_t r, const std::int32_t* sums, float scale) {
        k.affine_gelu(sums, inner, scale, layer.up.affine, wide + r * inner);
      });
      run_map(work, layer.down, wide, inner, n, [&](std::size_t r, const std::int32_t* sums, float scale) {
        k.affine_add_norm(sums, h, scale, layer.down.affine, layer.output_norm, x + (first + r) * h);
      });
    }
  }
}

Encoder::Encoder(const ModelFile& model, LinearMaker& maker)
    : m_shape(model.shape()),
      m_words(model.bytes("words.weight", m_shape.vocabulary * m_shape.hidden)),
      m_word_scales(model.floats("words.scale", m_shape.vocabulary)),
      m_positions(model.floats("positions", m_shape.positions * m_shape.hidden)),
      m_rows(model.floats("rows", model.labels().rows.size() * m_shape.hidden)),
      m_norm(norm_of(model, "norm", m_shape.hidden, m_shape.epsilon)),
      m_layers(model, maker, m_shape.layers,
               {m_shape.hidden, m_shape.heads, m_shape.inner, m_shape.epsilon}) {}

void Encoder::embed(std::span<const std::uint32_t> pieces, std::span<const std::size_t> begins,
                    std::size_t row, float* x) const {
  const std::size_t h = m_shape.hidden;
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    for (std::size_t t = begins[s]; t < begins[s + 1]; ++t) {
      const std::uint32_t id = pieces[t];
      kernels().embed(m_words.data() + id * h, m_word_scales[id], m_positions.data() + (t - begins[s]) * h,
                      m_rows.data() + row * h, h, x + t * h);
      kernels().norm(m_norm, h, x + t * h);
    }
  }
}

const float* Encoder::run(Workspace& work, std::span<const std::uint32_t> pieces,
                          std::span<const std::size_t> begins, std::size_t row, LowerVectors* lower) const {
  float* x = work.x.of(pieces.size() * m_shape.hidden);
  embed(pieces, begins, row, x);
  const std::size_t middle = lower == nullptr ? 0 : std::min(lower->layers, m_layers.count());
  m_layers.run(work, begins, 0, middle, x);
  if (lower != nullptr) lower->values.insert(lower->values.end(), x, x + pieces.size() * m_shape.hidden);
  m_layers.run(work, begins, middle, m_layers.count(), x);
  return x;
}

}  // namespace relgraph::network
