// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "reading/text_builder.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

/// Bytes of a text file as UTF-8. A byte order mark decides; without one, what is UTF-8 but for single
/// damaged characters is UTF-8 (they are left out, with a warning that names the first place), and all else
/// is Windows-1252, of which Latin-1 is a part. Errors: `Error{input}` for what is no text. Source: WHATWG
/// Encoding Standard (windows-1252 index).
[[nodiscard]] Decoded decode_text(std::string_view bytes, const std::string& file, Diagnostics& diagnostics);

}  // namespace relgraph
