// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A strict reader of XML 1.0 as far as SVG files need it (no DOCTYPE, no CDATA): for tests, so that what
/// they call well-formed does not depend on a lenient library.
namespace xml {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;  ///< entities resolved
  std::string text;                               ///< of itself, without that of its children
  std::size_t parent = 0;                         ///< index; the root is its own parent
};

/// All elements in document order. Throws std::runtime_error with the byte where the text is not well-formed.
std::vector<Element> parse(std::string_view text);

/// Those of a name.
std::vector<Element> named(const std::vector<Element>& all, std::string_view name);

}  // namespace xml
