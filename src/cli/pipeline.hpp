// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "relgraph/document.hpp"
#include "relgraph/gaps.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// The documents that a call names, in order, with ids that are unique among them. What could not be read
/// is reported and left out.
/// `standard_input`: its bytes where they were read already, or null.
/// Errors: `Error{input}` when nothing is left.
struct Corpus {
  std::vector<Document> documents;
  bool failed = false;  ///< some inputs are missing (exit status 1)
};
[[nodiscard]] Corpus read_corpus(const InputOptions& options, const Session& session,
                                 const std::string* standard_input = nullptr);

/// One graph a document, in the order of the documents, on as many threads as the session allows; the
/// result does not depend on their number. Findings are reported in order of the documents.
[[nodiscard]] std::vector<Graph> build_graphs(const std::vector<Document>& documents,
                                              const InputOptions& options, const Session& session);

/// The gaps of each document, in the same way.
[[nodiscard]] std::vector<std::vector<Gap>> gaps_of(const std::vector<Document>& documents,
                                                    const InputOptions& options, const Session& session);

}  // namespace relgraph::cli
