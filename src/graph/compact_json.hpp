// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relgraph {

/// Deepest nesting that is kept of a value that relgraph does not know; Python's reader stops near 1000.
inline constexpr std::size_t k_deepest_json = 500;

/// Why a text cannot be taken over.
enum class CompactFault : std::uint8_t { none, syntax, depth, duplicate, number };

/// Appends a JSON value without white space: strings with the fewest escapes, whole numbers digit by digit
/// whatever their size, other numbers in shortest round-trip form. It is what Python's
/// `json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))` writes.
/// Complexity: O(n log n) for the keys of an object, else linear; no recursion.
[[nodiscard]] CompactFault append_compact_json(std::string& out, std::string_view json);

}  // namespace relgraph
