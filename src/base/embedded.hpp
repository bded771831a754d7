// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace relgraph {

/// A file of data/ that is part of the program.
struct EmbeddedFile {
  std::string_view path;  ///< below data/, `themes/default.toml`
  const char* begin;
  const char* end;
  [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

/// All of them, sorted by path.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

/// The text of one file. Errors: `Error{internal}` if there is none of that path.
[[nodiscard]] std::string_view embedded_file(std::string_view path);

}  // namespace relgraph
