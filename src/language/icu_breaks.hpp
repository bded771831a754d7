// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstddef>
#include <memory>
#include <string_view>

#include "relgraph/error.hpp"
#include "relgraph/span.hpp"

namespace relgraph {

/// Calls `use(Span)` for each stretch between two boundaries of `iterator` within `part` of the text.
/// ICU reads the UTF-8 in place and counts its bytes, so nothing is copied or mapped back.
template <typename Use>
void for_each_break(icu::BreakIterator& iterator, std::string_view text, Span part, Use use) {
  const std::string_view view = part.of(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> input(
      utext_openUTF8(nullptr, view.data(), static_cast<std::int64_t>(view.size()), &status), &utext_close);
  if (U_SUCCESS(status)) iterator.setText(input.get(), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "the Unicode library cannot read the text");
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
    use(Span{part.begin + static_cast<std::size_t>(begin), part.begin + static_cast<std::size_t>(end)});
    begin = end;
  }
}

}  // namespace relgraph
