// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// What the writer and the reader of FollowTheMoney entities both know of its schemata.
// Source: the schema files of followthemoney 4.11.

namespace relgraph::exchange::ftm {

/// Where a relation beside its properties keeps what FollowTheMoney has no property for: the node, edge or
/// document as it stands in a graph file. Programs of FollowTheMoney keep keys that they do not know.
inline constexpr std::string_view k_own_key = "relgraph";

/// What an entity has to be to stand at an end of a relation.
enum class Range : std::uint8_t { thing, legal_entity, organization, person, asset, project };

/// An entity that is a relation of two others. Source and target are the ends as relgraph has them.
struct EdgeSchema {
  std::string_view name;
  std::string_view source;  ///< property that names the entity at the source
  std::string_view target;
  std::string_view type;  ///< relation type that it is read as
  Range source_range = Range::thing;
  Range target_range = Range::thing;
  bool has_role = false;  ///< properties "role" and "status"
};

inline constexpr std::array<EdgeSchema, 15> k_edge_schemata{
    {{"Ownership", "owner", "asset", "owns", Range::legal_entity, Range::asset, true},
     {"Directorship", "director", "organization", "leads", Range::legal_entity, Range::organization, true},
     {"Employment", "employee", "employer", "works_for", Range::person, Range::organization, true},
     {"Membership", "member", "organization", "member_of", Range::legal_entity, Range::organization, true},
     {"Family", "person", "relative", "family_of", Range::person, Range::person},
     {"Associate", "person", "associate", "allied_with", Range::person, Range::person},
     {"Payment", "payer", "beneficiary", "funds", Range::legal_entity, Range::legal_entity},
     {"Succession", "successor", "predecessor", "succeeds", Range::legal_entity, Range::legal_entity, true},
     {"ProjectParticipant", "participant", "project", "participates_in", Range::legal_entity, Range::project,
      true},
     {"UnknownLink", "subject", "object", "related", Range::thing, Range::thing, true},
     // Only read: relgraph has no type of its own for them.
     {"Representation", "agent", "client", "represents"},
     {"Control", "controller", "controlled", "controls"},
     {"Debt", "debtor", "creditor", "owes"},
     {"Occupancy", "holder", "post", "holds"},
     {"CourtCaseParty", "party", "case", "party_to"}}};

[[nodiscard]] constexpr const EdgeSchema* find_edge_schema(std::string_view name) {
  for (const EdgeSchema& schema : k_edge_schemata) {
    if (schema.name == name) return &schema;
  }
  return nullptr;
}

}  // namespace relgraph::exchange::ftm
