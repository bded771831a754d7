// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

#include "base/big_pages.hpp"

namespace relgraph {

/// A copy of a text with the room behind it that simdjson reads into.
class PaddedText {
 public:
  explicit PaddedText(std::string_view text) : m_size(text.size()), m_capacity(rounded(text.size())) {
    m_data.reset(static_cast<char*>(std::aligned_alloc(alignment(m_capacity), m_capacity)));
    if (m_data == nullptr) throw std::bad_alloc();
    wish_big_pages(m_data.get(), m_capacity);
    std::memcpy(m_data.get(), text.data(), m_size);
    std::memset(m_data.get() + m_size, 0, m_capacity - m_size);
  }

  [[nodiscard]] simdjson::padded_string_view view() const {
    return simdjson::padded_string_view(m_data.get(), m_size, m_capacity);
  }

 private:
  static constexpr std::size_t k_big_page = std::size_t{1} << 21U;
  static constexpr std::size_t k_line = 64;

  static std::size_t alignment(std::size_t capacity) { return capacity >= k_big_page ? k_big_page : k_line; }
  /// Memory is given out in multiples of the alignment.
  static std::size_t rounded(std::size_t size) {
    const std::size_t wanted = size + simdjson::SIMDJSON_PADDING;
    const std::size_t unit = alignment(wanted);
    return (wanted + unit - 1) / unit * unit;
  }

  struct Free {
    void operator()(char* data) const { std::free(data); }
  };
  std::unique_ptr<char, Free> m_data;
  std::size_t m_size;
  std::size_t m_capacity;
};

}  // namespace relgraph
