// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "extraction/reading.hpp"

namespace relgraph {

/// Who says what stands at a place of the text: the entity that the quotation around it names as its
/// speaker; nothing outside quotations, or where no entity is the speaker.
class Speakers {
 public:
  explicit Speakers(const Reading& reading) : m_reading(reading) {}
  [[nodiscard]] std::optional<std::size_t> at(Span place) const;

 private:
  [[nodiscard]] const Quotation* quotation_at(Span place) const;
  const Reading& m_reading;
};

}  // namespace relgraph
