// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace relgraph {

/// The date nearest to word `near` of a sentence, whose words are in small letters, as ISO 8601 with what
/// the text tells: `2010-06-03`, `2010-06` or `2010`. German (`3. Juni 2010`, `im Juni 2010`, `seit 2010`)
/// and English (`June 3, 2010`, `3 June`, `in June`). A day without a year and words such as `Monday` or
/// `gestern` are resolved against the document's date (ISO 8601) and left out where it has none: a weekday is
/// the last one, a month or day the one that lies nearest. Nothing farther than eight words away counts.
[[nodiscard]] std::optional<std::string> find_date(std::span<const std::string> words, bool german,
                                                   std::size_t near, std::string_view document_date);

}  // namespace relgraph
