// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace relgraph {

/// Appends a byte as in URLs: `%3C` (RFC 3986, 2.1).
void append_percent(std::string& out, char byte);

/// The text with every byte percent-encoded that is no ASCII letter or digit and not among `kept`.
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view kept);

}  // namespace relgraph
