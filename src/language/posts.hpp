// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relgraph/span.hpp"

namespace relgraph {

/// The line that an embedded post ends with: `— Sam Altman (@sama) January 22, 2025`.
struct Signature {
  Span name;
  Span handle;       ///< with its @
  std::string date;  ///< ISO 8601, empty if the line has none that can be read
};

/// Reads one line. Nothing if it is no signature.
[[nodiscard]] std::optional<Signature> parse_signature(std::string_view text, Span line);

/// A date as German or English writes it (`22. Januar 2025`, `January 22, 2025`, `22 January 2025`) in ISO
/// 8601; empty if there is none.
[[nodiscard]] std::string parse_date(std::string_view text);

}  // namespace relgraph
