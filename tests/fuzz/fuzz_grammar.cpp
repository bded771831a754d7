// SPDX-License-Identifier: Apache-2.0
// Any bytes as a pattern file: an Error with its line, or entries that can be looked up.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "extraction/grammar/grammar.hpp"
#include "extraction/grammar/pattern_file.hpp"
#include "relgraph/error.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string_view language : {"de", "en"}) {
    Grammar grammar(language);
    try {
      grammar.add(text, "input.tsv");
    } catch (const Error& error) {
      require(error.code() == ErrorCode::input && error.where().line && !error.hint().empty());
      continue;
    }
    for (const Pattern& pattern : grammar.patterns()) {
      require(!pattern.source.roles.empty() && !pattern.target.roles.empty());
      require(pattern.confidence > 0 && pattern.confidence <= 1 && is_valid_utf8(pattern.id));
      if (pattern.example.empty()) continue;
      for (const auto& mark : parse_marked(pattern.example).marks) require(mark.begin < mark.end);
    }
  }
  return 0;
}
