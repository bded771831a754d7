// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/document.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

/// The formats that can be read. `automatic` decides by file ending first, then by content.
enum class Format : std::uint8_t { automatic, text, html, markdown, pdf, jsonl };

struct ReadOptions {
  Format format = Format::automatic;
  /// Inputs larger than this are refused with a clear error before they fill the memory.
  std::size_t max_bytes = std::size_t{1} << 30;
};

/// The documents of one file: one, or one for each line of a JSON lines file.
/// Input: a path, or `-` for standard input.
/// Errors: `Error{input}` when the file cannot be read or holds no text; a bad line of a JSON lines
/// file is a failure in `diagnostics`, and the other lines are returned.
/// Deterministic: yes.
[[nodiscard]] std::vector<Document> read_documents(const std::string& path, const ReadOptions& options,
                                                   Diagnostics& diagnostics);

/// The same for bytes that are already in memory; `name` stands for the file in messages and gives
/// the id. PDF needs a file and is an error here.
[[nodiscard]] std::vector<Document> parse_documents(std::string_view bytes, const std::string& name,
                                                    const ReadOptions& options, Diagnostics& diagnostics);

/// All files that the arguments of a call name: files as they are, folders searched through to their
/// readable articles (sorted by path, hidden files skipped, links followed once, so that a cycle
/// ends). A path that does not exist is a failure in `diagnostics`.
[[nodiscard]] std::vector<std::string> expand_inputs(std::span<const std::string> inputs,
                                                     Diagnostics& diagnostics);

}  // namespace relgraph
