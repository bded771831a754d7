// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace relgraph {

/// A sum of money: the number in units of the currency, and its ISO 4217 code.
struct Amount {
  double value = 0;
  std::string currency;
};

/// The sum of money nearest to word `near` of a sentence, whose words are in small letters, as German (`14,5
/// Milliarden Euro`, `500 Mio. US-Dollar`) or English (`$14.5 billion`, `€3bn`, `900 million pounds`) writes
/// it; nothing if there is none.
[[nodiscard]] std::optional<Amount> find_amount(std::span<const std::string> words, bool german,
                                                std::size_t near);

}  // namespace relgraph
