// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relgraph {

/// Node indices by id. Reading a graph looks up two ids for each edge, in any order: a table without pointers
/// with all ids in one text stays in the cache, which std::unordered_map and the nodes themselves do not.
class IdTable {
 public:
  /// Input: how many nodes there will be; more than that are possible, and cost moving.
  explicit IdTable(std::size_t nodes) : m_slots(std::bit_ceil(2 * nodes + 1)) {
    m_begin.reserve(nodes + 1);
    m_begin.push_back(0);
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
    const Slot& slot = m_slots[place_of(id, tag_of(id))];
    if (slot.index == k_free) return std::nullopt;
    return slot.index;
  }

  /// Enters the next node, counted from 0; returns the node that has its id already.
  std::optional<std::uint32_t> insert(std::string_view id) {
    if (2 * m_begin.size() > m_slots.size()) grow();
    const std::uint32_t tag = tag_of(id);
    Slot& slot = m_slots[place_of(id, tag)];
    if (slot.index != k_free) return slot.index;
    slot = {tag, static_cast<std::uint32_t>(m_begin.size() - 1)};
    m_text += id;
    m_begin.push_back(m_text.size());
    return std::nullopt;
  }

 private:
  void grow() {
    std::vector<Slot> old(2 * m_slots.size());
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
      if (slot.index == k_free) continue;
      std::size_t place = slot.tag & mask;
      while (m_slots[place].index != k_free) place = (place + 1) & mask;
      m_slots[place] = slot;
    }
  }

  static constexpr std::uint32_t k_free = UINT32_MAX;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t index = k_free;
  };

  static std::uint32_t tag_of(std::string_view id) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id));
  }
  /// The slot of the id, or the free one where it would stand. At least half of the slots are free.
  [[nodiscard]] std::size_t place_of(std::string_view id, std::uint32_t tag) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = tag & mask;
    while (m_slots[place].index != k_free &&
           (m_slots[place].tag != tag || id_of(m_slots[place].index) != id)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  [[nodiscard]] std::string_view id_of(std::uint32_t index) const {
    return std::string_view(m_text).substr(m_begin[index], m_begin[index + 1] - m_begin[index]);
  }

  std::vector<Slot> m_slots;
  std::string m_text;                ///< all ids, one after the other
  std::vector<std::size_t> m_begin;  ///< of each id in it, and one past the last
};

}  // namespace relgraph
