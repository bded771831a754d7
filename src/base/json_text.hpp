// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relgraph {

/// Appends a JSON string with its quotes. Only what RFC 8259 demands is escaped, as Python's
/// `json.dumps(ensure_ascii=False)` does. Invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Appends a number in the shortest form that reads back as the same double, with a mark of being one
/// (`1.0`), as Python's `repr` writes it. Infinite and undefined values become `null`.
void append_json_number(std::string& out, double value);
void append_json_number(std::string& out, std::int64_t value);

/// Re-indents compact JSON text: two blanks a level, as Python's `json.dumps(indent=2)`; `level` is the
/// level that the value itself stands at. Precondition: `json` is valid JSON.
void append_indented_json(std::string& out, std::string_view json, std::size_t level);

}  // namespace relgraph
