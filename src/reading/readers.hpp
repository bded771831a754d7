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

/// HTML5 (gumbo): the article without what stands around it. Errors: `Error{input}` when the page is too
/// deep, too tangled or too large to be an article.
[[nodiscard]] Document parse_html(const Decoded& decoded, const std::string& file);

/// A PDF through the program `pdftotext`. Offsets refer to what that program prints.
/// Errors: `Error{input}` when the program is missing, fails, or takes longer than a minute.
[[nodiscard]] Document parse_pdf(std::string_view bytes, const std::string& file);

/// One document for each line `{"id", "title", "text", "date", "language", "url"}`. A bad line is a failure
/// in `diagnostics`. Input: UTF-8.
[[nodiscard]] std::vector<Document> parse_jsonl(std::string_view text, const std::string& file,
                                                Diagnostics& diagnostics);

/// Whether there is a letter in the text.
[[nodiscard]] bool has_word(std::string_view text);

}  // namespace relgraph
