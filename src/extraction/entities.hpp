// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"

namespace relgraph {

/// An actor or thing that the document names.
struct Entity {
  std::string label;  ///< the fullest form as the text writes it
  std::string type;   ///< node type: person, organization, place, project, product
  std::vector<std::string> aliases;
};

/// One place where an entity is named. Token indices are those of the analysis.
struct EntityMention {
  std::size_t entity = 0;
  Span span;
  std::size_t first_token = 0;
  std::size_t end_token = 0;
  std::size_t sentence = 0;
  bool handle = false;
};

struct Entities {
  std::vector<Entity> entities;         ///< in the order of their first mention
  std::vector<EntityMention> mentions;  ///< in text order
};

/// Joins the names of a document that stand for the same entity (full name and surname, handle, acronym,
/// German genitive, legal form, German and English name of a country) and decides what each one is.
/// Complexity: n log n for n different names, each compared with the names that share a word.
[[nodiscard]] Entities join_names(const Document& document, const Analysis& analysis);

}  // namespace relgraph
