// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "relgraph/reading.hpp"

/// The only document of some bytes that stand for a file of that name.
inline relgraph::Document read_one(std::string_view bytes, const std::string& name,
                                   relgraph::Diagnostics& diagnostics) {
  auto documents = relgraph::parse_documents(bytes, name, {}, diagnostics);
  if (documents.size() != 1) throw std::runtime_error("one document expected");
  return std::move(documents.front());
}

inline relgraph::Document read_one(std::string_view bytes, const std::string& name) {
  relgraph::Diagnostics diagnostics;
  return read_one(bytes, name, diagnostics);
}
