// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "relgraph/document.hpp"
#include "relgraph/error.hpp"
#include "relgraph/extraction.hpp"
#include "relgraph/gaps.hpp"
#include "relgraph/graph.hpp"

namespace relgraph::cli {

/// Bytes of text that are analysed at once: about 40,000 words, for which the network keeps some 100 MB.
inline constexpr std::size_t k_part_bytes = std::size_t{1} << 18;

/// Spans of at most `most` (at least 8) bytes that lie one behind the other and are the whole text: cut
/// between blocks, else behind a full stop, else behind white space, else anywhere between two characters.
/// Complexity: linear in the text.
[[nodiscard]] std::vector<Span> parts_of(const Document& document, std::size_t most = k_part_bytes);

/// The document as if it had that part of its text only; without origins.
[[nodiscard]] Document part_of(const Document& document, Span part);

/// What extraction makes of each part of a document, in bytes of the whole; what was weighed only if asked
/// for. A long document is read part by part so that what the network keeps does not grow with it; pronouns
/// then do not reach over the borders of parts.
[[nodiscard]] std::vector<Weighed> read_parts(const Document& document, Diagnostics& diagnostics,
                                              std::string_view language, Extractor extractor, bool weigh);

/// The gaps of a document, read part by part as well.
[[nodiscard]] std::vector<Gap> read_gaps(const Document& document, Diagnostics& diagnostics,
                                         std::string_view language, Extractor extractor);

/// One graph of the parts.
[[nodiscard]] Graph join_parts(std::vector<Weighed> parts);

}  // namespace relgraph::cli
