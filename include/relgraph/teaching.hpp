// SPDX-License-Identifier: Apache-2.0
// Patterns of one's own: files of them, and entries made from an example sentence (docs/grammar.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relgraph {

/// Adds the entries of a pattern file to the shipped grammar; one of the same trigger, type and frame
/// replaces that. `# language: de` or `# language: en` stands above the entries of each language. Meant for
/// the start of a program, after `extend_ontology`, before anything is extracted. Not thread-safe.
/// Errors: `Error{input}` with file, line, reason and what to write instead.
void extend_grammar(std::string_view text, const std::string& file);

/// An entry of a pattern file.
struct TaughtPattern {
  std::string language;               ///< `de` or `en`
  std::string id;                     ///< as evidence names it, without `grammar:`
  std::string line;                   ///< its columns, without line end
  std::vector<std::string> unneeded;  ///< words of the example that the entry does not ask for
};

/// The entry that finds the relation of an example sentence: `[Siemens]1 lobbyiert bei der [EU]2.` with 1 at
/// the source and 2 at the target, or with `ENTITY` or `ENTITY:organization` in place of the two, of which
/// the first is the source; a type is then asked for. Nouns, verbs and adjectives of the sentence other than
/// the actors must be in the text for the entry to match; `…` stands for anything. The entry has been tried
/// on the example. Deterministic: yes. `type`: id of a relation type; `language`: `de` or `en`, empty: as
/// detected. Errors: `Error{usage}` if the sentence has no two actors, if nothing in it joins them or if the
/// actors do not fit the type; `Error{input}` as `extraction_layers()`.
[[nodiscard]] TaughtPattern pattern_from_example(std::string_view sentence, std::string_view type,
                                                 std::string_view language = {});

/// The text of a pattern file with one more entry, under the language that it is of; the same text if the
/// file has the entry.
[[nodiscard]] std::string with_pattern(std::string text, const TaughtPattern& pattern);

}  // namespace relgraph
