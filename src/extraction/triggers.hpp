// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/ontology.hpp"

namespace relgraph {

/// Where the arguments of a trigger stand; docs/extraction.md explains each with examples.
enum class Frame : std::uint8_t {
  act,      ///< a verb: its subject acts on its object
  undergo,  ///< a verb: its subject is the target
  noun,     ///< a noun made of a verb: the one who acts stands in the genitive or behind `von`, `by`
  role,     ///< an office: somebody holds it at something
  mutual,   ///< both sides alike: `Streit zwischen A und B`, `A traf B`
  bracket,  ///< what stands in brackets behind a name: `Merz (CDU)`
  beside,   ///< two names with only the trigger between them: `Polizei in Kassel`
};

/// One row of data/triggers.
struct Trigger {
  const RelationType* type = nullptr;
  std::vector<std::string_view> cue;  ///< words, `…` for any words between
  Frame frame = Frame::act;
  std::vector<std::string_view> prepositions;  ///< before the target; `-` for none
  bool near = false;  ///< only in plain sentences (`Google entwickelt Android`), where the names stand close
  double confidence = 0;
};

/// A trigger found in a sentence: tokens `[begin, end)` with `last` the first word behind a gap, or `begin`.
struct TriggerMatch {
  const Trigger* trigger = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t words = 1;  ///< of the cue
};

/// The triggers of a language.
class TriggerList {
 public:
  /// Errors: `Error{internal}` with the line of a row that is wrong (unknown type or frame).
  explicit TriggerList(std::string_view language);

  /// All matches in a sentence. Of several that start at one word only the most exact are kept.
  /// Input: the words in small letters. Complexity: linear in the text.
  [[nodiscard]] std::vector<TriggerMatch> find(std::span<const std::string> words) const;

  [[nodiscard]] std::span<const Trigger> triggers() const { return m_triggers; }

 private:
  struct Entry {
    std::string_view key;  ///< first word of the cue without its stars
    std::size_t trigger;
  };
  void find_at(std::span<const std::string> words, std::size_t at, std::vector<TriggerMatch>& out) const;

  std::vector<Trigger> m_triggers;
  std::vector<Entry> m_exact, m_starts, m_ends;  ///< sorted by key
  std::size_t m_longest = 0;                     ///< bytes of the longest key
};

/// The list of `de` or `en`, read at its first use.
[[nodiscard]] const TriggerList& triggers(std::string_view language);

}  // namespace relgraph
