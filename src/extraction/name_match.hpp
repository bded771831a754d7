// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relgraph {

/// How two mentions are written compared with each other. The order is that of the model's table;
/// training/extraction/names.py computes the same.
enum class NameMatch : std::uint8_t { none, equal, suffix, prefix, acronym, shared, inside };
inline constexpr std::size_t k_name_matches = 7;

/// The words of a mention as they are compared.
struct NameKeys {
  std::vector<std::string> keys;  ///< small letters; without marks, articles and the s of a genitive
  bool capitals = false;          ///< all letters of the mention are capitals
};

[[nodiscard]] NameKeys name_keys(std::span<const std::string_view> words);

/// The relation of two mentions, without regard to their order.
[[nodiscard]] NameMatch match_names(const NameKeys& a, const NameKeys& b);

}  // namespace relgraph
