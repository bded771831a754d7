// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace relgraph::page {

/// The bytes' SHA-256 as a source of a content security policy: `'sha256-…'`, base64. Source: CSP Level
/// 3, 2.3.1.
[[nodiscard]] std::string hash_source(std::string_view content);

/// A policy that allows this one script, these style sheets, images that stand in the page itself, and
/// nothing else; text never becomes markup (trusted types).
[[nodiscard]] std::string content_policy(std::string_view script,
                                         std::initializer_list<std::string_view> styles);

}  // namespace relgraph::page
