// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace relgraph {

/// Asks the system to back a big buffer with big pages before it is filled: for files of many megabytes the
/// first touch of each small page costs more than reading it. A wish; without it everything works as well.
inline void wish_big_pages(void* data, std::size_t size) {
  constexpr std::uintptr_t k_big_page = std::uintptr_t{1} << 21U;
  const auto address = reinterpret_cast<std::uintptr_t>(data);
  const std::uintptr_t begin = (address + k_big_page - 1) / k_big_page * k_big_page;
  const std::uintptr_t end = (address + size) / k_big_page * k_big_page;
  if (begin < end)
    static_cast<void>(::madvise(static_cast<char*>(data) + (begin - address), end - begin, MADV_HUGEPAGE));
}

}  // namespace relgraph
