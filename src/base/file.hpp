// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relgraph {

/// Room that read_file() leaves behind the bytes of a file for parsers that want padding there.
inline constexpr std::size_t k_spare_bytes = 64;

/// All bytes of a file, or of standard input for `-`.
/// Errors: `Error{input}`: missing, a folder, not readable, or larger than `max_bytes`.
[[nodiscard]] std::string read_file(const std::string& path, std::size_t max_bytes);

/// Writes a file as a whole or not at all: to a temporary file beside it, synced, then renamed. A device
/// or pipe is written straight. `-` is standard output. Keeps the permissions of a file it replaces.
/// Errors: `Error{output}` naming the path and what the system said; nothing is left behind.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace relgraph
