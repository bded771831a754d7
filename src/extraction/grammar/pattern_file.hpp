// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extraction/grammar/grammar.hpp"

namespace relgraph {

/// An entry as it is read: the pattern and the words by which it is found.
struct ParsedPattern {
  Pattern pattern;
  std::vector<std::string> anchors;
};

/// The entries of a pattern file of a language (`de` or `en`); the form is told in docs/grammar.md.
/// Errors: `Error{input}` with file, line, reason and what to write instead.
[[nodiscard]] std::vector<ParsedPattern> parse_patterns(std::string_view text, const std::string& file,
                                                        std::string_view language);

/// Words of a text that blanks part, in small letters.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// A sentence in which the actors are marked, `[Siemens]1 verklagt [Bosch]2.`, and where they stand in it.
struct MarkedSentence {
  std::string text;
  struct Mark {
    std::size_t begin, end;  ///< bytes of `text`
    int end_of_frame;        ///< 1: source, 2: target, 0: another actor
  };
  std::vector<Mark> marks;
  Status status = Status::asserted;  ///< that it shall have: `… (planned)` at the end
};

/// Errors: `Error{input}` without a place if the marks are not well formed.
[[nodiscard]] MarkedSentence parse_marked(std::string_view sentence);

}  // namespace relgraph
