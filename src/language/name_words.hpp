// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "relgraph/analysis.hpp"

namespace relgraph {

struct Lexicon;

/// What a token can be in a name, by its shape and the word lists.
struct NameWord {
  std::string_view text;
  bool capital = false;  ///< starts with a capital letter
  bool acronym = false;  ///< two to seven capitals: `EZB`, `U.S.`, `NASA`
  bool start = false;    ///< a capital tells nothing here: first in a sentence or behind an opening quote
  bool common = false;   ///< a common noun, function word, adjective of a country, title, day …
  bool title = false;    ///< stands before a person
  bool first_name = false;
  bool surname = false;
  bool org = false;  ///< ends the name of an organisation
  bool org_head = false;
  bool place = false;  ///< ends the name of a place
  bool place_head = false;
  bool project = false;
  bool project_head = false;
  bool product = false;
  bool product_head = false;
  bool legal = false;
  bool body = false;         ///< "government": a name with its country
  bool listed_noun = false;  ///< common noun by the list, not only by its ending
  bool link = false;         ///< `von`, `of`: may stand within a name
  bool adjective = false;    ///< of a country
  /// May be a part of a name without help from its neighbours.
  [[nodiscard]] bool free() const { return capital && !common; }
};

/// Looks up the words of a sentence. `shouted` sentences (all capitals) have no capitals that count.
[[nodiscard]] std::vector<NameWord> look_up(std::string_view text, std::span<const Token> tokens,
                                            const Lexicon& words);

}  // namespace relgraph
