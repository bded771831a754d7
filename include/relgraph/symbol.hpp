// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace relgraph {

/// A text that occurs many times, kept once for the whole program: eight bytes, compared by address.
/// Tags, features, lemmas and forms of a million words come from a few ten thousand such texts.
/// Any number of threads may make symbols.
class Symbol {
 public:
  Symbol() = default;  ///< the empty text
  explicit Symbol(std::string_view text);

  [[nodiscard]] std::string_view view() const { return m_text == nullptr ? std::string_view() : *m_text; }
  [[nodiscard]] bool empty() const { return m_text == nullptr; }
  [[nodiscard]] bool operator==(const Symbol& other) const = default;
  [[nodiscard]] bool operator==(std::string_view text) const { return view() == text; }

 private:
  const std::string* m_text = nullptr;  ///< never the address of an empty text
};

}  // namespace relgraph
