// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace relgraph {

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits. Source: FIPS 180-4 (libmd).
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace relgraph
