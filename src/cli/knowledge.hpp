// SPDX-License-Identifier: Apache-2.0
// What users teach relgraph: files with relation types and patterns.
#pragma once

#include <cstddef>
#include <string>

namespace relgraph::cli {

/// Far more than anybody writes by hand.
inline constexpr std::size_t k_max_knowledge_bytes = std::size_t{16} << 20;

/// Adds the relation types of a TOML file. Errors: `Error{input}`.
void load_ontology(const std::string& path);

/// Adds the patterns of a file. Errors: `Error{input}`; `Error{usage}` if the extractor has no use for them.
void load_grammar(const std::string& path, const std::string& extractor);

}  // namespace relgraph::cli
