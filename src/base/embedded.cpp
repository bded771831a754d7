// SPDX-License-Identifier: Apache-2.0
#include "base/embedded.hpp"

#include <algorithm>
#include <string>

#include "relgraph/error.hpp"

namespace relgraph {

std::string_view embedded_file(std::string_view path) {
  const auto files = embedded_files();
  const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
  if (found == files.end()) {
    throw Error(ErrorCode::internal, "no data file '" + std::string(path) + "' in this program");
  }
  return found->text();
}

}  // namespace relgraph
