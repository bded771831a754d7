// SPDX-License-Identifier: Apache-2.0
// Linear maps with 8-bit inputs and 7-bit weights on oneDNN. The integer sums are exact on every processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <dnnl.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "language/network/kernels.hpp"
#include "language/network/tensor_file.hpp"

namespace relgraph::network {

/// Rows that go through a map at once; buffers are as tall.
inline constexpr std::size_t k_tile = 64;

/// The products [rows, inputs] x [inputs, outputs] of one shape, compiled for tiles of 16 and 64 rows.
class ProductKind {
 public:
  ProductKind(const dnnl::engine& engine, std::size_t inputs, std::size_t outputs);

  /// Bytes of working memory for one call.
  [[nodiscard]] std::size_t scratch_size() const { return m_scratch_size; }
  [[nodiscard]] dnnl::memory::desc weights() const { return m_tiles[1].description.weights_desc(); }
  [[nodiscard]] std::size_t inputs() const { return m_inputs; }
  [[nodiscard]] std::size_t outputs() const { return m_outputs; }

 private:
  friend class Session;
  struct Tile {
    std::size_t rows;
    dnnl::matmul::primitive_desc description;
    dnnl::matmul primitive;
  };
  std::size_t m_inputs, m_outputs, m_scratch_size = 0;
  std::vector<Tile> m_tiles;  ///< of 16 rows, of 64 rows
};

/// One linear map of the model: packed weights and what turns sums into numbers.
struct Linear {
  const ProductKind* kind = nullptr;
  dnnl::memory weights;
  std::vector<std::int32_t> offset;
  Affine affine;
};

/// Makes the maps of a model; kinds of the same shape are shared.
class LinearMaker {
 public:
  LinearMaker();
  /// Errors: `Error{input}` if the model lacks the map's tensors in these sizes.
  Linear make(const TensorFile& model, const std::string& name, std::size_t inputs, std::size_t outputs,
              bool with_bias = true);
  [[nodiscard]] const dnnl::engine& engine() const { return m_engine; }
  [[nodiscard]] std::size_t greatest_scratch() const;

 private:
  dnnl::engine m_engine;
  dnnl::stream m_stream;
  std::map<std::pair<std::size_t, std::size_t>, std::unique_ptr<ProductKind>> m_kinds;
};

/// What one thread needs to run maps: buffers that are made once and reused.
class Session {
 public:
  Session(const dnnl::engine& engine, std::size_t scratch_size);

  /// Sums of up to 64 rows: q is [rows, inputs], rows padded to a multiple of 16 are read (and written in
  /// `sums`), so both buffers hold that many.
  void run(const Linear& map, std::uint8_t* q, std::size_t rows, std::int32_t* sums);

 private:
  struct Memories {
    dnnl::memory source, sums, scratch;
  };
  Memories& memories(const ProductKind& kind, std::size_t tile);

  dnnl::engine m_engine;
  dnnl::stream m_stream;
  std::vector<std::uint8_t> m_scratch;
  std::map<std::pair<const ProductKind*, std::size_t>, Memories> m_memories;
};

}  // namespace relgraph::network
