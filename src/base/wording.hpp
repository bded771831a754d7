// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace relgraph {

/// Puts values into the places `{1}`, `{2}` … of a text.
[[nodiscard]] std::string fill_in(std::string_view text, std::initializer_list<std::string> values);

/// `1 Beleg`, `3 Belege`.
[[nodiscard]] std::string counted(std::string_view one, std::string_view many, std::size_t count);

/// A sum of money for a reader: "14 Mrd. USD", "USD 14 bn", "750.000 EUR".
[[nodiscard]] std::string money(double amount, std::string_view currency, std::string_view language);

/// A date for a reader: "22. Januar 2025", "22 January 2025", "June 2010", "2025"; as it is if it is not ISO
/// 8601.
[[nodiscard]] std::string date_text(std::string_view iso, std::string_view language);

}  // namespace relgraph
