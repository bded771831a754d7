// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace relgraph {

/// A label in the letters of an id: lower-case ASCII letters and digits, everything between them as one
/// hyphen. German umlauts are spelled out, other scripts transliterated; `node` if nothing is left.
[[nodiscard]] std::string slug(std::string_view label);

/// Gives out ids that are unique among all it knows, in constant time each.
class NodeIds {
 public:
  /// An id that is taken already.
  void take(std::string id) { m_taken.insert(std::move(id)); }
  /// `base`, or `base-2`, `base-3` … if taken; it is taken afterwards.
  [[nodiscard]] std::string make_from(const std::string& base);
  /// The same from a label.
  [[nodiscard]] std::string make(std::string_view label) { return make_from(slug(label)); }

 private:
  std::unordered_set<std::string> m_taken;
  std::unordered_map<std::string, std::size_t> m_next;  ///< by base: the number to try next
};

}  // namespace relgraph
