// SPDX-License-Identifier: Apache-2.0
// Numbers that the code and the training share (training/extraction/model.py and tensors.py).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extraction/name_match.hpp"

namespace relgraph {

enum class MentionForm : std::uint8_t { name, nominal, pronoun };
inline constexpr std::array<std::string_view, 3> k_form_names = {"name", "nominal", "pronoun"};
inline constexpr std::size_t k_forms = 3;
inline constexpr std::size_t k_span_classes = 1 + k_forms;  ///< no mention, and the forms
inline constexpr std::size_t k_longest_mention = 12;        ///< words

inline constexpr std::array<std::string_view, 5> k_type_names = {"person", "organization", "place", "project",
                                                                 "product"};
inline constexpr std::size_t k_entity_types = k_type_names.size();
inline constexpr std::size_t k_person = 0;

inline constexpr std::size_t k_match_rows = k_name_matches * k_forms * k_forms;
inline constexpr std::size_t k_buckets = 6;  ///< of distances: 0, 1, 2, 3-4, 5-8, more
inline constexpr std::size_t k_coref_distances = k_buckets * k_buckets;
inline constexpr std::size_t k_antecedents = 80;  ///< mentions before a mention that it may refer to

inline constexpr std::size_t k_pair_distances = 12;
inline constexpr std::size_t k_places = 5;              ///< before, in source, between, in target, behind
inline constexpr std::size_t k_regions = 3 * k_places;  ///< off the tree path, on it, at its top
inline constexpr std::size_t k_neighbours = 2;          ///< sentences back that a relation may reach
inline constexpr std::size_t k_reach = 16;              ///< mentions apart that a pair of a sentence may be
inline constexpr std::size_t k_far = 12;                ///< entities of the sentences before

inline constexpr std::size_t k_statuses = 5;

[[nodiscard]] constexpr std::size_t bucket(std::size_t distance) {
  if (distance < 3) return distance;
  return distance < 5 ? 3 : distance < 9 ? 4 : 5;
}

}  // namespace relgraph
