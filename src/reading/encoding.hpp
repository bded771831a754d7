// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "reading/text_builder.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

/// Bytes of a text file as UTF-8. A byte order mark decides; without one, what is UTF-8 but for single
/// damaged characters is UTF-8 (each becomes U+FFFD, with a warning that names the first place), and all else
/// is Windows-1252, of which Latin-1 is a part. `declared` is the encoding that the file itself names: it
/// tells ISO 8859-15 from Windows-1252 and damaged UTF-8 from both, but does not overrule sound UTF-8.
/// Errors: `Error{input}` for what is no text. Complexity: linear. Source: WHATWG Encoding Standard
/// (names of encodings; index windows-1252).
[[nodiscard]] Decoded decode_text(std::string_view bytes, const std::string& file, Diagnostics& diagnostics,
                                  std::string_view declared = {});

/// The encoding that a page names in `<meta charset>`, `<meta http-equiv>` or its XML declaration, in lower
/// case; empty if it names none in its first 4 kB.
[[nodiscard]] std::string declared_encoding(std::string_view html);

}  // namespace relgraph
