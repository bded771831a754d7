// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "relgraph/graph.hpp"

namespace relgraph {

std::string main_language(const Graph& graph) {
  std::size_t german = 0;
  std::size_t english = 0;
  for (const DocumentInfo& document : graph.documents) {
    german += document.language.starts_with("de");
    english += document.language.starts_with("en");
  }
  return german > english ? "de" : "en";
}

}  // namespace relgraph
