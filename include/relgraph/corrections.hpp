// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "relgraph/error.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

/// These names are one entity; the first says what it is called.
struct MergeEntities {
  std::vector<std::string> names;
  friend bool operator==(const MergeEntities&, const MergeEntities&) = default;
};
/// These names of an entity are one of their own; the first says what it is called.
struct SplitEntity {
  std::string entity;
  std::vector<std::string> names;
  friend bool operator==(const SplitEntity&, const SplitEntity&) = default;
};
struct RenameEntity {
  std::string entity;
  std::string to;
  friend bool operator==(const RenameEntity&, const RenameEntity&) = default;
};
/// The entity is a person, an organization …
struct RetypeEntity {
  std::string entity;
  std::string type;
  friend bool operator==(const RetypeEntity&, const RetypeEntity&) = default;
};
/// What was taken for an entity is none.
struct DropEntity {
  std::string entity;
  friend bool operator==(const DropEntity&, const DropEntity&) = default;
};
/// What the text does or does not say. Without a sentence the whole relation is meant, without a status
/// that in every status.
struct JudgeRelation {
  bool right = false;
  std::string source;
  std::string type;
  std::string target;
  std::string sentence{};  ///< the words of the evidence or a part of them
  std::optional<Status> status{};
  friend bool operator==(const JudgeRelation&, const JudgeRelation&) = default;
};

/// What a user says is to be put right in a graph, by names and sentences and not by ids and places, so that
/// it holds for the next graph of the same articles and of more.
struct Correction {
  std::variant<MergeEntities, SplitEntity, RenameEntity, RetypeEntity, DropEntity, JudgeRelation> what;
  std::string note{};  ///< why, for other readers of the file
  Location where{};
};

struct Corrections {
  std::vector<Correction> items;  ///< in the order of the file
};

/// Words that a corrections file and `relgraph correct` call the kinds of corrections by.
[[nodiscard]] std::vector<std::string> correction_kinds();

/// Reads a corrections file (docs/corrections.md): TOML. `file` names the text in messages.
/// Errors: `Error{input}` with the line for what is not TOML, unknown tables and keys, keys that are missing
/// or of another kind, and types that are nearly but not quite one that relgraph knows.
/// Complexity: linear.
[[nodiscard]] Corrections parse_corrections(std::string_view text, const std::string& file);

/// The correction as it stands in such a file, with a line feed at the end. `parse_corrections` reads it
/// back.
[[nodiscard]] std::string to_toml(const Correction& correction);

/// The graph with the corrections made, one after the other, in canonical form. A correction that names what
/// the graph does not have is left out and said in `diagnostics`, with its place; one that is fulfilled
/// already is not. Applied twice, the same comes out as once, unless a correction gives a name away that an
/// earlier one took from another entity. Deterministic: yes. Complexity: corrections times the size of the
/// graph.
[[nodiscard]] Graph apply_corrections(Graph graph, const Corrections& corrections, Diagnostics& diagnostics);

}  // namespace relgraph
