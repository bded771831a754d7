// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/text_builder.hpp"
#include "relgraph/document.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

// One reader a format. Each fills text, blocks and origins, and what the file says of title, date, language
// and URL; id and source are the caller's. A reader may leave the text empty.

/// Paragraphs are parted by empty lines; lines that were wrapped at 40 to 100 characters are joined.
[[nodiscard]] Document parse_plain(const Decoded& decoded);

/// CommonMark with tables and strike-through (md4c), YAML front matter for title, date, lang and url.
[[nodiscard]] Document parse_markdown(const Decoded& decoded);

/// HTML5 (gumbo). Errors: `Error{input}` when elements are nested too deep.
[[nodiscard]] Document parse_html(const Decoded& decoded, const std::string& file);

/// The file at `path` through the program `pdftotext`; offsets refer to what that program prints.
/// Errors: `Error{input}` when the program is missing, fails, or takes too long.
[[nodiscard]] Document read_pdf(const std::string& path);

/// One document for each line `{"id", "title", "text", "date", "language", "url"}`. A bad line is a failure
/// in `diagnostics`.
[[nodiscard]] std::vector<Document> parse_jsonl(std::string_view bytes, const std::string& file,
                                                Diagnostics& diagnostics);

}  // namespace relgraph
