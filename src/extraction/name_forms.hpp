// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relgraph {

/// Words of a name.
[[nodiscard]] std::vector<std::string_view> name_words(std::string_view name);

/// The name without its legal forms at the end: "Brandt & Söhne AG" gives "Brandt & Söhne".
[[nodiscard]] std::string_view without_legal_form(std::string_view name);

/// First letters of the words with a capital: "Europäische Zentralbank" gives "EZ", "House of
/// Representatives" "HR".
[[nodiscard]] std::string initials(std::string_view name);

/// Whether `letters` can be short for the name: its letters stand in the name in that order, the first one
/// first, and starting its words or parts ("EZB" of "Europäische Zentralbank").
[[nodiscard]] bool is_acronym_of(std::string_view letters, std::string_view name);

/// Whether the last words of `full` are `part`, as "Musk" are of "Elon Musk".
[[nodiscard]] bool ends_with_words(std::string_view full, std::string_view part);
/// Whether the first words of `full` are `part`, as "Salling" are of "Salling Group".
[[nodiscard]] bool starts_with_words(std::string_view full, std::string_view part);

/// Whether a handle ("@elonmusk") is made of the name ("Elon Musk").
[[nodiscard]] bool is_handle_of(std::string_view handle, std::string_view name);

}  // namespace relgraph
