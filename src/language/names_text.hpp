// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "relgraph/analysis.hpp"

namespace relgraph {

/// The kind of a name and of a quotation as the written forms of an analysis spell them.
[[nodiscard]] constexpr std::string_view to_string(NameKind kind) {
  switch (kind) {
    case NameKind::person: return "person";
    case NameKind::organization: return "organization";
    case NameKind::place: return "place";
    case NameKind::product: return "product";
    case NameKind::event: return "event";
    case NameKind::other: return "other";
    case NameKind::unknown: break;
  }
  return "unknown";
}

[[nodiscard]] constexpr std::string_view to_string(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::indirect: return "indirect";
    case QuotationKind::post: return "post";
    case QuotationKind::direct: break;
  }
  return "direct";
}

}  // namespace relgraph
