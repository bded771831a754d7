// SPDX-License-Identifier: Apache-2.0
#include "language/network/linear.hpp"

#include <omp.h>

#include <algorithm>
#include <array>

#include "relgraph/error.hpp"

namespace relgraph::network {

namespace {

using Desc = dnnl::memory::desc;
using Type = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

constexpr std::size_t k_small_tile = 16;

Desc matrix(std::size_t rows, std::size_t columns, Type type, Tag tag) {
  return {{static_cast<dnnl::memory::dim>(rows), static_cast<dnnl::memory::dim>(columns)}, type, tag};
}

}  // namespace

ProductKind::ProductKind(const dnnl::engine& engine, std::size_t inputs, std::size_t outputs)
    : m_inputs(inputs), m_outputs(outputs) {
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  const auto tile = [&](std::size_t rows, const Desc& weights) {
    const dnnl::matmul::desc wanted(matrix(rows, inputs, Type::u8, Tag::ab), weights,
                                    matrix(rows, outputs, Type::s32, Tag::ab));
    const dnnl::matmul::primitive_desc description(wanted, attributes, engine);
    m_scratch_size = std::max(m_scratch_size, description.scratchpad_desc().get_size());
    return Tile{rows, description, dnnl::matmul(description)};
  };
  // The library orders the weights as it likes for tall tiles; low ones have to take them in that order.
  Tile tall = tile(k_tile, matrix(inputs, outputs, Type::s8, Tag::any));
  m_tiles.push_back(tile(k_small_tile, tall.description.weights_desc()));
  m_tiles.push_back(std::move(tall));
}

LinearMaker::LinearMaker() : m_engine(dnnl::engine::kind::cpu, 0), m_stream(m_engine) {}

Linear LinearMaker::make(const TensorFile& model, const std::string& name, std::size_t inputs,
                         std::size_t outputs, bool with_bias) {
  const auto weights = model.bytes(name + ".weight", inputs * outputs);
  // Threads work on documents; a product within one is too small to be worth parting.
  omp_set_num_threads(1);
  auto& kind = m_kinds[{inputs, outputs}];
  if (!kind) kind = std::make_unique<ProductKind>(m_engine, inputs, outputs);
  Linear map;
  map.kind = kind.get();
  const dnnl::memory plain(matrix(inputs, outputs, Type::s8, Tag::ba), m_engine,
                           const_cast<std::int8_t*>(weights.data()));
  map.weights = dnnl::memory(kind->weights(), m_engine);
  dnnl::reorder(plain, map.weights).execute(m_stream, const_cast<dnnl::memory&>(plain), map.weights);
  m_stream.wait();
  const auto sums = model.integers(name + ".sum", outputs);
  map.offset.resize(outputs);
  std::ranges::transform(sums, map.offset.begin(), [](std::int32_t sum) { return 128 * sum; });
  map.affine = {map.offset.data(), model.floats(name + ".scale", outputs).data(),
                with_bias ? model.floats(name + ".bias", outputs).data() : nullptr};
  return map;
}

std::size_t LinearMaker::greatest_scratch() const {
  std::size_t size = 0;
  for (const auto& [shape, kind] : m_kinds) size = std::max(size, kind->scratch_size());
  return size;
}

Session::Session(const dnnl::engine& engine, std::size_t scratch_size)
    : m_engine(engine), m_stream(engine), m_scratch(scratch_size + 64) {
  omp_set_num_threads(1);
}

Session::Memories& Session::memories(const ProductKind& kind, std::size_t tile) {
  const auto [at, fresh] = m_memories.try_emplace({&kind, tile});
  if (fresh) {
    const auto& description = kind.m_tiles[tile].description;
    const auto aligned = (reinterpret_cast<std::uintptr_t>(m_scratch.data()) + 63) & ~std::uintptr_t{63};
    at->second = {dnnl::memory(description.src_desc(), m_engine, nullptr),
                  dnnl::memory(description.dst_desc(), m_engine, nullptr),
                  dnnl::memory(description.scratchpad_desc(), m_engine, reinterpret_cast<void*>(aligned))};
  }
  return at->second;
}

void Session::run(const Linear& map, std::uint8_t* q, std::size_t rows, std::int32_t* sums) {
  const ProductKind& kind = *map.kind;
  const auto part = [&](std::size_t tile, std::size_t row) {
    Memories& m = memories(kind, tile);
    m.source.set_data_handle(q + row * kind.inputs());
    m.sums.set_data_handle(sums + row * kind.outputs());
    const std::array<dnnl_exec_arg_t, 4> arguments{{{DNNL_ARG_SRC, m.source.get()},
                                                    {DNNL_ARG_WEIGHTS, map.weights.get()},
                                                    {DNNL_ARG_DST, m.sums.get()},
                                                    {DNNL_ARG_SCRATCHPAD, m.scratch.get()}}};
    const auto status = dnnl_primitive_execute(kind.m_tiles[tile].primitive.get(), m_stream.get(),
                                               static_cast<int>(arguments.size()), arguments.data());
    if (status != dnnl_success) throw Error(ErrorCode::internal, "oneDNN could not multiply");
  };
  if (rows > k_tile - k_small_tile) return part(1, 0);
  for (std::size_t row = 0; row < rows; row += k_small_tile) part(0, row);
}

}  // namespace relgraph::network
