// SPDX-License-Identifier: Apache-2.0
#include "cli/knowledge.hpp"

#include "base/file.hpp"
#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"
#include "relgraph/teaching.hpp"

namespace relgraph::cli {

void load_ontology(const std::string& path) { extend_ontology(read_file(path, k_max_knowledge_bytes), path); }

void load_grammar(const std::string& path, const std::string& extractor) {
  if (extractor == "model") throw Error(ErrorCode::usage, "--grammar has no effect with --extractor model");
  extend_grammar(read_file(path, k_max_knowledge_bytes), path);
}

}  // namespace relgraph::cli
