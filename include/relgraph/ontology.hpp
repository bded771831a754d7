// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/graph.hpp"

namespace relgraph {

/// One relation type as `data/ontology.toml` defines it.
struct RelationType {
  std::string id;
  std::string family;  ///< stance, conflict, cooperation, structure, roles, personal
  Polarity polarity = Polarity::neutral;
  bool symmetric = false;
  std::string label_en;  ///< as on a line from source to target: "criticizes"
  std::string label_de;
  std::string inverse_en;  ///< seen from the target: "is criticized by"; equals the label if symmetric
  std::string inverse_de;
  std::string meaning_en;  ///< one line of definition
  std::string meaning_de;
  std::vector<std::string> sources;  ///< node types that may stand at the source; empty: any
  std::vector<std::string> targets;
  std::string wikidata;  ///< nearest property of Wikidata: `P108`; `^P112` if it leads from target to source
  std::string ftm;       ///< schema of FollowTheMoney: `Employment`, `UnknownLink` where none fits
  std::string plover;    ///< quad class of PLOVER, such as `verbal conflict`; empty if it has none
};

struct RelationFamily {
  std::string id;
  std::string label_en;
  std::string label_de;
};

/// Adds the families and types of a TOML file, in the form of `data/ontology.toml`, to the shipped ones; one
/// of a known id replaces that. Meant for the start of a program: pointers to types and spans of them that
/// were handed out before are no longer valid. Not thread-safe.
/// Errors: `Error{input}` with file, line, reason and what to write instead; nothing is added then.
void extend_ontology(std::string_view toml, const std::string& file);

/// The shipped types in the order of the data file, then those of `extend_ontology`; read once, at first use.
[[nodiscard]] std::span<const RelationType> relation_types();
[[nodiscard]] std::span<const RelationFamily> relation_families();

/// The type of that id, or null for a type that relgraph does not know.
[[nodiscard]] const RelationType* find_relation_type(std::string_view id);

/// Whether the relation has no direction; a type that relgraph does not know has one.
[[nodiscard]] bool is_symmetric(std::string_view id);

/// Label of a type in `de` or `en`; the id with blanks for underscores if the type is unknown.
[[nodiscard]] std::string relation_label(std::string_view id, std::string_view language);

/// Whether a node of that type may stand at that end. Unknown types may stand anywhere.
[[nodiscard]] bool fits_signature(const RelationType& type, std::string_view source_type,
                                  std::string_view target_type);

}  // namespace relgraph
