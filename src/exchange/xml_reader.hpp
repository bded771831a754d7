// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "relgraph/exchange.hpp"

// XML files piece by piece: nothing of them is kept but what a handler keeps.

namespace relgraph::exchange {

/// The attributes of one element; good as long as its start is handled.
class XmlAttributes {
 public:
  /// Input: names and values in turn, closed by a null, as expat gives them.
  explicit XmlAttributes(const char* const* list) : m_list(list) {}

  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
    for (const char* const* at = m_list; *at != nullptr; at += 2) {
      if (name == *at) return at[1];
    }
    return std::nullopt;
  }
  [[nodiscard]] std::string_view get(std::string_view name) const { return find(name).value_or(""); }

  template <class F>
  void each(F f) const {
    for (const char* const* at = m_list; *at != nullptr; at += 2) f(std::string_view(at[0]), at[1]);
  }

 private:
  const char* const* m_list;
};

/// What a format makes of elements. Names come without the prefix of a name space: prefixes and the addresses
/// of name spaces differ from program to program and from version to version, the names do not.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  /// Input: `byte` is where the element starts in the file. Output: whether its text is wanted.
  virtual bool start(std::string_view name, const XmlAttributes& attributes, std::size_t byte) = 0;
  /// Input: the text since the last start that wanted it.
  virtual void end(std::string_view name, std::string_view text) = 0;
};

/// Errors: `Error{input}` with line and column, also for errors that the handler throws without a line.
/// Refused are documents that define entities (a few bytes of them can stand for gigabytes), and elements
/// more than 250 deep. No other file is ever opened. Complexity: linear.
void read_xml(const ExchangeFile& file, XmlHandler& handler);

}  // namespace relgraph::exchange
