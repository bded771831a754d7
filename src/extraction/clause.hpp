// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/entities.hpp"
#include "relgraph/analysis.hpp"

namespace relgraph {

/// A name in a sentence that can be an argument of a relation.
struct Argument {
  std::size_t entity = 0;
  std::size_t begin = 0;  ///< tokens of the sentence
  std::size_t end = 0;
  std::string_view type;
  std::string_view place_kind;  ///< country, region or city where the lists know the place
  std::string preposition;      ///< that governs it, without its article (`am` is `an`); empty if none
  bool genitive = false;  ///< owns what follows or precedes: `Musks Kritik`, `Kritik des Konzerns`, `Tesla's`
  bool compound = false;  ///< first part of the token: `Tesla-Chef`
  bool pronoun = false;
  bool attributive = false;  ///< only describes the next one: `US President Biden`, `SPD-Chef Klingbeil`
  bool adjective = false;    ///< no name but the adjective of a country that the document names
  std::size_t group = 0;     ///< names joined by `und` or commas have the same
};

/// A sentence as the search for arguments sees it.
struct Clause {
  std::span<const std::string> words;   ///< in small letters
  std::vector<std::string_view> forms;  ///< as written
  std::vector<Argument> arguments;      ///< in text order
  bool german = false;
};

/// Joins a name and its short form in brackets behind it: `Europäische Zentralbank (EZB)`.
void join_brackets(Clause& clause);

/// Works out prepositions, genitives and lists of the arguments; entity, tokens and type are given.
void describe_arguments(Clause& clause);

/// How far apart two places of a sentence are: words between, clause marks count more.
[[nodiscard]] std::size_t clause_distance(const Clause& clause, std::size_t from, std::size_t to);

/// A preposition without its article, or nothing if the word is none.
[[nodiscard]] std::string_view preposition_of(std::string_view word, bool german);

}  // namespace relgraph
